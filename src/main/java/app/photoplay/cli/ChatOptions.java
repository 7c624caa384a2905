package app.photoplay.cli;

import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.OptionSpec.Reading;
import app.photoplay.chat.OptionSpec.Values;
import app.photoplay.wording.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/// Gives a command of the shell the options of a chat command: the same names, values and words.
final class ChatOptions {
  private static final Wording ENGLISH = new Wording("en");

  private ChatOptions() {}

  /// The command with these options.
  static CommandLine with(List<OptionSpec> options, Object command) {
    CommandLine line = new CommandLine(command);
    options.forEach(option -> line.getCommandSpec().addOption(described(option)));
    return line;
  }

  private static CommandLine.Model.OptionSpec described(OptionSpec option) {
    return CommandLine.Model.OptionSpec.builder("--" + option.name())
        .paramLabel(option.name().toUpperCase(Locale.ROOT))
        .description(description(option).replace("%", "%%"))
        .type(String.class)
        .converters(text -> read(option, text))
        .build();
  }

  private static String description(OptionSpec option) {
    String label = ENGLISH.say("en", option.label());
    String possible =
        option.values() instanceof Values.OneOf(var choices, _)
            ? choices.stream().map(ChatOptions::choice).collect(Collectors.joining(", "))
            : String.join(", ", option.possible());
    return possible.isEmpty() ? label + "." : label + ": " + possible + ".";
  }

  /// `burned (in the picture)`; a label that says nothing new is left out.
  private static String choice(OptionSpec.Choice choice) {
    String label = ENGLISH.say("en", choice.label());
    String plain = label.toLowerCase(Locale.ROOT).replace(' ', '-');
    return plain.equals(choice.value()) ? choice.value() : choice.value() + " (" + label + ")";
  }

  private static String read(OptionSpec option, String text) {
    return switch (option.read(text)) {
      case Reading.Good(var value) -> value;
      case Reading.Bad(var nearest) ->
          throw new TypeConversionException(
              text
                  + (option.values() instanceof Values.OneOf ? " is none of " : " is not ")
                  + String.join(", ", option.possible())
                  + nearest.map(it -> "; did you mean " + it + "?").orElse(""));
    };
  }

  /// What was chosen of them, as a chat states it.
  static Map<String, String> chosen(List<OptionSpec> options, CommandSpec command) {
    Map<String, String> chosen = new HashMap<>();
    for (OptionSpec option : options) {
      CommandLine.Model.OptionSpec typed = command.findOption("--" + option.name());
      String value = typed == null ? null : typed.getValue();
      if (value != null) {
        chosen.put(option.name(), value);
      }
    }
    return chosen;
  }
}
