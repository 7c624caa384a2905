package app.photoplay.chat.message;

/// A button under a message.
///
/// @param data `v1:<verb>:<code>`, at most 64 bytes of ASCII
public record Button(String label, String data, Style style) {

  /// How much a button stands out.
  public enum Style {
    PLAIN,
    PRIMARY,
    DANGER
  }

  public Button(String label, String data) {
    this(label, data, Style.PLAIN);
  }
}
