package app.photoplay.chat.update;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command as people write it in a message: `/talk Hello`, or `/talk@bot Hello`.
///
/// @param name lower case
/// @param bot whom it is for, empty when it does not say
/// @param words what stands behind it, stripped
public record WrittenCommand(String name, String bot, String words) {
  private static final Pattern FORM =
      Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\\s+(.*))?", Pattern.DOTALL);

  /// Empty when the text is no command.
  public static Optional<WrittenCommand> in(String text) {
    Matcher written = FORM.matcher(text);
    return written.matches()
        ? Optional.of(
            new WrittenCommand(
                written.group(1).toLowerCase(Locale.ROOT),
                group(written, 2),
                group(written, 3).strip()))
        : Optional.empty();
  }

  private static String group(Matcher written, int number) {
    String group = written.group(number);
    return group == null ? "" : group;
  }

  /// As something that a person did, without options.
  public ChatUpdate.CommandCall call(
      String id,
      Person from,
      MessageRef message,
      List<Attachment> attachments,
      Optional<ChatUpdate.Replied> replied) {
    return new ChatUpdate.CommandCall(
        id, from, message, name, words, Map.of(), attachments, replied);
  }
}
