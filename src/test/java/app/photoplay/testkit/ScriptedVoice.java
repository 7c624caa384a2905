package app.photoplay.testkit;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechInput;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechTimings;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/// A voice that needs no time: a second of "sound" for each word. Speaks only words with a letter
/// in them.
public final class ScriptedVoice implements SpeechModel, Work.Local<SpeechInput, GeneratedSpeech> {
  private final Path work;
  private final AtomicInteger spoken = new AtomicInteger();
  private volatile boolean audible;

  public ScriptedVoice(Path work) {
    this.work = work;
  }

  /// How often it has spoken.
  public int spoken() {
    return spoken.get();
  }

  /// What is said from now on can be heard, as a short tone, so that it can be put into films.
  public void audible() {
    audible = true;
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
  public Optional<Money> price(SpeechNeed need, PriceBook prices) {
    return Optional.of(prices.price(provider(), "speech", need.millis()));
  }

  @Override
  public Work<SpeechInput, GeneratedSpeech> work() {
    return this;
  }

  @Override
  public List<Voice> voices() {
    return List.of(new Voice("slt", "en-US", "Sally, English (US)"));
  }

  @Override
  public SpeechCheck check(SpeechPrompt prompt) {
    if (!prompt.voice().equals("slt")) {
      return new SpeechCheck.NoSuchVoice();
    }
    return prompt.words().chars().anyMatch(Character::isLetter)
        ? new SpeechCheck.Speakable(seconds(prompt))
        : new SpeechCheck.NoWords();
  }

  @Override
  public Result<GeneratedSpeech> make(SpeechInput input, DoubleConsumer progress) {
    if (!(input instanceof SpeechPrompt prompt)) {
      return new Result.Refused<>(Failure.Code.BAD_SOUND);
    }
    spoken.incrementAndGet();
    try {
      Files.createDirectories(work);
      Path sound = Files.createTempFile(work, "said-", ".wav");
      Path timings = Files.createTempFile(work, "said-", ".json");
      if (audible) {
        SpeechFiles.write(sound, "sound of " + prompt.words());
      } else {
        Files.writeString(sound, "sound of " + prompt.words());
      }
      new ObjectMapper().writeValue(timings.toFile(), timings(prompt.words()));
      return new Result.Ready<>(
          new GeneratedSpeech(sound, timings, Duration.ofSeconds(seconds(prompt))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpeechTimings timings(String words) {
    List<SpeechTimings.Word> timed = new ArrayList<>();
    for (String word : words.strip().split("\\s+", -1)) {
      double start = 1000.0 * timed.size();
      timed.add(new SpeechTimings.Word(word, start, start + 1000));
    }
    return new SpeechTimings("en-US", "sampa", List.of(), timed);
  }

  private static long seconds(SpeechPrompt prompt) {
    return prompt.words().split("\\s+").length;
  }
}
