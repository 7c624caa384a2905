package app.photoplay.conversation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A command that a person calls. Where commands are typed, its words and its photo are options as
/// well.
///
/// @param words the free words, may be empty
/// @param on a message with a photo that the command is for
record Call(
    String command,
    String words,
    Map<String, String> options,
    Optional<Path> photo,
    Optional<Said> on) {

  static Call of(String command, String words) {
    return new Call(command, words, Map.of(), Optional.empty(), Optional.empty());
  }

  Call with(Path photo) {
    return new Call(command, words, options, Optional.of(photo), on);
  }

  Call with(String option, String value) {
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(option, value);
    return new Call(command, words, more, photo, on);
  }

  Call on(Said message) {
    return new Call(command, words, options, photo, Optional.of(message));
  }

  /// As it is written where commands are words.
  String written(String name) {
    StringBuilder line = new StringBuilder("/" + name);
    options.forEach((option, value) ->
        line.append(' ')
            .append(option)
            .append('=')
            .append(value.contains(" ") ? '"' + value + '"' : value));
    return line.append(' ').append(words).toString().strip();
  }

  @Override
  public String toString() {
    String file = photo.map(it -> "[" + it.getFileName() + "] ").orElse("");
    return file + written(command) + (on.isPresent() ? " (on that photo)" : "");
  }
}
