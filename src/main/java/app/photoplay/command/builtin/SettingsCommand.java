package app.photoplay.command.builtin;

import app.photoplay.budget.Ledger;
import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.intake.Accounts;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// `/settings`: what a person chose for good. The language that the bot writes in is one tap, or
/// `language Deutsch`; the time zone in which days are counted is `zone Europe/Berlin`.
public final class SettingsCommand implements Command {
  private static final String NAME = "settings";

  /// The words, and the subject of the button, that leave the language to the platform.
  private static final String AUTOMATIC = "auto";

  private static final int IN_A_ROW = 3;

  private static final OptionSpec CHANGE =
      new OptionSpec(
          "change",
          Phrase.OPTION_CHANGE,
          new OptionSpec.Values.Text(100, SettingsCommand::suggestions));

  private final Ledger ledger;
  private final Accounts accounts;
  private final ButtonSigner buttons;
  private final Wording wording;
  private final InstantSource time;

  public SettingsCommand(
      Ledger ledger, Accounts accounts, ButtonSigner buttons, Wording wording, InstantSource time) {
    this.ledger = ledger;
    this.accounts = accounts;
    this.buttons = buttons;
    this.wording = wording;
    this.time = time;
  }

  private static List<String> suggestions() {
    Stream<String> languages = Wording.languages().stream().map(it -> "language " + it);
    Stream<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().map("zone "::concat);
    return Stream.concat(languages, zones).toList();
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.withButton(NAME, Phrase.COMMAND_SETTINGS).with(CHANGE).personal();
  }

  @Override
  public CommandResult run(Invocation call) {
    String[] words = call.words().strip().split("\\s+", 2);
    String value = words.length < 2 ? "" : words[1];
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "" -> say(call, all(call), languages(call));
      case "zone" -> value.isEmpty() ? say(call, zone(call), List.of()) : zone(call, value);
      case "language" -> language(call, value);
      default -> language(call, call.words().strip());
    };
  }

  private Sentence all(Invocation call) {
    Sentence language =
        Phrase.SETTINGS_LANGUAGE.with(Argument.NAME.of(Wording.name(call.language())));
    return Sentence.lines(zone(call), language);
  }

  private Sentence zone(Invocation call) {
    ZoneId zone = ledger.zone(call.account(), time.instant());
    return Phrase.SETTINGS.with(Argument.ZONE.of(zone.getId()));
  }

  private CommandResult zone(Invocation call, String name) {
    ZoneId zone;
    try {
      zone = ZoneId.of(name);
    } catch (DateTimeException e) {
      return refuse(call, Phrase.SETTINGS_ZONE_UNKNOWN.with(Argument.ZONE.of(name)));
    }
    Instant from = ledger.changeZone(call.account(), zone, time.instant());
    return say(
        call,
        Phrase.SETTINGS_ZONE_CHANGED.with(
            Argument.ZONE.of(zone.getId()), Argument.WHEN.of(from.atZone(zone))),
        List.of());
  }

  /// What people write is a language's letters or its name, in itself, in English or in the
  /// language that they are written to in now.
  private CommandResult language(Invocation call, String wanted) {
    Optional<String> language =
        Wording.languages().stream()
            .filter(it ->
                Stream.of(
                        it,
                        Wording.name(it),
                        Wording.name(it, "en"),
                        Wording.name(it, call.language()))
                    .anyMatch(wanted::equalsIgnoreCase))
            .findFirst();
    if (language.isEmpty() && !wanted.equalsIgnoreCase(AUTOMATIC)) {
      return refuse(
          call,
          Phrase.SETTINGS_LANGUAGE_UNKNOWN.with(
              Argument.VALUE.of(wanted),
              Argument.CHOICES.of(Wording.languages().stream().map(Wording::name).toList())));
    }
    accounts.write(call.account(), language);
    String now = language.orElseGet(() -> wording.language(call.from().language()));
    Sentence changed = Phrase.SETTINGS_LANGUAGE_CHANGED.with(Argument.NAME.of(Wording.name(now)));
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(now, changed)).privately());
  }

  private List<List<Button>> languages(Invocation call) {
    List<List<Button>> rows = new ArrayList<>();
    List<String> all = new ArrayList<>(Wording.languages());
    all.remove(call.language());
    for (int i = 0; i < all.size(); i += IN_A_ROW) {
      rows.add(
          all.subList(i, Math.min(i + IN_A_ROW, all.size())).stream()
              .map(it -> button(call, Wording.title(it), it))
              .toList());
    }
    if (!all.isEmpty()) {
      String automatic = wording.say(call.language(), Phrase.BUTTON_LANGUAGE_AUTO);
      rows.add(List.of(button(call, automatic, AUTOMATIC)));
    }
    return rows;
  }

  private Button button(Invocation call, String label, String subject) {
    return new Button(label, buttons.sign(ButtonData.of(NAME, subject, call.account().value())));
  }

  private CommandResult refuse(Invocation call, Sentence sentence) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), sentence)));
  }

  private CommandResult say(Invocation call, Sentence sentence, List<List<Button>> rows) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), sentence))
            .with(rows)
            .privately());
  }
}
