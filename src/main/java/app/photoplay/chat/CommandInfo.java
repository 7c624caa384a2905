package app.photoplay.chat;

import app.photoplay.chat.message.Attachment;
import app.photoplay.wording.Phrase;
import java.util.List;
import java.util.Optional;

/// A command as platforms list it. A platform where commands are typed word by word shows its name
/// and description; one with typed options offers its words, files and options as such.
///
/// @param name 1 to 32 of `a-z 0-9 _`
/// @param description in any language at most 100 characters
/// @param words what the free words behind the command are; empty when it takes none
/// @param files that may come along with it, as options of the kind [OptionSpec.Values.File]
/// @param options that people are offered
/// @param reach who is told of it, and who of its answers
/// @param menu what the command is called in the menu of a message with a picture; empty when it is
///   not there
public record CommandInfo(
    String name,
    Phrase description,
    Optional<OptionSpec> words,
    List<OptionSpec> files,
    List<OptionSpec> options,
    Reach reach,
    Optional<Phrase> menu) {

  /// What begins a chat where a chat has to be begun.
  public static final String START = "start";

  /// Who is told of a command, and who of its answers.
  public enum Reach {
    /// All see it, and its answers.
    OPEN,
    /// All see it; what it answers concerns the person alone, such as money.
    PERSONAL,
    /// The operators know of it, and its answers are for them alone.
    OPERATORS
  }

  public CommandInfo {
    files = List.copyOf(files);
    options = List.copyOf(options);
  }

  /// A command that takes nothing.
  public CommandInfo(String name, Phrase description) {
    this(name, description, List.of());
  }

  /// A command with options.
  public CommandInfo(String name, Phrase description, List<OptionSpec> options) {
    this(name, description, Optional.empty(), List.of(), options, Reach.OPEN, Optional.empty());
  }

  /// Whether everybody is told of it.
  public boolean listed() {
    return reach != Reach.OPERATORS;
  }

  /// Whether its answers are for the person alone.
  public boolean personal() {
    return reach != Reach.OPEN;
  }

  /// Whether to ask for words: it needs some, or a file in their place, and neither came. One that
  /// is not for files in the first place may be of its options alone, and asks by itself.
  public boolean misses(String given, List<Attachment> attachments) {
    if (!given.isBlank() || words.isEmpty()) {
      return false;
    }
    return words.get().required()
        ? attachments.stream().allMatch(it -> it.kind() == Attachment.Kind.PHOTO)
        : attachments.isEmpty() && !files.isEmpty() && menu.isPresent();
  }
}
