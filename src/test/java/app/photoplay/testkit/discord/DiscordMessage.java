package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// A message as people see it.
///
/// @param author the person's or the bot's id
/// @param text the content, or the texts of components that take its place
/// @param thinking whether it only says that the bot thinks
/// @param onlyFor the only person who sees it
/// @param replyTo the message it points to
/// @param answers the interaction it answers
/// @param pings whom it wakes: ids, `everyone`, `here` or `reply` for the author it replies to
/// @param edits how often it was changed
/// @param json Discord's object
public record DiscordMessage(
    long id,
    long channel,
    long author,
    boolean fromBot,
    String text,
    boolean thinking,
    OptionalLong onlyFor,
    List<ShownFile> files,
    List<List<ShownButton>> buttons,
    List<ShownSelect> selects,
    OptionalLong replyTo,
    OptionalLong answers,
    List<String> pings,
    int edits,
    JsonNode json) {

  /// A file under a message.
  ///
  /// @param file the bytes that were uploaded
  public record ShownFile(
      long id,
      String name,
      String contentType,
      String description,
      Path file,
      long bytes,
      String sha256,
      String url) {}

  /// A button.
  ///
  /// @param id empty for a link
  /// @param style 1 primary, 2 secondary, 3 success, 4 danger, 5 link
  public record ShownButton(String label, String id, int style, String url, boolean disabled) {}

  /// A menu to choose from.
  public record ShownSelect(String id, String placeholder, List<ShownOption> options) {}

  /// A line of a menu.
  public record ShownOption(String label, String value) {}

  public boolean ephemeral() {
    return onlyFor.isPresent();
  }

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

  /// The only file; fails when there are more or none.
  public ShownFile file() {
    if (files.size() != 1) {
      throw new AssertionError("files " + files);
    }
    return files.getFirst();
  }

  @Override
  public String toString() {
    return "[%d in %d by %d%s%s] %s %s %s"
        .formatted(
            id,
            channel,
            author,
            onlyFor.isPresent() ? " for " + onlyFor.getAsLong() : "",
            thinking ? " thinking" : "",
            text,
            files.stream().map(ShownFile::name).toList(),
            labels());
  }
}
