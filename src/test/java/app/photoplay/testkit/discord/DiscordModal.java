package app.photoplay.testkit.discord;

import app.photoplay.testkit.discord.DiscordMessage.ShownOption;
import java.util.List;

/// A form that the bot has opened for a person.
///
/// @param interaction what the person did to get it
public record DiscordModal(long interaction, String id, String title, List<Field> fields) {

  /// A line of the form.
  ///
  /// @param type 3 menu, 4 text, 19 files
  /// @param value what stands in it already
  /// @param most letters, lines or files
  public record Field(
      String id,
      int type,
      String label,
      String description,
      String placeholder,
      boolean required,
      String value,
      int least,
      int most,
      List<ShownOption> options) {}

  /// The field with this id; fails when there is none.
  public Field field(String id) {
    return fields.stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + id + " in " + fields));
  }
}
