package app.photoplay.chat.discord;

import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.OptionSpec.Values;
import app.photoplay.chat.Pages;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/// Our commands as Discord lists them: words, files and options each become a typed option, and
/// menus of messages are there as well. Immutable.
final class Slash {
  /// Of suggestions and of choices.
  static final int MOST_CHOICES = 25;

  /// Of descriptions, and of the names of choices and menus.
  private static final int LABEL_UNITS = 100;

  private static final int MENU_UNITS = 32;
  private static final int LONGEST_WORDS = 6000;

  private final List<CommandInfo> commands;
  private final Wording wording;

  Slash(List<CommandInfo> commands, Wording wording) {
    this.commands = commands.stream().filter(it -> !it.name().equals(CommandInfo.START)).toList();
    this.wording = wording;
  }

  /// All commands and menus.
  List<CommandData> all() {
    List<CommandData> all = new ArrayList<>();
    for (CommandInfo command : commands) {
      all.add(
          everywhere(
              command,
              Commands.slash(command.name(), label(command.description()))
                  .setDescriptionLocalizations(translated(command.description(), LABEL_UNITS))
                  .addOptions(options(command))));
      command
          .menu()
          .ifPresent(menu ->
              all.add(
                  everywhere(
                      command,
                      Commands.message(Pages.shortened(say(menu), MENU_UNITS))
                          .setNameLocalizations(translated(menu, MENU_UNITS)))));
    }
    return all;
  }

  private static CommandData everywhere(CommandInfo command, CommandData data) {
    return data.setContexts(
            InteractionContextType.GUILD,
            InteractionContextType.BOT_DM,
            InteractionContextType.PRIVATE_CHANNEL)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL)
        .setDefaultPermissions(
            command.listed()
                ? DefaultMemberPermissions.ENABLED
                : DefaultMemberPermissions.DISABLED);
  }

  /// What is most often given comes first.
  private List<OptionData> options(CommandInfo command) {
    List<OptionData> options =
        Stream.of(command.files().stream(), command.words().stream(), typed(command))
            .flatMap(it -> it)
            .map(this::option)
            .toList();
    // where files may take the place of words, a form asks for what misses
    if (command.files().isEmpty() && command.words().filter(OptionSpec::required).isPresent()) {
      var _ = options.getFirst().setRequired(true);
    }
    return options;
  }

  /// Without those that name a file, which can be attached here.
  private static Stream<OptionSpec> typed(CommandInfo command) {
    return command.options().stream().filter(it -> !(it.values() instanceof Values.File));
  }

  private OptionData option(OptionSpec spec) {
    OptionType type =
        switch (spec.values()) {
          case Values.OneOf _, Values.Text _ -> OptionType.STRING;
          case Values.Whole _ -> OptionType.INTEGER;
          case Values.Decimal _ -> OptionType.NUMBER;
          case Values.File _ -> OptionType.ATTACHMENT;
        };
    OptionData option =
        new OptionData(type, spec.name(), label(spec.label()))
            .setDescriptionLocalizations(translated(spec.label(), LABEL_UNITS));
    return switch (spec.values()) {
      case Values.OneOf(var choices, _) when choices.size() <= MOST_CHOICES ->
          option.addChoices(choices.stream().map(this::choice).toList());
      case Values.OneOf _ -> option.setAutoComplete(true);
      case Values.Whole(var least, var most) -> option.setRequiredRange(least, most);
      case Values.Decimal(var least, var most) -> option.setRequiredRange(least, most);
      case Values.Text(var longest, var suggestions, _) ->
          option
              .setMaxLength(Math.min(longest, LONGEST_WORDS))
              .setAutoComplete(!suggestions.get().isEmpty());
      case Values.File _ -> option;
    };
  }

  private Choice choice(OptionSpec.Choice choice) {
    return new Choice(Pages.shortened(say(choice.label()), LABEL_UNITS), choice.value())
        .setNameLocalizations(translated(choice.label(), LABEL_UNITS));
  }

  /// What a person may mean who has typed the beginning, in a language.
  List<Choice> suggestions(String command, String option, String typed, String language) {
    return find(command).stream()
        .flatMap(it -> Stream.concat(it.words().stream(), it.options().stream()))
        .filter(it -> it.name().equals(option))
        .flatMap(it -> it.suggestions(typed, label -> wording.say(language, label)).stream())
        .filter(it -> it.value().length() <= LABEL_UNITS)
        .limit(MOST_CHOICES)
        .map(it -> new Choice(Pages.shortened(it.label(), LABEL_UNITS), it.value()))
        .toList();
  }

  /// The command of that name.
  Optional<CommandInfo> find(String name) {
    return commands.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /// The command behind a menu of messages, by its name in the bot's own language.
  Optional<CommandInfo> menu(String name) {
    return commands.stream()
        .filter(it ->
            it.menu()
                .filter(menu -> Pages.shortened(say(menu), MENU_UNITS).equals(name))
                .isPresent())
        .findFirst();
  }

  private Map<DiscordLocale, String> translated(Phrase phrase, int most) {
    Map<DiscordLocale, String> texts = new HashMap<>();
    for (DiscordLocale locale : DiscordLocale.values()) {
      String tag = Locale.forLanguageTag(locale.getLocale()).getLanguage();
      if (locale != DiscordLocale.UNKNOWN && Wording.speaks(tag)) {
        texts.put(locale, Pages.shortened(wording.say(tag, phrase), most));
      }
    }
    return texts;
  }

  private String label(Phrase phrase) {
    return Pages.shortened(say(phrase), LABEL_UNITS);
  }

  private String say(Phrase phrase) {
    return wording.say(wording.language(""), phrase);
  }
}
