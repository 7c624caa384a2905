package app.photoplay.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.budget.Money;
import app.photoplay.config.Secret;
import app.photoplay.job.Failure;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.provider.Result;
import app.photoplay.provider.health.Health;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RemoteTest {
  private static final String KEY = "0123456789abcdef:fedcba9876543210";
  private static final Money CENT = Money.ofMicroUsd(10_000);
  private static final Duration PAUSE = Duration.ofSeconds(7);

  private final Remote remote =
      new Remote(
          new Account("fal", "main", new Secret(KEY), 2),
          new Health(SettableTime.noon()),
          SettableTime.noon());

  @AfterEach
  void forget() {
    Thread.interrupted();
  }

  /// A fault, what it means to people, what it costs, and whether the account is to blame.
  record Refusal(Fault fault, Code code, Money charged, boolean own) {}

  static final List<Refusal> REFUSALS =
      List.of(
          new Refusal(new Fault.Key("no"), Code.PROVIDER_CLOSED, Money.ZERO, true),
          new Refusal(new Fault.Credit("no"), Code.PROVIDER_CLOSED, Money.ZERO, true),
          new Refusal(new Fault.Input("no"), Code.NOT_ACCEPTED, Money.ZERO, false),
          new Refusal(new Fault.Input("no", CENT), Code.NOT_ACCEPTED, CENT, false),
          new Refusal(new Fault.Large("no"), Code.TOO_LARGE, Money.ZERO, false),
          new Refusal(new Fault.Policy("no"), Code.POLICY, Money.ZERO, false),
          new Refusal(new Fault.Policy("no", CENT), Code.POLICY, CENT, false),
          new Refusal(new Fault.Late("no"), Code.PROVIDER_LATE, Money.ZERO, true),
          new Refusal(new Fault.NoModel("no"), Code.PROVIDER_CLOSED, Money.ZERO, false),
          new Refusal(new Fault.Output("no", CENT), Code.BAD_RESULT, CENT, true),
          new Refusal(new Fault.Broken("no"), Code.PROVIDER_BROKEN, Money.ZERO, true));

  @ParameterizedTest
  @FieldSource("REFUSALS")
  void aFaultThatSaysNoForGoodRefusesTheOrderAndTheResult(Refusal row) throws Exception {
    assertThat(order(row.fault().thrown()))
        .isInstanceOfSatisfying(
            Sent.Refused.class,
            it -> {
              assertThat(it.failure().code()).isEqualTo(row.code());
              assertThat(it.charged()).isEqualTo(row.charged());
            });
    assertThat(question(row.fault().thrown()))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            it -> {
              assertThat(it.failure().code()).isEqualTo(row.code());
              assertThat(it.charged()).isEqualTo(row.charged());
            });
    assertThat(row.fault().own()).isEqualTo(row.own());
    assertThat(remote.health().lastFault()).isEqualTo(row.fault().getClass().getSimpleName());
  }

  @Test
  void whatIsNotThereIsTheResultOfAQuestionAndTheModelOfAnOrder() throws Exception {
    Fault gone = new Fault.Gone("no");

    assertThat(order(gone.thrown())).isEqualTo(new Fault.NoModel("no").sent());
    assertThat(question(gone.thrown()))
        .isEqualTo(new Result.Refused<String>(new Failure(Code.RESULT_GONE), Money.ZERO));
  }

  @Test
  void aBusyProviderIsLeftAloneForAsLongAsItSays() throws Exception {
    Fault busy = new Fault.Busy("no", PAUSE);

    assertThat(order(busy.thrown())).isEqualTo(new Sent.Busy(PAUSE));
    assertThat(question(busy.thrown())).isEqualTo(new Result.Busy<String>(PAUSE));
  }

  @Test
  void whatCertainlyTookNothingMayBeTriedAgain() throws Exception {
    assertThat(order(new Fault.Passing("no").thrown())).isInstanceOf(Sent.NotTaken.class);
    assertThat(order(new Remote.NotSent(new ConnectException("refused"))))
        .isInstanceOf(Sent.NotTaken.class);
    assertThat(question(new Fault.Passing("no").thrown())).isInstanceOf(Result.Broken.class);
  }

  @Test
  void whatMayHaveBeenTakenIsUnclearToAnOrderAlone() throws Exception {
    assertThat(order(new Fault.Unclear("no").thrown())).isInstanceOf(Sent.Unclear.class);
    assertThat(order(new IOException("reset"))).isInstanceOf(Sent.Unclear.class);
    assertThat(question(new Fault.Unclear("no").thrown())).isInstanceOf(Result.Broken.class);
    assertThat(question(new IOException("reset"))).isInstanceOf(Result.Broken.class);
  }

  @Test
  void aCallForTheEngineSaysWhatItIsAndSendsWithTheKey() throws Exception {
    PaidCall call = remote.call(CENT, PAUSE, key -> "operation of " + key);

    assertThat(call.provider()).isEqualTo("fal");
    assertThat(call.estimate()).isEqualTo(CENT);
    assertThat(call.timeout()).isEqualTo(PAUSE);
    assertThat(call.idempotency()).isEqualTo(PaidCall.Idempotency.NONE);
    assertThat(call.send("k-1")).isEqualTo(new Sent.Accepted("operation of k-1"));
    assertThat(remote.health().inFlight()).isZero();
  }

  @Test
  void whileAnOrderIsBeingSentItCountsAsInFlight() throws Exception {
    remote.sent(() -> {
      assertThat(remote.health().inFlight()).isEqualTo(1);
      return "a";
    });
    assertThatThrownBy(() ->
            remote.sent(() -> {
              throw new IllegalStateException("a bug");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(remote.health().inFlight()).isZero();
  }

  @Test
  void interruptionIsPassedOnAndNotTakenForAFault() {
    for (IOException broken :
        new IOException[] {
          new IOException("closed by interrupt"),
          new Remote.NotSent(new IOException("closed by interrupt"))
        }) {
      assertThatThrownBy(() ->
              remote.sent(() -> {
                Thread.currentThread().interrupt();
                throw broken;
              }))
          .isInstanceOf(InterruptedException.class);
    }
    assertThatThrownBy(() ->
            remote.result(() -> {
              Thread.currentThread().interrupt();
              throw new IOException("closed by interrupt");
            }))
        .isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() ->
            remote.result(() -> {
              throw new InterruptedException();
            }))
        .isInstanceOf(InterruptedException.class);
    assertThat(remote.health().lastFault()).isEmpty();
  }

  @Test
  void ourOwnDiskAndToolsAreNoFaultOfTheProviders() throws Exception {
    Result<String> result =
        remote.result(() -> {
          throw new ToolFailed("No space left on device");
        });

    assertThat(result).isInstanceOf(Result.Broken.class);
    assertThat(remote.health().lastFault()).isEmpty();
    assertThatThrownBy(() ->
            remote.result(() -> {
              throw new UncheckedIOException(new IOException("the prompt's files are not here"));
            }))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void noKeyIsKeptWhateverAProviderRepeats() throws Exception {
    String said = "your key " + KEY + " or fedcba9876543210 is wrong\n" + "x".repeat(900);

    Sent sent = order(new Fault.Unclear(said).thrown());
    question(new Fault.Key(said).thrown());

    String closed = remote.health().closed().orElseThrow().reason();
    assertThat(closed).startsWith("Key: your key ***").hasSizeLessThan(320);
    assertThat(closed + ((Sent.Unclear) sent).cause())
        .doesNotContain("0123456789abcdef", "fedcba9876543210", "\n");
  }

  @Test
  void anAnswerIsPassedOn() throws Exception {
    assertThat(remote.result(() -> new Result.Ready<>("x"))).isEqualTo(new Result.Ready<>("x"));
    assertThat(remote.health().closed()).isEqualTo(Optional.empty());
  }

  private Sent order(IOException fault) throws InterruptedException {
    return remote.sent(() -> {
      throw fault;
    });
  }

  private Result<String> question(IOException fault) throws InterruptedException {
    return remote.result(() -> {
      throw fault;
    });
  }
}
