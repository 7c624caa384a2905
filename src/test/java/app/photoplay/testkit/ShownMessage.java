package app.photoplay.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A message as a person sees it in the chat.
///
/// @param author the person's or the bot's id
/// @param text the text, or the caption under a video or file
/// @param thread the topic, where there is one
/// @param reaction the bot's reaction, may be empty
/// @param edits how often it was changed
public record ShownMessage(
    long chat,
    int id,
    boolean fromBot,
    long author,
    String text,
    Optional<ShownVideo> video,
    Optional<ShownPhoto> photo,
    List<List<ShownButton>> buttons,
    OptionalInt replyTo,
    OptionalInt thread,
    boolean silent,
    String reaction,
    int edits) {

  /// A button.
  ///
  /// @param style `primary`, `danger` or empty
  public record ShownButton(String label, String data, String style) {}

  /// A video that was uploaded or named by its id.
  ///
  /// @param file the bytes that were uploaded
  /// @param cover whether there is a poster
  /// @param uploaded whether this very message brought the bytes
  public record ShownVideo(
      String fileId,
      Path file,
      long bytes,
      String sha256,
      int width,
      int height,
      int seconds,
      boolean streaming,
      boolean cover,
      boolean thumbnail,
      boolean uploaded) {}

  /// A photo of the bot's.
  public record ShownPhoto(String fileId, Path file, String sha256, int width, int height) {}

  /// The button with this label; fails when there is none.
  public ShownButton button(String label) {
    return buttons.stream()
        .flatMap(List::stream)
        .filter(button -> button.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button " + label + " but " + labels()));
  }

  /// The labels of all buttons.
  public List<String> labels() {
    return buttons.stream().flatMap(List::stream).map(ShownButton::label).toList();
  }

  ShownMessage withReaction(String emoji) {
    return new ShownMessage(
        chat, id, fromBot, author, text, video, photo, buttons, replyTo, thread, silent, emoji,
        edits);
  }

  ShownMessage edited(
      String newText,
      Optional<ShownVideo> newVideo,
      Optional<ShownPhoto> newPhoto,
      List<List<ShownButton>> newButtons) {
    return new ShownMessage(
        chat,
        id,
        fromBot,
        author,
        newText,
        newVideo,
        newPhoto,
        newButtons,
        replyTo,
        thread,
        silent,
        reaction,
        edits + 1);
  }
}
