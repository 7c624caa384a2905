package app.photoplay.command;

import app.photoplay.chat.OptionSpec;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Nearest;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the options of a command: those that a platform names, and those that stand before its
/// words, as in `/talk voice=de speed=1.2 Guten Tag`. A value with spaces stands in quotes.
///
/// Words that only look like an option are words: `/talk E=mc2`. A misspelt option is not one of
/// them.
public final class OptionWords {
  private static final Pattern OPTION =
      Pattern.compile("^([a-z]{1,32})=(?:\"([^\"]*)\"|(\\S*))(?:\\s+|$)");

  private OptionWords() {}

  /// What came of reading.
  sealed interface Read {
    /// All was understood.
    ///
    /// @param words without the options
    /// @param options that the command has, each with a value that it takes
    record Good(String words, Map<String, String> options) implements Read {
      public Good {
        options = Map.copyOf(options);
      }
    }

    /// Something was not understood.
    ///
    /// @param sentence says what was not understood
    record Bad(String sentence) implements Read {}
  }

  /// Reads the options of a written command.
  ///
  /// @param named those that the platform names; what the command does not have is left out
  static Read written(
      CommandSpec command,
      String words,
      Map<String, String> named,
      String language,
      Wording wording) {
    Map<String, String> all = new HashMap<>(named);
    List<String> names = OptionSpec.names(command.options());
    String rest = words;
    for (Matcher option = OPTION.matcher(rest); option.find(); option = OPTION.matcher(rest)) {
      String name = option.group(1);
      if (!names.contains(name)) {
        Optional<String> nearest = Nearest.to(name, names);
        if (nearest.isEmpty()) {
          break;
        }
        return new Read.Bad(
            wording.say(
                language,
                Phrase.OPTION_UNKNOWN.with(
                    Argument.COMMAND.of(command.name()),
                    Argument.OPTION.of(name),
                    Argument.NEAREST.of(nearest.get()))));
      }
      all.put(name, option.group(2) == null ? option.group(3) : option.group(2));
      rest = rest.substring(option.end());
    }
    return given(command, rest, all, language, wording);
  }

  /// Reads options that a platform names, and leaves the words alone.
  static Read given(
      CommandSpec command,
      String words,
      Map<String, String> named,
      String language,
      Wording wording) {
    Map<String, String> good = new HashMap<>();
    for (OptionSpec option : command.options()) {
      String value = named.get(option.name());
      if (value == null && option.required()) {
        return new Read.Bad(
            wording.say(
                language,
                Phrase.OPTION_MISSING.with(
                    Argument.COMMAND.of(command.name()),
                    Argument.OPTION.of(option.name()),
                    Argument.LABEL.of(option.label()))));
      }
      if (value == null) {
        continue;
      }
      switch (option.read(value)) {
        case OptionSpec.Reading.Good(var meant) -> good.put(option.name(), meant);
        case OptionSpec.Reading.Bad bad -> {
          return new Read.Bad(refusal(option, value, bad, language, wording));
        }
      }
    }
    return new Read.Good(words, good);
  }

  /// Says why a value is none, and what is probably meant.
  public static String refusal(
      OptionSpec option,
      String value,
      OptionSpec.Reading.Bad bad,
      String language,
      Wording wording) {
    Argument.Given name = Argument.OPTION.of(option.name());
    Argument.Given wrong = Argument.VALUE.of(value.strip());
    Argument.Given choices = Argument.CHOICES.of(option.possible());
    Sentence sentence;
    if (option.values() instanceof OptionSpec.Values.Whole) {
      sentence = Phrase.OPTION_WHOLE.with(name, wrong, choices);
    } else if (bad.nearest().isPresent()) {
      Argument.Given nearest = Argument.NEAREST.of(bad.nearest().get());
      sentence = Phrase.UNKNOWN_OPTION_NEAREST.with(name, wrong, choices, nearest);
    } else {
      sentence = Phrase.UNKNOWN_OPTION.with(name, wrong, choices);
    }
    return wording.say(language, sentence);
  }
}
