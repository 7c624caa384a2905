package app.photoplay.provider.local;

import app.photoplay.provider.local.piper.PiperSpeech;
import app.photoplay.provider.local.piper.PiperVoice;
import app.photoplay.provider.local.piper.VoiceShelf;
import app.photoplay.provider.speech.SpeechModel.Voice;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.sound.Utterance;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The voices that the operator brought, beside those that come along.
final class NaturalVoices {
  private static final double LETTERS_PER_SECOND = 14;

  private final Map<String, PiperVoice> known = new LinkedHashMap<>();
  private final PiperSpeech speech;
  private final List<LocalVoice> voices;

  NaturalVoices(VoiceShelf shelf, Espeak espeak) {
    this.speech = new PiperSpeech(shelf.runtime(), espeak::clauses);
    List<PiperVoice> found = EspeakFiles.comeAlong() ? shelf.voices() : List.of();
    found.forEach(voice -> known.put(voice.name(), voice));
    this.voices = found.stream().map(NaturalVoices::offered).toList();
  }

  List<LocalVoice> voices() {
    return voices;
  }

  Optional<Utterance> say(LocalVoice voice, SpeechStyle manner, String text, double longestSeconds)
      throws IOException, InterruptedException, PiperSpeech.Unspeakable {
    PiperVoice own = known.get(voice.code());
    if (own == null) {
      throw new IOException("the voice " + voice.code() + " is not there any more");
    }
    return speech.say(own, manner, text, longestSeconds);
  }

  private static LocalVoice offered(PiperVoice voice) {
    Locale locale = Locale.forLanguageTag(voice.language());
    String description = voice.title() + ", " + locale.getDisplayName(Locale.ENGLISH);
    return new LocalVoice(
        new Voice(voice.name(), voice.language(), description),
        LocalVoice.Engine.PIPER,
        voice.name(),
        scripts(locale.getLanguage()),
        LETTERS_PER_SECOND / voice.settings().length());
  }

  /// Those that espeak-ng reads in that language.
  private static Set<UnicodeScript> scripts(String language) {
    return EspeakVoices.ALL.stream()
        .filter(it -> it.voice().speaks(language))
        .findFirst()
        .map(LocalVoice::scripts)
        .orElse(Set.of(UnicodeScript.LATIN));
  }
}
