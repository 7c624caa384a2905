package app.photoplay.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.ScriptedProvider.Next;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the harness counts of blind submissions that a kill has left without an outcome.
class VictimTest {
  private static final List<String> FIVE = List.of("key-1", "key-2", "key-3", "key-4", "key-5");

  private final Victim victim =
      new Victim(
          new ChaosSettings(
              Duration.ZERO,
              Optional.of(1),
              0,
              0,
              1,
              Optional.empty(),
              4711,
              Break.NOTHING,
              false,
              Path.of("nowhere"),
              List.of()),
          "http://nowhere",
          0);

  @Test
  void countsThoseThatWereUnderWayAtTheKill() {
    victim.left(FIVE);

    assertThat(victim.mostLeft()).isEqualTo(5);
  }

  @Test
  void countsApartWhatWasUnclearBeforeTheKill() {
    victim.hear("answered key-3 unclear");

    victim.left(FIVE);

    assertThat(victim.mostLeft()).isEqualTo(4);
    assertThat(victim.leftAnswered(OutspokenProvider.UNCLEAR)).isEqualTo(1);
    assertThat(victim.leftAnswered(OutspokenProvider.CLEAR)).isZero();
  }

  @Test
  void countsApartWhatWasTakenButNotWrittenDown() {
    victim.hear("answered key-1 clear");

    victim.left(FIVE);

    assertThat(victim.mostLeft()).isEqualTo(4);
    assertThat(victim.leftAnswered(OutspokenProvider.CLEAR)).isEqualTo(1);
  }

  @Test
  void countsNothingOfWhatWasWrittenDown() {
    victim.hear("answered key-9 unclear");

    victim.left(FIVE.subList(0, 2));

    assertThat(victim.mostLeft()).isEqualTo(2);
    assertThat(victim.leftAnswered(OutspokenProvider.UNCLEAR)).isZero();
  }

  @Test
  void hearsOfEachBlindSubmissionBeforeTheEngineDoes() throws Exception {
    var said = new ByteArrayOutputStream();
    ScriptedProvider real = new ScriptedProvider();
    var provider = new OutspokenProvider(real, new PrintStream(said, true, StandardCharsets.UTF_8));
    real.next(Next.TAKE_SILENTLY, Next.TAKE, Next.TAKE);

    Sent lost = provider.submit("key-1", new PaidRequest(1, Idempotency.NONE, 1));
    Sent taken = provider.submit("key-2", new PaidRequest(2, Idempotency.NONE, 1));
    provider.submit("key-3", new PaidRequest(3, Idempotency.KEY, 1));
    said.toString(StandardCharsets.UTF_8).lines().forEach(victim::hear);
    victim.left(List.of("key-1", "key-2", "key-3"));

    assertThat(lost).isInstanceOf(Sent.Unclear.class);
    assertThat(taken).isInstanceOf(Sent.Accepted.class);
    assertThat(victim.mostLeft()).isEqualTo(1);
    assertThat(victim.leftAnswered(OutspokenProvider.UNCLEAR)).isEqualTo(1);
    assertThat(victim.leftAnswered(OutspokenProvider.CLEAR)).isEqualTo(1);
  }
}
