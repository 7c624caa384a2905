package app.photoplay.kind.speech;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.Voices;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.Locale;

/// `/voices`: who can speak, and which language.
public final class VoicesCommand implements Command {
  private final Voices model;
  private final Wording wording;

  public VoicesCommand(Voices model, Wording wording) {
    this.model = model;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.listed("voices", Phrase.COMMAND_VOICES);
  }

  @Override
  public CommandResult run(Invocation call) {
    Locale locale = Locale.forLanguageTag(call.language());
    Sentence lines =
        Sentence.lines(model.voices().stream().map(voice -> line(voice, locale)).toList());
    return new CommandResult.Say(
        OutboundMessage.of(
            Kind.ANSWER,
            wording.say(call.language(), Phrase.VOICES.with(Argument.LINES.of(lines)))));
  }

  private static Sentence line(SpeechModel.Voice voice, Locale locale) {
    Argument.Given name = Argument.VOICE.of(voice.name());
    Argument.Given language =
        Argument.SPOKEN.of(Locale.forLanguageTag(voice.language()).getDisplayName(locale));
    String more = described(voice);
    return more.isEmpty()
        ? Phrase.VOICE_LINE.with(name, language)
        : Phrase.VOICE_LINE_DESCRIBED.with(name, language, Argument.DESCRIPTION.of(more));
  }

  /// What the description says beyond the language.
  private static String described(SpeechModel.Voice voice) {
    Locale english = Locale.ENGLISH;
    String language = Locale.forLanguageTag(voice.language()).getDisplayName(english);
    return voice.description().startsWith(language)
            && voice.description().length() <= language.length()
        ? ""
        : voice.description();
  }
}
