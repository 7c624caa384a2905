package app.photoplay.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Sounds;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechTimings;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One test of a model: does the steps of its work, as a job would, and keeps what came of each.
final class Trial<P, T> {
  static final Money ESTIMATE = new Money(1_230_000);

  private final Bench<P, T> bench;
  private final List<Object> outcomes = new ArrayList<>();

  Trial(Bench<P, T> bench) {
    this.bench = bench;
  }

  Bench<P, T> bench() {
    return bench;
  }

  Result<Uploads> upload() throws InterruptedException {
    return noted(bench.work().upload(bench.prompt()));
  }

  /// The call for an order whose files were brought there.
  PaidCall call() throws InterruptedException {
    return switch (upload()) {
      case Result.Ready(var uploads) -> bench.work().order(bench.prompt(), uploads, ESTIMATE);
      case Result<Uploads> other -> throw new AssertionError("not uploaded: " + other);
    };
  }

  Sent send(PaidCall call) throws InterruptedException {
    return noted(call.send(UUID.randomUUID().toString()));
  }

  /// An order that is taken.
  String accepted() throws InterruptedException {
    return switch (send(call())) {
      case Sent.Accepted(var operation) -> operation;
      case Sent other -> throw new AssertionError("not accepted: " + other);
    };
  }

  Result<T> poll(String operation) throws InterruptedException {
    return poll(operation, () -> Optional.of(bench.prompt()));
  }

  Result<T> poll(String operation, Supplier<Optional<P>> prompt) throws InterruptedException {
    return noted(bench.work().poll(operation, prompt));
  }

  private <R> R noted(R outcome) {
    outcomes.add(outcome);
    return outcome;
  }

  /// In place of a prompt where nobody needs one yet.
  @SuppressWarnings("DoNotCallSuggester")
  static <P> Optional<P> tooEarly() {
    throw new AssertionError("asked for the prompt before the result was there");
  }

  /// How many requests have gone out that cost something.
  void ordered(int times) {
    assertThat(bench.api().calls(Step.ORDER)).hasSize(times);
  }

  /// The result is there, and all files that it is made of.
  void asOrdered(Object result) throws IOException {
    switch (result) {
      case Result.Ready<?>(var value) -> asMade(value);
      case Result.Charged<?>(var value, var amount) -> {
        asMade(value);
        assertThat(amount).isGreaterThan(Money.ZERO);
      }
      default -> throw new AssertionError("not ready: " + result);
    }
  }

  /// The result is there, or would be if what was ordered were: far cheaper than to make it all.
  void isThere(Object result) throws IOException {
    if (result instanceof Result.Refused<?>(var failure, _)) {
      assertThat(failure.code()).isEqualTo(Code.FILE_GONE);
    } else {
      asOrdered(result);
    }
  }

  private static void asMade(Object value) throws IOException {
    switch (value) {
      case Render render -> {
        assertThat(render.video()).isNotEmptyFile();
        assertThat(render.cover()).isNotEmptyFile();
        assertThat(render.duration()).isPositive();
      }
      case GeneratedSpeech speech -> asSpoken(speech);
      case GeneratedImage image -> assertThat(image.picture()).isNotEmptyFile();
      case String text -> assertThat(text).isNotBlank();
      default -> throw new AssertionError("of no known kind: " + value);
    }
  }

  private static void asSpoken(GeneratedSpeech speech) throws IOException {
    double[] sound = Sounds.readWav(speech.sound());
    double seconds = (double) sound.length / Loudness.SAMPLES_PER_SECOND;
    assertThat(speech.duration().toMillis() / 1000.0).isBetween(seconds - 0.01, seconds + 0.01);
    if (seconds > 3) {
      assertThat(Loudness.of(sound)).isBetween(-17.0, -15.0);
    }
    SpeechTimings timings =
        new ObjectMapper().readValue(speech.timings().toFile(), SpeechTimings.class);
    assertThat(timings.phones()).isNotEmpty();
    assertThat(timings.phones().getLast().endMillis()).isBetween(seconds * 999, seconds * 1001);
  }

  /// No file in the making is left.
  void leavesNothing() throws IOException {
    Path scratch = bench.workshop().scratch();
    if (Files.exists(scratch)) {
      try (Stream<Path> files = Files.list(scratch)) {
        assertThat(files).isEmpty();
      }
    }
  }

  /// Neither key nor a part of it is in anything that was said.
  void keepsTheKey(String key, List<ILoggingEvent> heard) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    for (Object outcome : outcomes) {
      out.println(outcome);
      switch (outcome) {
        case Sent.Unclear(var cause) -> cause.printStackTrace(out);
        case Sent.NotTaken(var cause) -> cause.printStackTrace(out);
        case Result.Broken<?>(var cause) -> cause.printStackTrace(out);
        default -> {}
      }
    }
    for (ILoggingEvent event : heard) {
      out.println(event.getFormattedMessage() + " " + event.getKeyValuePairs());
      for (var at = event.getThrowableProxy(); at != null; at = at.getCause()) {
        out.println(at.getMessage());
      }
    }
    bench.health().all().forEach(gauge -> out.println(gauge.lastFault() + gauge.closed()));
    for (String part : key.split(":", -1)) {
      assertThat(said.toString()).doesNotContain(part);
    }
  }
}
