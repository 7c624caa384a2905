package app.photoplay.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Stage;
import app.photoplay.job.event.Actor;
import app.photoplay.job.event.JobEvent;
import app.photoplay.job.event.JobEvent.Action;
import app.photoplay.job.event.JobTimeline;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The list that operators read.
class TimelineAnswerTest {
  private static final Wording WORDING = new Wording("en");

  @Test
  void tellsWhenWhoWhatHowLongAndForHowMuch() {
    JobEvent taken =
        event(Action.ACCEPTED, 2, new Money(1_250_000)).about("photoplay-17", Optional.of("op-9"));

    assertThat(said(List.of(taken), "1"))
        .isEqualTo(
            """
            What has happened to K7M3QX, by the clock of Europe/Berlin:
            2026-06-15 14:00:03 · talk K7M3QX · taken by the provider · being made (rendering) · by \
            program blue · 2.5 s after what was before, 0.4 s of it at work
            – money: $1.25
            – failed tries of this step: 2
            – our request: photoplay-17, the provider’s: op-9\
            """);
  }

  @Test
  void leavesOutWhatThereIsNot() {
    JobEvent sending = event(Action.SENDING, 0, Money.ZERO).about("photoplay-17", Optional.empty());

    assertThat(said(List.of(sending), "1").lines().skip(2))
        .containsExactly("– our request: photoplay-17");
  }

  @Test
  void isTheSameLineForWhoeverDidIt() {
    JobEvent cancelled = event(Action.CANCELLED, 0, Money.ZERO);
    JobEvent byAnn =
        new JobEvent(
            cancelled.job(),
            cancelled.kind(),
            cancelled.at(),
            new Actor.Account(new AccountId(5)),
            cancelled.action(),
            cancelled.before(),
            Status.CANCELLED,
            cancelled.stage(),
            cancelled.lane(),
            0,
            Duration.ZERO,
            Duration.ZERO,
            Money.ZERO,
            Optional.empty(),
            Optional.empty());

    assertThat(said(List.of(byAnn), "1"))
        .contains(" · cancelled · cancelled (", " · by person 5 ·");
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void hasWordsForEveryAction(Action action) {
    assertThat(said(List.of(event(action, 0, Money.ZERO)), "1").lines()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 12, 'Page 1 of 3. Page 2: /ops job K7M3QX 2'",
    "2, 12, 12, 'Page 2 of 3. Page 3: /ops job K7M3QX 3'",
    "3, 24, 6, 'Page 3 of 3. Page 1: /ops job K7M3QX 1'",
    "999999, 24, 6, 'Page 3 of 3. Page 1: /ops job K7M3QX 1'",
    "nonsense, 0, 12, 'Page 1 of 3. Page 2: /ops job K7M3QX 2'",
    "-1, 0, 12, 'Page 1 of 3. Page 2: /ops job K7M3QX 2'",
  })
  void isReadPageByPage(String page, int skipped, int shown, String below) {
    List<JobEvent> many =
        IntStream.range(0, 30)
            .mapToObj(number -> event(Action.POSTPONED, number, Money.ZERO))
            .toList();

    List<String> lines = said(many, page).lines().toList();

    assertThat(lines.getLast()).isEqualTo(below);
    assertThat(lines).filteredOn(line -> line.startsWith("2026-")).hasSize(shown);
    assertThat(lines).contains("– failed tries of this step: " + (skipped + shown - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ZZZZZZ", "talk", "", "'; drop table job; --"})
  void answersACodeThatIsNoneWithOneSentence(String code) {
    JobTimeline empty = (_, _, _) -> new JobTimeline.Part(0, List.of());

    assertThat(new TimelineAnswer(empty, ZoneId.of("UTC")).about(code, "7"))
        .isEqualTo(Phrase.OPS_NO_JOB);
  }

  private static String said(List<JobEvent> events, String page) {
    JobTimeline timeline =
        (code, skipped, most) ->
            new JobTimeline.Part(
                events.size(),
                events.stream()
                    .skip(skipped)
                    .limit(most)
                    .map(event -> new JobTimeline.Entry(code, event))
                    .toList());
    return WORDING.say(
        "en", new TimelineAnswer(timeline, ZoneId.of("Europe/Berlin")).about("k7m3qx", page));
  }

  private static JobEvent event(Action action, int attempt, Money money) {
    return new JobEvent(
        new JobId(101),
        "talk",
        Instant.parse("2026-06-15T12:00:03.4Z"),
        new Actor.Instance("blue"),
        action,
        Optional.of(Status.RUNNING),
        Status.RUNNING,
        Stage.RENDERING,
        Lane.CPU,
        attempt,
        Duration.ofMillis(2500),
        Duration.ofMillis(400),
        money,
        Optional.empty(),
        Optional.empty());
  }
}
