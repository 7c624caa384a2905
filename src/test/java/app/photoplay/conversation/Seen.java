package app.photoplay.conversation;

import java.util.List;
import java.util.Optional;

/// A message as a person sees it.
///
/// @param own whether a person wrote it
/// @param video may still be watched, see [Screen#watches]
/// @param picture whether a picture is shown
/// @param document the name of a file to keep, empty when there is none
/// @param replyTo the id of what it answers, empty when it answers nothing
/// @param quiet whether it came without a sound
/// @param noticed of a person's own message: whether the bot has shown that it saw it
/// @param alone whether only this person sees it although others are there
record Seen(
    String id,
    boolean own,
    String text,
    List<Button> buttons,
    Optional<Video> video,
    boolean picture,
    String document,
    String replyTo,
    boolean quiet,
    boolean noticed,
    boolean alone)
    implements Said {

  /// A button.
  ///
  /// @param data what the platform hands to the bot when it is pressed
  record Button(String label, String data) {}

  /// A video.
  ///
  /// @param content equal for equal bytes
  /// @param width 0 where it is not told
  /// @param uploaded whether this very message brought the bytes
  record Video(String content, int width, int height, double seconds, boolean uploaded) {
    @Override
    public String toString() {
      return width == 0 ? "[video]" : "[video %.1f s %dx%d]".formatted(seconds, width, height);
    }
  }

  Seen {
    text = text.replace('\u202f', ' '); // before AM and PM
    buttons = List.copyOf(buttons);
  }

  List<String> labels() {
    return buttons.stream().map(Button::label).toList();
  }

  /// Fails when there is no such button.
  Button button(String label) {
    return buttons.stream()
        .filter(it -> it.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " but " + labels()));
  }

  boolean answers(Said said) {
    return !own && replyTo.equals(said.id());
  }
}
