package app.photoplay.provider.remote;

import static app.photoplay.provider.remote.Follows.busyFor;
import static app.photoplay.provider.remote.Follows.is;
import static app.photoplay.provider.remote.Follows.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import app.photoplay.testkit.SettableTime;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// What holds for every model of every paid provider, whatever its API answers: one order is one
/// request, each fault means what it means everywhere, nothing is left behind, and the key is
/// nowhere to be read. A test of an adapter extends this once for each way in which it works.
///
/// @param <P> the prompt
/// @param <T> the result
public abstract class PaidModelContract<P, T> {
  /// The operator's key; the fakes repeat it in what they say.
  protected static final String KEY = "0f1e2d3c-secret-of-the-operator:4b5a6978-other-half";

  private static final byte[] START_OF_MP4 =
      "\0\0\0\u0018ftypisom".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir Path folder;
  private final AtomicInteger benches = new AtomicInteger();

  /// A model with its fake.
  ///
  /// @param home folder for whatever files it needs
  protected abstract Bench<P, T> bench(Path home) throws Exception;

  /// The steps that its work takes.
  protected abstract Set<Step> steps();

  /// How the provider says it; empty when it never says such a thing at this step.
  protected abstract Optional<Answer> answer(Step step, Trouble trouble);

  /// How long the work may take before it counts as never finished.
  protected Duration deadline() {
    return Duration.ofMinutes(15);
  }

  /// Whether an order whose answer got lost is found at the provider by our reference.
  protected boolean findsItsWork() {
    return false;
  }

  @TestFactory
  Stream<DynamicTest> anOrder() {
    return Stream.of(
            order(
                "is taken, also with fields nobody knows",
                Trouble.MORE_FIELDS,
                is(Sent.Accepted.class)),
            order("with a wrong key", Trouble.KEY, refused(Code.PROVIDER_CLOSED)),
            order("without credit", Trouble.CREDIT, refused(Code.PROVIDER_CLOSED)),
            order("of what it does not take", Trouble.INPUT, refused(Code.NOT_ACCEPTED)),
            order("that is forbidden", Trouble.MODERATION, refused(Code.POLICY)),
            order("that is too large", said(413), refused(Code.TOO_LARGE)),
            order("too many", busy("Retry-After", "7"), busyFor(Duration.ofSeconds(7))),
            order(
                "too many, until a time",
                until(Duration.ofSeconds(90)),
                busyFor(Duration.ofSeconds(90))),
            order("too many, nobody knows how long", said(429), is(Sent.Busy.class)),
            order("to a server that fails", said(500), is(Sent.Unclear.class)),
            order("that is cut off", Optional.of(new Answer.Cut()), is(Sent.Unclear.class)),
            order("answered with half a word", malformed(), is(Sent.Unclear.class)))
        .flatMap(Optional::stream);
  }

  @TestFactory
  Stream<DynamicTest> theWholeWay() {
    return Stream.of(
        test(
            "ends with what was ordered",
            trial -> {
              trial.asOrdered(trial.poll(trial.accepted()));
              trial.ordered(1);
            }),
        test("an order names what it costs at most, and its provider", this::namesItsPrice),
        test(
            "an order to where nobody listens was not taken",
            trial -> {
              PaidCall call = trial.call();
              trial.bench().api().close();
              assertThat(trial.send(call)).isInstanceOf(Sent.NotTaken.class);
            }),
        test(
            "without the ordered files, says so or does without",
            trial -> {
              Object result = trial.poll(trial.accepted(), Optional::empty);
              trial.isThere(result);
              if (result instanceof Result.Refused<?>) {
                trial.leavesNothing();
              }
            }));
  }

  @TestFactory
  Stream<DynamicTest> anUpload() {
    return Stream.of(
            upload(
                "with a wrong key",
                answered(Step.UPLOAD, Trouble.KEY),
                refused(Code.PROVIDER_CLOSED)),
            upload("too many", busy("Retry-After", "7"), busyFor(Duration.ofSeconds(7))),
            upload("to a server that fails", said(500), is(Result.Broken.class)),
            upload("answered with half a word", malformed(), is(Result.Broken.class)))
        .flatMap(Optional::stream);
  }

  @TestFactory
  Stream<DynamicTest> aQuestion() {
    return Stream.of(Step.STATUS, Step.RESULT)
        .filter(steps()::contains)
        .flatMap(step ->
            Stream.of(
                ends(
                    step,
                    "says that it failed",
                    answered(step, Trouble.FAILED),
                    Code.PROVIDER_BROKEN),
                ends(
                    step,
                    "says that it is forbidden",
                    answered(step, Trouble.MODERATION),
                    Code.POLICY),
                ends(step, "does not know it", answered(step, Trouble.GONE), Code.RESULT_GONE),
                ends(
                    step,
                    "does not know the key",
                    answered(step, Trouble.KEY),
                    Code.PROVIDER_CLOSED),
                passes(step, "fails once", said(500), is(Result.Broken.class)),
                passes(step, "says half a word", malformed(), is(Result.Broken.class)),
                passes(
                    step,
                    "is asked too often",
                    busy("Retry-After", "7"),
                    busyFor(Duration.ofSeconds(7))),
                passes(
                    step, "is at work", answered(step, Trouble.RUNNING), is(Result.Running.class)),
                passes(
                    step,
                    "says a word nobody knows",
                    answered(step, Trouble.UNKNOWN_STATUS),
                    is(Result.Running.class)),
                step(
                    step,
                    "says more than anybody knows",
                    answered(step, Trouble.MORE_FIELDS),
                    trial -> trial.asOrdered(trial.poll(trial.accepted()))),
                step(step, "is cut off once", Optional.of(new Answer.Cut()), this::comesAfterAll)))
        .flatMap(Optional::stream);
  }

  @TestFactory
  Stream<DynamicTest> workThatGoesOn() {
    Optional<Answer> running = answered(Step.STATUS, Trouble.RUNNING);
    Optional<Answer> unknown = answered(Step.STATUS, Trouble.UNKNOWN_STATUS);
    return Stream.of(
            running.map(
                answer -> test("is asked for until it is there", trial -> goesOn(trial, answer))),
            running.map(answer ->
                test("is given up when it takes too long", trial -> isLate(trial, answer))),
            unknown.map(answer ->
                test("is given up when nobody knows what it does", trial -> isLate(trial, answer))))
        .flatMap(Optional::stream);
  }

  @TestFactory
  Stream<DynamicTest> aResultsFile() {
    byte[] page = "<!DOCTYPE html><title>Sorry</title>".getBytes(StandardCharsets.UTF_8);
    return Stream.of(
            ends(Step.MEDIA, "over (403)", Optional.of(Answer.empty(403)), Code.RESULT_GONE),
            ends(Step.MEDIA, "over (404)", Optional.of(Answer.empty(404)), Code.RESULT_GONE),
            ends(Step.MEDIA, "empty", Optional.of(Answer.empty(200)), Code.BAD_RESULT),
            ends(
                Step.MEDIA,
                "a page",
                Optional.of(Answer.bytes("video/mp4", page)),
                Code.BAD_RESULT),
            ends(
                Step.MEDIA,
                "in a private network",
                redirect("http://127.0.0.1:9/x.mp4"),
                Code.BAD_RESULT),
            ends(
                Step.MEDIA,
                "in another private network",
                redirect("https://[fd00::1]/x.mp4"),
                Code.BAD_RESULT),
            ends(
                Step.MEDIA,
                "larger than any",
                Optional.of(new Answer.Stated(1L << 40, START_OF_MP4)),
                Code.BAD_RESULT),
            passes(Step.MEDIA, "not there for a moment", said(500), is(Result.Broken.class)))
        .flatMap(Optional::stream);
  }

  @TestFactory
  @Tag("proof")
  Stream<DynamicTest> aProgramThatEndsAnywhere() {
    EndingProgram<P, T> ending =
        new EndingProgram<>(this::bench, steps().contains(Step.STATUS), findsItsWork());
    return Stream.of(EndingProgram.Luck.values())
        .map(luck -> dynamicTest(luck.name(), () -> ending.everywhere(folder, luck)));
  }

  private void namesItsPrice(Trial<P, T> trial) throws InterruptedException {
    PaidCall call = trial.call();
    assertThat(call.estimate()).isEqualTo(Trial.ESTIMATE);
    assertThat(call.provider()).isNotEmpty();
    assertThat(call.timeout()).isPositive();
    trial.ordered(0);
  }

  private void goesOn(Trial<P, T> trial, Answer running) throws Exception {
    String operation = trial.accepted();
    for (int i = 0; i < 3; i++) {
      trial.bench().api().next(Step.STATUS, running);
      Result.Running<?> result = (Result.Running<?>) trial.poll(operation, Trial::tooEarly);
      assertThat(result.pause()).isBetween(Duration.ofMillis(500), Duration.ofMinutes(2));
      trial.bench().time().advance(result.pause());
    }
    trial.asOrdered(trial.poll(operation));
    trial.ordered(1);
  }

  private void isLate(Trial<P, T> trial, Answer running) throws Exception {
    String operation = trial.accepted();
    trial.bench().time().advance(deadline().plusSeconds(1));
    trial.bench().api().next(Step.STATUS, running);
    refused(Code.PROVIDER_LATE).accept(trial.poll(operation, Trial::tooEarly));
  }

  private void comesAfterAll(Trial<P, T> trial) throws Exception {
    String operation = trial.accepted();
    Object first = trial.poll(operation, Optional::empty);
    trial.isThere(
        first instanceof Result.Broken<?> ? trial.poll(operation, Optional::empty) : first);
    trial.ordered(1);
  }

  private Optional<DynamicTest> order(String name, Trouble trouble, Consumer<Object> follows) {
    return order(name, answered(Step.ORDER, trouble), follows);
  }

  private Optional<DynamicTest> order(
      String name, Optional<Answer> answer, Consumer<Object> follows) {
    return step(
        Step.ORDER,
        name,
        answer,
        trial -> {
          follows.accept(trial.send(trial.call()));
          trial.ordered(1);
        });
  }

  private Optional<DynamicTest> upload(
      String name, Optional<Answer> answer, Consumer<Object> follows) {
    return step(
        Step.UPLOAD,
        name,
        answer,
        trial -> {
          follows.accept(trial.upload());
          assertThat(trial.upload()).isInstanceOf(Result.Ready.class);
          trial.ordered(0);
        });
  }

  /// The work ends so.
  private Optional<DynamicTest> ends(Step step, String name, Optional<Answer> answer, Code code) {
    return step(
        step,
        name,
        answer,
        trial -> {
          refused(code).accept(trial.poll(trial.accepted()));
          trial.leavesNothing();
          trial.ordered(1);
        });
  }

  /// This follows, and the result comes with the next question.
  private Optional<DynamicTest> passes(
      Step step, String name, Optional<Answer> answer, Consumer<Object> follows) {
    return step(
        step,
        name,
        answer,
        trial -> {
          String operation = trial.accepted();
          follows.accept(trial.poll(operation));
          trial.leavesNothing();
          if (step == Step.MEDIA) {
            trial.asOrdered(trial.poll(operation));
          } else {
            trial.isThere(trial.poll(operation, Optional::empty));
          }
          trial.ordered(1);
        });
  }

  /// Empty where it takes no such step, or never says so.
  private Optional<DynamicTest> step(
      Step step, String name, Optional<Answer> answer, Body<P, T> body) {
    return answer
        .filter(_ -> steps().contains(step))
        .map(it ->
            test(
                step.name().toLowerCase(Locale.ROOT) + " " + name,
                trial -> {
                  trial.bench().api().next(step, it);
                  body.run(trial);
                }));
  }

  private DynamicTest test(String name, Body<P, T> body) {
    return dynamicTest(
        name,
        () -> {
          ListAppender<ILoggingEvent> heard = new ListAppender<>();
          Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
          heard.start();
          root.addAppender(heard);
          Path home = Files.createDirectories(folder.resolve("bench" + benches.incrementAndGet()));
          try (Bench<P, T> bench = bench(home)) {
            Trial<P, T> trial = new Trial<>(bench);
            body.run(trial);
            assertThat(bench.api().surprises()).isEmpty();
            trial.keepsTheKey(KEY, List.copyOf(heard.list));
          } finally {
            root.detachAppender(heard);
          }
        });
  }

  private Optional<Answer> answered(Step step, Trouble trouble) {
    return steps().contains(step) ? answer(step, trouble) : Optional.empty();
  }

  private static Optional<Answer> said(int status) {
    return Optional.of(Answer.json(status, "{\"detail\":\"no, " + KEY + "\",\"message\":\"no\"}"));
  }

  private static Optional<Answer> malformed() {
    return Optional.of(Answer.json(200, "{\"status\": \"" + KEY));
  }

  private static Optional<Answer> redirect(String address) {
    return Optional.of(new Answer.Whole(302, Map.of("Location", address), new byte[0]));
  }

  private static Optional<Answer> busy(String header, String pause) {
    return Optional.of(Answer.json(429, Map.of(header, pause), "{}"));
  }

  /// By the clock of the bench, which stands at noon.
  private static Optional<Answer> until(Duration pause) {
    var end = SettableTime.noon().instant().plus(pause).atOffset(ZoneOffset.UTC);
    return busy("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(end));
  }

  private interface Body<P, T> {
    void run(Trial<P, T> trial) throws Exception;
  }
}
