package app.photoplay.engine;

import static app.photoplay.testkit.ScriptedProvider.Next.TAKE_SILENTLY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.database.Database;
import app.photoplay.intake.UnresolvedSubmissions.Decision;
import app.photoplay.intake.UnresolvedSubmissions.Doubt;
import app.photoplay.intake.UnresolvedSubmissions.Settled;
import app.photoplay.job.Codec;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.JobRequest;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// An order with three paid children, of all of which nothing tells what became.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
final class FamilyDoubtsTest {
  private final DatabaseKind kind;
  @TempDir private Path folder;
  private final ScriptedProvider provider =
      new ScriptedProvider().next(TAKE_SILENTLY, TAKE_SILENTLY, TAKE_SILENTLY);
  private Paid paid;
  private SteppedEngine engine;
  private JobId order;

  FamilyDoubtsTest(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws Exception {
    Database database = kind.fresh(folder).get();
    paid = new Paid(database, folder, provider, SettableTime.noon());
    engine = paid.engine(new Family());
    order = paid.accepted(1, new Family(), new Wish(3));
    engine.runDue();
    assertThat(paid.doubts.open()).hasSize(3).allMatch(it -> it.code().equals(paid.code(order)));
  }

  @AfterEach
  void close() {
    paid.close();
  }

  @Test
  void anOperationIsThatOfOneChildAlone() throws Exception {
    List<Doubt> open = paid.doubts.open();

    Settled first = settle(open.get(0), new Decision.There("op-1"));
    Settled same = settle(open.get(1), new Decision.There("op-1"));
    Settled second = settle(open.get(1), new Decision.There("op-2"));
    Settled once = settle(open.get(1), new Decision.There("op-3"));
    List<String> left = paid.doubts.open().stream().map(Doubt::key).toList();
    settle(open.get(2), new Decision.There("op-3"));
    provider.quick();
    engine.runDue();

    assertThat(first).isEqualTo(Settled.DONE);
    assertThat(same).isEqualTo(Settled.OPERATION_TAKEN);
    assertThat(second).isEqualTo(Settled.DONE);
    assertThat(once).isEqualTo(Settled.NOT_IN_DOUBT);
    assertThat(left).containsExactly(open.get(2).key());
    assertThat(paid.report(order).status()).isEqualTo(Status.MADE);
    assertThat(provider.charged()).hasSize(3);
  }

  @Test
  void anOperationOfAnEarlierOrderIsRefused() throws Exception {
    settle(paid.doubts.open().get(0), new Decision.There("op-1"));
    engine.runDue();

    assertThat(settle(paid.doubts.open().get(0), new Decision.There("op-1")))
        .isEqualTo(Settled.OPERATION_TAKEN);
  }

  @Test
  void itsOwnerSendsOneAtATime() throws Exception {
    Settled pressed = paid.doubts.again(paid.person(1), paid.code(order), paid.time.instant());
    engine.runDue();

    assertThat(pressed).isEqualTo(Settled.DONE);
    assertThat(paid.doubts.open()).hasSize(2);
    assertThat(provider.charged()).hasSize(4);
  }

  @Test
  void keysThatAreNoneDecideNothing() {
    for (String key :
        List.of("", "photoplay-", "photoplay-x", "photoplay-7", "7", "photoplay--1")) {
      assertThat(paid.doubts.settle(Paid.OPERATOR, key, new Decision.Lost(), paid.time.instant()))
          .isEqualTo(Settled.NOT_IN_DOUBT);
    }
    assertThat(paid.doubts.open()).hasSize(3);
  }

  private Settled settle(Doubt doubt, Decision decision) {
    return paid.doubts.settle(Paid.OPERATOR, doubt.key(), decision, paid.time.instant());
  }

  record Wish(int children) implements JobRequest {
    @Override
    public String kind() {
      return "family";
    }
  }

  record At(boolean forked) {}

  /// Forks paid work and waits for all of it.
  private static final class Family implements JobKind<Wish, At> {
    @Override
    public String name() {
      return "family";
    }

    @Override
    public Codec<Wish> requests() {
      return Codec.json(Wish.class);
    }

    @Override
    public Codec<At> states() {
      return Codec.json(At.class);
    }

    @Override
    public Class<Wish> requestType() {
      return Wish.class;
    }

    @Override
    public Plan<At> plan(Wish request) {
      return new Plan<>(
          new Quote(
              List.of(
                  new Quote.Line(
                      "all", Money.ofMicroUsd(Paid.PRICE.microUsd() * request.children())))),
          new At(false));
    }

    @Override
    public Progress<At> advance(Wish request, At state, Turn turn) {
      Map<String, JobRequest> children =
          IntStream.range(0, request.children())
              .boxed()
              .collect(
                  Collectors.toMap(
                      it -> "child " + it,
                      it -> new PaidRequest(100 + it, Idempotency.NONE, Paid.PRICE.microUsd())));
      return state.forked()
          ? new Progress.Done<>(List.of(), Money.ZERO)
          : new Progress.Fork<>(new At(true), children);
    }
  }
}
