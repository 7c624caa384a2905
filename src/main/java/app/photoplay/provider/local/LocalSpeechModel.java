package app.photoplay.provider.local;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.SoundProblem;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.local.piper.PiperSpeech;
import app.photoplay.provider.local.piper.VoiceShelf;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeakingWay;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.speech.language.WrittenLanguage;
import app.photoplay.provider.speech.reading.Reading;
import app.photoplay.provider.speech.sound.HeardPhones;
import app.photoplay.provider.speech.sound.SpeechFolder;
import app.photoplay.provider.speech.sound.Utterance;
import app.photoplay.provider.speech.sound.WrittenWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import marytts.exceptions.MaryConfigurationException;
import marytts.exceptions.SynthesisException;

/// Speaks English with MaryTTS in this process and other languages with espeak-ng in a process of
/// its own, without network or charge. Thread-safe; each engine speaks one text at a time.
public final class LocalSpeechModel
    implements SpeechModel, Work.Local<SpeechInput, GeneratedSpeech> {
  /// With less speech the voice knew none of the words.
  private static final double LEAST_SPOKEN_SECONDS = 0.1;

  /// The engines' own last pause is cut, so what they make may be a little longer than allowed.
  private static final double MOST_SECONDS = LocalVoice.LONGEST + 0.5;

  private final SpeechFolder folder;
  private final MaryVoice mary;
  private final Espeak espeak;
  private final Sounds sounds;
  private final Optional<FliteVoice> flite;
  private final ArabicVowels vowels;
  private final NaturalVoices natural;
  private final List<LocalVoice> voices;

  /// The voices with what is offered of one speaking in several ways.
  private final List<LocalVoice> offered;

  /// Does not load a voice yet.
  ///
  /// @param work folder for finished files until the caller takes them; made when missing
  /// @param cache folder that espeak-ng is unpacked into; libraries in it must be allowed to load
  /// @param sounds reads what people recorded
  public LocalSpeechModel(Path work, Path cache, Sounds sounds) {
    this(work, cache, sounds, "");
  }

  /// The same with the voices of programs that the system has.
  ///
  /// @param path folders of programs, as the environment's PATH names them
  public LocalSpeechModel(Path work, Path cache, Sounds sounds, String path) {
    this(work, cache, sounds, path, new VoiceShelf(work.resolve("voices")));
  }

  /// The same with natural voices.
  ///
  /// @param shelf where they lie, read once
  public LocalSpeechModel(Path work, Path cache, Sounds sounds, String path, VoiceShelf shelf) {
    this(
        work,
        new MaryVoice(),
        new Espeak(new EspeakFiles(cache)),
        FliteVoice.on(path),
        shelf,
        sounds);
  }

  /// The same with its cache below the folder for work and the embedded ffmpeg alone.
  public LocalSpeechModel(Path work) {
    this(work, work.resolve("cache"), new Sounds(new Ffmpeg(null, "", work.resolve("cache"))));
  }

  LocalSpeechModel(Path work, MaryVoice mary, Espeak espeak) {
    this(
        work,
        mary,
        espeak,
        Optional.empty(),
        new VoiceShelf(work.resolve("voices")),
        new Sounds(new Ffmpeg(null, "", work)));
  }

  LocalSpeechModel(
      Path work,
      MaryVoice mary,
      Espeak espeak,
      Optional<FliteVoice> flite,
      VoiceShelf shelf,
      Sounds sounds) {
    this.sounds = sounds;
    this.folder = new SpeechFolder(work);
    this.mary = mary;
    this.espeak = espeak;
    this.flite = flite;
    this.vowels = new ArabicVowels(work.resolve("vowels"));
    this.natural = new NaturalVoices(shelf, espeak);
    Stream<LocalVoice> known =
        Stream.of(
                Stream.of(LocalVoice.SLT),
                flite.stream().flatMap(_ -> FliteVoice.VOICES.stream()),
                EspeakFiles.comeAlong() ? EspeakVoices.ALL.stream() : Stream.<LocalVoice>empty())
            .flatMap(it -> it);
    this.voices = Stream.concat(known, natural.voices().stream()).toList();
    this.offered =
        Stream.concat(voices.stream(), Arrays.stream(SpeakingWay.values()).map(LocalVoice.SLT::as))
            .toList();
  }

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public Lane lane() {
    return Lane.VOICE;
  }

  @Override
  public List<Voice> voices() {
    return offered.stream().map(LocalVoice::voice).toList();
  }

  @Override
  public Optional<Voice> voice(String name) {
    return find(name).map(LocalVoice::voice);
  }

  /// A way of speaking (`warm`) is that of the voice for the words; behind a voice or language
  /// (`de-warm`, `sally robot`) it is that of the voice.
  @Override
  public Optional<Voice> named(String name, String words, String own) {
    String[] parts = name.strip().toLowerCase(Locale.ROOT).split("[\\s_-]+");
    Optional<SpeakingWay> way = SpeakingWay.of(parts[parts.length - 1]);
    if (way.isEmpty()) {
      return SpeechModel.super.named(name, words, own);
    }
    Optional<Voice> base =
        parts.length == 1
            ? voiceFor(words, own)
            : SpeechModel.super.named(
                String.join("-", List.of(parts).subList(0, parts.length - 1)), words, own);
    return base.flatMap(it -> find(it.name())).map(it -> it.as(way.get()).voice());
  }

  @Override
  public Optional<Voice> voiceFor(String words, String own) {
    String language = WrittenLanguage.of(Reading.plain(words), own);
    return naturalFirst().filter(voice -> voice.speaks(language)).findFirst();
  }

  @Override
  public List<Voice> likelyVoices(String words, String own) {
    return WrittenLanguage.likely(Reading.plain(words), own).stream()
        .flatMap(language -> naturalFirst().filter(voice -> voice.speaks(language)).limit(1))
        .toList();
  }

  /// Whoever brought a natural voice wants to hear it.
  private Stream<Voice> naturalFirst() {
    return Stream.concat(natural.voices().stream(), voices.stream()).map(LocalVoice::voice);
  }

  @Override
  public Spoken spoken(SpeechPrompt prompt) {
    return find(prompt.voice())
        .map(voice -> voice.spoken(prompt.words()))
        .orElseGet(() -> SpeechModel.super.spoken(prompt));
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    return find(prompt.voice())
        .map(voice -> voice.check(prompt.words(), prompt.manner()))
        .orElseGet(() -> new SpeechCheck.NoSuchVoice());
  }

  @Override
  public Optional<Money> price(SpeechNeed need, PriceBook prices) {
    return need.recorded() || find(need.voice()).isPresent()
        ? Optional.of(prices.price(provider(), "speech", need.millis()))
        : Optional.empty();
  }

  @Override
  public Work<SpeechInput, GeneratedSpeech> work() {
    return this;
  }

  @Override
  public Result<GeneratedSpeech> make(SpeechInput input, DoubleConsumer progress)
      throws InterruptedException {
    return switch (input) {
      case SpeechPrompt words -> speak(words);
      case SpeechInput.Recorded(var sound) -> clean(sound);
    };
  }

  /// Speaks; again gives the same sound.
  ///
  /// An interruption is noticed between the steps: at once while waiting for another text or for
  /// espeak-ng, else after a fraction of a second, or of some seconds at the first text after the
  /// start.
  ///
  /// @throws UncheckedIOException when the files cannot be written; none is left then
  Result<GeneratedSpeech> speak(SpeechPrompt prompt) throws InterruptedException {
    switch (check(prompt)) {
      case SpeechCheck.Unspeakable _ -> {
        return new Result.Refused<>(Failure.Code.UNSPEAKABLE);
      }
      case SpeechCheck.NoWords() -> {
        return new Result.Refused<>(Failure.Code.NO_WORDS);
      }
      case SpeechCheck.NoSuchVoice() -> {
        return new Result.Refused<>(Failure.Code.NO_SUCH_VOICE);
      }
      case SpeechCheck.TooLong _ -> {
        return new Result.Refused<>(Failure.Code.TOO_LONG);
      }
      case SpeechCheck.Speakable _ -> {}
    }
    LocalVoice voice = find(prompt.voice()).orElseThrow();
    Optional<Utterance> said;
    try {
      said = said(voice, prompt);
    } catch (MaryVoice.Unspeakable | PiperSpeech.Unspeakable e) {
      return new Result.Refused<>(Failure.Code.UNSPEAKABLE);
    } catch (MaryConfigurationException | SynthesisException | IOException e) {
      return new Result.Broken<>(e);
    }
    if (said.isEmpty()) {
      return new Result.Refused<>(Failure.Code.TOO_LONG);
    }
    if (said.get().spokenSeconds() < LEAST_SPOKEN_SECONDS) {
      return new Result.Refused<>(Failure.Code.UNSPEAKABLE);
    }
    Utterance natural = said.get().padded();
    Utterance padded = voice.preset().map(it -> natural.coloured(it.colour())).orElse(natural);
    if (padded.seconds() > LocalVoice.LONGEST) {
      return new Result.Refused<>(Failure.Code.TOO_LONG);
    }
    List<SpeechTimings.Word> words =
        WrittenWords.timed(voice.reading(prompt.words()), padded.words(), voice::cleaned);
    return new Result.Ready<>(
        folder.write(
            padded.levelled(),
            new SpeechTimings(voice.voice().language(), voice.alphabet(), padded.phones(), words)));
  }

  private Optional<Utterance> said(LocalVoice voice, SpeechPrompt prompt)
      throws InterruptedException,
          IOException,
          MaryConfigurationException,
          SynthesisException,
          MaryVoice.Unspeakable,
          PiperSpeech.Unspeakable {
    String cleaned = voice.cleaned(voice.reading(prompt.words()).spoken());
    String text = voice.voice().speaks("ar") ? vowels.of(cleaned) : cleaned;
    SpeechStyle manner = voice.asked(prompt.manner());
    return switch (voice.engine()) {
      case MARY -> mary.say(text, manner, MOST_SECONDS);
      case ESPEAK ->
          espeak.say(voice.code(), manner, text, MOST_SECONDS).map(sound -> sound.utterance(text));
      case PIPER -> natural.say(voice, manner, text, MOST_SECONDS);
      case FLITE -> flite.orElseThrow().say(voice.code(), manner, text, MOST_SECONDS);
    };
  }

  @Override
  public SoundAnswer listen(Path recording, double mostSeconds) throws InterruptedException {
    SoundAnswer answer = sounds.read(recording, mostSeconds);
    return answer instanceof SoundAnswer.Decoded(var heard) && NoiseGate.isEven(heard)
        ? new SoundAnswer.Unusable(SoundProblem.SILENT)
        : answer;
  }

  /// Noise goes first, so that what is left at the ends is silence and pauses are pauses.
  Result<GeneratedSpeech> clean(Path recording) throws InterruptedException {
    if (!(sounds.read(recording, LocalVoice.LONGEST) instanceof SoundAnswer.Decoded(var heard))) {
      return new Result.Refused<>(Failure.Code.BAD_SOUND);
    }
    double[] quiet = NoiseGate.quieted(heard);
    Utterance said = new Utterance(quiet, HeardPhones.of(quiet), List.of());
    if (said.spokenSeconds() < LEAST_SPOKEN_SECONDS) {
      return new Result.Refused<>(Failure.Code.BAD_SOUND);
    }
    Utterance padded = said.padded();
    return new Result.Ready<>(
        folder.write(
            padded.levelled(), new SpeechTimings("und", "ipa", padded.phones(), List.of())));
  }

  private Optional<LocalVoice> find(String name) {
    return voices.stream()
        .filter(it -> it.voice().name().equals(name))
        .findFirst()
        .or(() -> inItsWay(name));
  }

  private Optional<LocalVoice> inItsWay(String name) {
    String plain = SpeakingWay.plain(name);
    return plain.equals(name)
        ? Optional.empty()
        : voices.stream()
            .filter(it -> it.voice().name().equals(plain))
            .findFirst()
            .flatMap(it -> SpeakingWay.ofVoice(name).map(it::as));
  }
}
