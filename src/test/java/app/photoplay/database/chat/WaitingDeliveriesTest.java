package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.delivery.Delivery;
import app.photoplay.delivery.DeliveryStore.Address;
import app.photoplay.intake.DeskStore.NewJob;
import app.photoplay.intake.DeskStore.Placed;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.Priority;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.PostgresServer;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Results that their conversation did not take, and where their person may see them.
class WaitingDeliveriesTest {
  private static final Conversation ALONE = new Conversation("telegram", "7", "", false);
  private static final Conversation FRIENDS = new Conversation("telegram", "-1", "", true);
  private static final Conversation OTHERS = new Conversation("telegram", "-2", "", true);
  private static final Conversation ELSEWHERE = new Conversation("discord", "-1", "", true);

  @TempDir Path folder;
  private final SettableTime time = SettableTime.noon();

  @ParameterizedTest
  @EnumSource
  void whatBelongsToThePersonAloneIsShownInNoGroup(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          JobId job = outbox.leftIn(ALONE, "a");

          assertThat(outbox.writes(FRIENDS)).isEmpty();
          assertThat(outbox.writes(ALONE)).containsExactly(job);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatBelongsToAGroupIsShownThereOrToThePersonAloneAndInNoOtherGroup(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          JobId first = outbox.leftIn(FRIENDS, "a");

          assertThat(outbox.writes(OTHERS)).isEmpty();
          assertThat(outbox.writes(ELSEWHERE)).isEmpty();
          assertThat(outbox.writes(new Conversation("telegram", "-1", "topic", true)))
              .containsExactly(first);

          JobId second = outbox.leftIn(FRIENDS, "b");
          assertThat(outbox.writes(ALONE)).containsExactly(second);
        });
  }

  @ParameterizedTest
  @EnumSource
  void isDueWhereThePersonWroteAndOnceOnly(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          JobId job = outbox.leftIn(FRIENDS, "a");

          assertThat(outbox.writes(ALONE)).containsExactly(job);

          assertThat(outbox.store.open(job))
              .singleElement()
              .satisfies(it -> {
                assertThat(it.state()).isEqualTo(Delivery.State.DUE);
                assertThat(it.conversation()).isEqualTo(ALONE);
                assertThat(it.replyTo()).hasValue(new MessageRef(ALONE, "99"));
                assertThat(it.language()).isEqualTo("de");
                assertThat(it.placeholder()).isEmpty();
              });
          assertThat(outbox.store.waits(outbox.account)).isFalse();
          assertThat(outbox.writes(ALONE)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void waitsAgainWhenItCannotBeShownThereEither(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          JobId job = outbox.leftIn(FRIENDS, "a");
          outbox.writes(ALONE);

          outbox.store.leaveWaiting(outbox.store.open(job).getFirst().id());

          assertThat(outbox.store.open(job)).isEmpty();
          assertThat(outbox.writes(ALONE)).containsExactly(job);
        });
  }

  @ParameterizedTest
  @EnumSource
  void atMostThreeComeAtOnceAndTheOldestFirst(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          List<JobId> jobs = new ArrayList<>();
          for (String wish : List.of("a", "b", "c", "d")) {
            jobs.add(outbox.leftIn(ALONE, wish));
          }

          assertThat(outbox.writes(ALONE)).isEqualTo(jobs.subList(0, 3));
          assertThat(outbox.writes(ALONE)).isEqualTo(jobs.subList(3, 4));
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatThePersonWasShownOtherwiseWaitsNoLonger(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          outbox.leftIn(FRIENDS, "a");
          JobId again = outbox.placed(ALONE, "a");

          assertThat(outbox.writes(ALONE)).as("while it is on its way").isEmpty();
          assertThat(outbox.store.waits(outbox.account)).isTrue();
          outbox.store.move(outbox.store.open(again).getFirst().id(), Delivery.State.DONE);

          assertThat(outbox.writes(ALONE)).isEmpty();
          assertThat(outbox.store.waits(outbox.account)).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatWasShownBeforeDoesNotKeepARepeatFromWaiting(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          JobId before = outbox.placed(ALONE, "a");
          outbox.store.move(outbox.store.open(before).getFirst().id(), Delivery.State.DONE);
          JobId repeat = outbox.leftIn(FRIENDS, "a");

          assertThat(outbox.writes(ALONE)).containsExactly(repeat);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anothersOrAnOldOneIsNotShown(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          outbox.leftIn(ALONE, "a");
          var ben = outbox.person(8);

          assertThat(outbox.store.waits(ben)).isFalse();
          assertThat(outbox.writes(ben, ALONE)).isEmpty();
          time.advance(Duration.ofDays(30).plusMillis(1));
          assertThat(outbox.writes(ALONE)).isEmpty();
        });
  }

  /// An order that comes again, after a crash perhaps, must still find that it was taken, and one
  /// of another chat must not find it.
  @ParameterizedTest
  @EnumSource
  void theOrderIsStillRecognisedWhereItWasMade(DatabaseKind kind) {
    in(
        kind,
        outbox -> {
          JobId job = outbox.leftIn(FRIENDS, "a");

          outbox.writes(ALONE);

          assertThat(outbox.desk.taken(outbox.trigger(FRIENDS, "a"))).hasValue(job);
          assertThat(outbox.desk.taken(outbox.trigger(ALONE, "a"))).isEmpty();
        });
  }

  @Test
  void programsThatShareADatabaseAddressItOnce() throws Exception {
    var server = PostgresServer.database();
    try (Database first = DatabaseKind.opened(server);
        Database second = DatabaseKind.opened(server);
        var threads = Executors.newFixedThreadPool(8)) {
      Outbox one = new Outbox(first);
      List<JobId> jobs = List.of(one.leftIn(ALONE, "a"), one.leftIn(FRIENDS, "b"));
      List<Outbox> programs = List.of(one, new Outbox(second));

      List<Callable<List<JobId>>> writes = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Outbox program = programs.get(i % 2);
        writes.add(() -> program.writes(one.account, ALONE));
      }
      List<JobId> shown = new ArrayList<>();
      for (Future<List<JobId>> each : threads.invokeAll(writes)) {
        shown.addAll(each.get());
      }

      assertThat(shown).containsExactlyInAnyOrderElementsOf(jobs);
      int rows = first.read(sql -> sql.fetchCount(DELIVERY));
      assertThat(rows).isEqualTo(4);
    }
  }

  private void in(DatabaseKind kind, Consumer<Outbox> test) {
    try (Database database = kind.fresh(folder).get()) {
      test.accept(new Outbox(database));
    }
  }

  private final class Outbox {
    private final Ids ids = new Ids(time);
    private final Database database;
    private final SqlDeliveryStore store;
    private final SqlDeskStore desk;
    private final AccountId account;

    private Outbox(Database database) {
      this.database = database;
      this.store = new SqlDeliveryStore(database, ids);
      this.desk =
          new SqlDeskStore(
              database, new Caps(Money.ZERO, Money.ZERO, Money.ZERO, ZoneId.of("UTC")), ids);
      this.account = person(7);
    }

    private AccountId person(int number) {
      return new SqlAccounts(database, ids)
          .of(new Person("telegram", Integer.toString(number), "en", ""), time.instant());
    }

    /// A video that was ordered there and could not be shown there.
    private JobId leftIn(Conversation in, String wish) {
      JobId job = placed(in, wish);
      store.leaveWaiting(store.open(job).getFirst().id());
      return job;
    }

    /// A video that was ordered there and is due.
    private JobId placed(Conversation in, String wish) {
      String content = wish.repeat(64);
      var made = new Artifact(Artifact.VIDEO, content, "video/mp4", 1, 2, 2, 1000);
      Placed placed =
          desk.place(
              new NewJob(
                  account,
                  "wish",
                  wish,
                  Fingerprint.of(account, "wish", wish),
                  new JobKind.Plan<>(new Quote(List.of()), ""),
                  Optional.of(List.of(made)),
                  List.of(),
                  trigger(in, wish),
                  Optional.empty(),
                  Priority.NORMAL,
                  100,
                  100),
              time.instant());
      time.advance(Duration.ofMillis(1));
      return ((Placed.Made) placed).job();
    }

    private OrderTrigger trigger(Conversation in, String wish) {
      return new OrderTrigger(new MessageRef(in, "message " + wish), "", "", "en");
    }

    private List<JobId> writes(Conversation in) {
      return writes(account, in);
    }

    private List<JobId> writes(AccountId person, Conversation in) {
      return store.readdress(
          person,
          new Address(in, Optional.of("99"), "de"),
          time.instant().minus(Duration.ofDays(30)));
    }
  }
}
