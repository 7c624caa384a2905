package app.photoplay.kind.talk;

import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.Voices;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges words before they are ordered: who speaks them, and what to change when nobody can.
final class ScriptCheck {
  /// So much of a sentence is quoted, its end.
  private static final int QUOTED = 40;

  private final Voices voices;
  private final int maxSeconds;

  ScriptCheck(Voices voices, int maxSeconds) {
    this.voices = voices;
    this.maxSeconds = maxSeconds;
  }

  /// @param own the person's own language as their platform states it, may be empty
  Verdict check(String words, TalkOptions options, String own) {
    Optional<String> voice =
        options.voice().isEmpty()
            ? voices.voiceFor(words, own).map(SpeechModel.Voice::name)
            : Optional.of(chosen(options.voice(), words, own));
    if (voice.isEmpty()) {
      return new Verdict.Refused(Phrase.WORDS_UNSPEAKABLE);
    }
    SpeechPrompt prompt = new SpeechPrompt(words, voice.get(), options.manner());
    return switch (voices.check(prompt)) {
      case SpeechCheck.Speakable(var seconds) when seconds > maxSeconds -> tooLong(prompt, seconds);
      case SpeechCheck.TooLong(var seconds) -> tooLong(prompt, seconds);
      case SpeechCheck.Speakable _ -> new Verdict.Fine(voice.get());
      case SpeechCheck.NoWords() -> new Verdict.Refused(Phrase.WORDS_MISSING);
      case SpeechCheck.NoSuchVoice() ->
          new Verdict.Refused(
              Phrase.NO_SUCH_VOICE.with(
                  Argument.VOICE.of(voice.get()),
                  Argument.VOICES.of(TalkOptions.described(voices))));
      case SpeechCheck.Unspeakable(var trouble) ->
          trouble.isEmpty()
              ? new Verdict.Refused(Phrase.WORDS_UNSPEAKABLE)
              : new Verdict.Refused(
                  japanese(trouble, voice.get())
                      ? Phrase.WORDS_IN_KANA.with(Argument.WORDS.of(ending(trouble)))
                      : Phrase.WORDS_UNSPEAKABLE_SOME.with(
                          Argument.VOICE.of(described(voice.get())),
                          Argument.WORDS.of(ending(trouble))));
    };
  }

  /// Whether these words would be given to that voice if nobody chose one.
  boolean chooses(String words, String voice, String own) {
    return voices.voiceFor(words, own).filter(it -> it.name().equals(voice)).isPresent();
  }

  /// Whether a voice for Japanese cannot read some of its characters.
  private boolean japanese(String trouble, String voice) {
    return trouble.codePoints().anyMatch(it -> UnicodeScript.of(it) == UnicodeScript.HAN)
        && voices.voice(voice).filter(it -> it.speaks("ja")).isPresent();
  }

  /// The voice that is meant; a name that none has stays.
  private String chosen(String name, String words, String own) {
    return voices.named(name, words, own).map(SpeechModel.Voice::name).orElse(name);
  }

  private Verdict tooLong(SpeechPrompt prompt, double seconds) {
    // rounded down it would seem to fit
    Argument.Given takes = Argument.SECONDS.of(Math.max(maxSeconds + 1, Math.round(seconds)));
    Argument.Given limit = Argument.LIMIT.of(maxSeconds);
    String fits = longestThatFits(prompt);
    return fits.isEmpty()
        ? new Verdict.Refused(Phrase.WORDS_TOO_LONG.with(takes, limit))
        : new Verdict.Refused(
            Phrase.WORDS_TOO_LONG_CUT.with(takes, limit, Argument.SENTENCE.of(ending(fits))));
  }

  /// As many whole sentences from the beginning as fit, or whole words where not even one sentence
  /// does; empty when not even a word does.
  private String longestThatFits(SpeechPrompt prompt) {
    String sentences = longestThatFits(prompt, BreakIterator.getSentenceInstance(ULocale.ROOT));
    return sentences.isEmpty()
        ? longestThatFits(prompt, BreakIterator.getWordInstance(ULocale.ROOT))
        : sentences;
  }

  private String longestThatFits(SpeechPrompt prompt, BreakIterator parts) {
    parts.setText(prompt.words());
    List<Integer> ends = new ArrayList<>();
    for (int end = parts.next(); end != BreakIterator.DONE; end = parts.next()) {
      ends.add(end);
    }
    int fitting = 0;
    int tooMany = ends.size();
    while (fitting < tooMany) { // of so many parts it is known that they fit, of so many not
      int tried = (fitting + tooMany + 1) / 2;
      if (fits(prompt, ends.get(tried - 1))) {
        fitting = tried;
      } else {
        tooMany = tried - 1;
      }
    }
    return fitting == 0 ? "" : prompt.words().substring(0, ends.get(fitting - 1)).strip();
  }

  private boolean fits(SpeechPrompt prompt, int end) {
    String part = prompt.words().substring(0, end);
    return voices.check(new SpeechPrompt(part, prompt.voice(), prompt.manner()))
            instanceof SpeechCheck.Speakable(var seconds)
        && seconds <= maxSeconds;
  }

  /// The end of the last sentence or of a list of words, at a word's beginning.
  private static String ending(String text) {
    BreakIterator sentences = BreakIterator.getSentenceInstance(ULocale.ROOT);
    sentences.setText(text);
    sentences.last();
    String last = text.substring(Math.max(0, sentences.previous())).strip();
    if (last.length() <= QUOTED) {
      return last;
    }
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(last);
    return "… " + last.substring(words.following(last.length() - QUOTED)).strip();
  }

  private String described(String name) {
    return voices.voice(name).map(SpeechModel.Voice::description).orElse(name);
  }

  /// What came of it.
  sealed interface Verdict {
    /// This voice speaks them.
    record Fine(String voice) implements Verdict {}

    record Refused(Sentence why) implements Verdict {}
  }
}
