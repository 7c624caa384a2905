package app.photoplay.kind.speech;

import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.Document;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.provider.speech.SpeakingWay;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.Voices;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ContentRef;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `/voices`: who can speak, and which language; with a name behind it, or by a tap, that voice is
/// heard.
public final class VoicesCommand implements Command {
  private static final int VOICE_UNITS = 100;

  /// What the data of a button can hold.
  private static final Pattern SHORT_NAME = Pattern.compile("[0-9A-Za-z]{1,20}");

  private static final int IN_A_ROW = 3;
  private static final int MOST_OF_A_LANGUAGE = 6;

  private final Voices model;
  private final VoiceSamples samples;
  private final ArtifactStore files;
  private final ButtonSigner buttons;
  private final Wording wording;

  public VoicesCommand(
      Voices model,
      VoiceSamples samples,
      ArtifactStore files,
      ButtonSigner buttons,
      Wording wording) {
    this.model = model;
    this.samples = samples;
    this.files = files;
    this.buttons = buttons;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.withButton("voices", Phrase.COMMAND_VOICES)
        .with(
            new OptionSpec(
                "voice",
                Phrase.OPTION_VOICE_HEARD,
                new OptionSpec.Values.Text(VOICE_UNITS, this::names)));
  }

  private List<String> names() {
    return model.voices().stream().map(SpeechModel.Voice::title).distinct().toList();
  }

  @Override
  public CommandResult run(Invocation call) throws InterruptedException {
    return call.words().isBlank() ? list(call) : heard(call, call.words().strip());
  }

  private CommandResult heard(Invocation call, String name) throws InterruptedException {
    Optional<SpeechModel.Voice> voice = model.named(name, "", call.from().language());
    if (voice.isEmpty()) {
      return refused(call, Phrase.VOICE_UNKNOWN.with(Argument.VOICE.of(name)));
    }
    Optional<String> sample = samples.of(voice.get());
    if (sample.isEmpty()) {
      return refused(call, Phrase.VOICE_UNHEARD.with(Argument.VOICE.of(voice.get().title())));
    }
    Sentence who = line(voice.get(), Locale.forLanguageTag(call.language()));
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), who))
            .with(new Document(new ContentRef(sample.get(), files), voice.get().title() + ".wav")));
  }

  private CommandResult refused(Invocation call, Sentence why) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), why)));
  }

  private CommandResult list(Invocation call) {
    Locale locale = Locale.forLanguageTag(call.language());
    Sentence lines =
        Sentence.lines(model.voices().stream().map(voice -> line(voice, locale)).toList());
    return new CommandResult.Say(
        OutboundMessage.of(
                Kind.ANSWER,
                wording.say(call.language(), Phrase.VOICES.with(Argument.LINES.of(lines))))
            .with(buttons(call)));
  }

  /// Those of the person's language, and all ways of speaking.
  private List<List<Button>> buttons(Invocation call) {
    String own = Locale.forLanguageTag(call.from().language()).getLanguage();
    Stream<SpeechModel.Voice> mine =
        model.voices().stream()
            .filter(it -> it.speaks(own) || (own.isEmpty() && it.speaks("en")))
            .filter(it -> SHORT_NAME.matcher(it.name()).matches())
            .limit(MOST_OF_A_LANGUAGE);
    List<Button> all = new ArrayList<>(mine.map(it -> button(it.title(), it.name())).toList());
    for (SpeakingWay way : SpeakingWay.values()) {
      if (model.named(way.code(), "", own).isPresent()) {
        all.add(button(wording.say(call.language(), WayNames.of(way)), way.code()));
      }
    }
    List<List<Button>> rows = new ArrayList<>();
    for (int from = 0; from < all.size(); from += IN_A_ROW) {
      rows.add(all.subList(from, Math.min(all.size(), from + IN_A_ROW)));
    }
    return rows;
  }

  private Button button(String label, String name) {
    return new Button(
        label, buttons.sign(new ButtonData("voices", name, ButtonData.ANYBODY, ButtonData.ANY)));
  }

  static Sentence line(SpeechModel.Voice voice, Locale locale) {
    Argument.Given language =
        Argument.SPOKEN.of(Locale.forLanguageTag(voice.language()).getDisplayName(locale));
    return voice.title().equals(language(voice))
        ? Phrase.VOICE_LINE.with(language)
        : Phrase.VOICE_LINE_NAMED.with(Argument.NAME.of(voice.title()), language);
  }

  private static String language(SpeechModel.Voice voice) {
    return Locale.forLanguageTag(voice.language()).getDisplayName(Locale.ENGLISH);
  }
}
