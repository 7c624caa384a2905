package app.photoplay.chat.button;

/// A button under a message.
///
/// @param data what comes back when it is pressed, as [ButtonSigner#sign] writes it: at most 64
///   bytes of ASCII
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
