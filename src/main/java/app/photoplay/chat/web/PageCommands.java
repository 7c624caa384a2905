package app.photoplay.chat.web;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.OptionSpec;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The commands and their options as the page is told about them. Immutable.
final class PageCommands {
  private static final Map<String, List<OptionSpec.Choice>> STEPS =
      Map.of(
          "speed",
          List.of(
              new OptionSpec.Choice("0.8", Phrase.CHOICE_SLOWER),
              new OptionSpec.Choice("1.25", Phrase.CHOICE_FASTER)),
          "pitch",
          List.of(
              new OptionSpec.Choice("-3", Phrase.CHOICE_DEEPER),
              new OptionSpec.Choice("3", Phrase.CHOICE_HIGHER)));

  private final List<CommandInfo> commands;
  private final Wording wording;

  PageCommands(List<CommandInfo> commands, Wording wording) {
    this.commands = commands.stream().filter(CommandInfo::listed).toList();
    this.wording = wording;
  }

  /// Names that a message may have options by.
  Set<String> optionNames() {
    return commands.stream()
        .flatMap(command -> command.options().stream())
        .map(OptionSpec::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Adds `commands`, and as `choices` what people may choose for all that they send: preferences
  /// of the first command that has some, which is the one that a photo with words means.
  void describe(ObjectNode reply) {
    ArrayNode list = reply.putArray("commands");
    commands.forEach(command ->
        list.addObject()
            .put("name", command.name())
            .put("description", say(command.description())));
    ArrayNode choices = reply.putArray("choices");
    commands.stream()
        .filter(command -> command.options().stream().anyMatch(OptionSpec::preference))
        .findFirst()
        .ifPresent(command ->
            command.options().stream()
                .filter(OptionSpec::preference)
                .forEach(option -> describe(option, choices)));
  }

  /// Numbers come as a few steps that are clearly heard.
  private void describe(OptionSpec option, ArrayNode choices) {
    List<OptionSpec.Suggestion> offered =
        option.values() instanceof OptionSpec.Values.Decimal
            ? STEPS.getOrDefault(option.name(), List.of()).stream()
                .map(it -> new OptionSpec.Suggestion(it.value(), say(it.label())))
                .toList()
            : option.suggestions("", this::say);
    if (offered.isEmpty()) {
      return;
    }
    ObjectNode choice =
        choices.addObject().put("name", option.name()).put("label", say(option.label()));
    ArrayNode values = choice.putArray("values");
    offered.forEach(it -> values.addObject().put("value", it.value()).put("label", it.label()));
  }

  private String say(Phrase phrase) {
    return wording.say(wording.language(""), phrase);
  }
}
