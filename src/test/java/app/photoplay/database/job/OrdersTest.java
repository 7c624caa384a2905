package app.photoplay.database.job;

import static app.photoplay.database.generated.Tables.DELIVERY;
import static app.photoplay.database.generated.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.Drafts;
import app.photoplay.database.Database;
import app.photoplay.database.account.LedgerRules;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.chat.SqlDrafts;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.sql.Numbers;
import app.photoplay.intake.DeskStore.NewJob;
import app.photoplay.intake.DeskStore.Placed;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Priority;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.testkit.DatabaseKind;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Orders that come at the same moment and are written in one transaction.
class OrdersTest {
  private static final Money CENT = new Money(10_000);

  @TempDir Path folder;
  private final SettableTime time = SettableTime.noon();

  @ParameterizedTest
  @EnumSource
  void takesThoseOfManyPeople(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          List<Placed> placed =
              desk.place(desk.order(1, "a", "1"), desk.order(2, "b", "2"), desk.order(3, "c", "3"));

          assertThat(placed).hasOnlyElementsOfType(Placed.Accepted.class);
          assertThat(desk.count(sql -> sql.fetchCount(JOB))).isEqualTo(3);
          assertThat(desk.count(sql -> sql.fetchCount(DELIVERY))).isEqualTo(3);
        });
  }

  @ParameterizedTest
  @EnumSource
  void joinsWhatTheSamePersonOrderedAMomentBefore(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          List<Placed> placed = desk.place(desk.order(1, "a", "1"), desk.order(1, "a", "2"));

          assertThat(placed.get(1)).isEqualTo(new Placed.Joined(accepted(placed.getFirst()).job()));
        });
  }

  @ParameterizedTest
  @EnumSource
  void takesTheSameMessageOnceWhoeverPressedFirst(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          List<Placed> placed =
              desk.place(
                  desk.inGroup(1, "a", "9"), desk.order(3, "c", "3"), desk.inGroup(2, "b", "9"));

          assertThat(placed.get(2))
              .isEqualTo(new Placed.Repeated(accepted(placed.getFirst()).job()));
        });
  }

  @ParameterizedTest
  @EnumSource
  void fillsTheQueueToItsLastPlace(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          List<Placed> placed =
              desk.queue(2)
                  .place(desk.order(1, "a", "1"), desk.order(2, "b", "2"), desk.order(3, "c", "3"));

          assertThat(placed.get(1)).isInstanceOf(Placed.Accepted.class);
          assertThat(placed.get(2)).isEqualTo(new Placed.QueueFull(Optional.empty()));
        });
  }

  @ParameterizedTest
  @EnumSource
  void setsAsideNoMoreThanAllMaySpend(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          List<Placed> placed =
              desk.place(
                  desk.order(1, "a", "1"),
                  desk.order(2, "b", "2"),
                  desk.order(3, "c", "3"),
                  desk.order(4, "d", "4"));

          assertThat(placed.subList(0, 3)).hasOnlyElementsOfType(Placed.Accepted.class);
          assertThat(placed.get(3)).isInstanceOf(Placed.OverBudget.class);
        });
  }

  /// A program may end right after an order is on disk.
  @ParameterizedTest
  @EnumSource
  void endsTheOrderWhosePlaceItTakesAtTheSameMoment(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          JobId old = accepted(desk.place(desk.order(1, "a", "1")).getFirst()).job();

          desk.place(desk.instead(old, desk.order(1, "b", "2")));
          desk.place(desk.instead(old, desk.order(1, "c", "2")));

          assertThat(desk.count(sql -> sql.fetchCount(JOB, JOB.CANCELLED.eq((short) 1))))
              .isEqualTo(1);
          assertThat(
                  desk.count(
                      sql -> sql.fetchCount(JOB, JOB.STATUS.lt(Numbers.literal(Status.MADE)))))
              .isEqualTo(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheOtherWhereItIsNotTaken(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          JobId old = accepted(desk.queue(1).place(desk.order(1, "a", "1")).getFirst()).job();

          List<Placed> placed = desk.place(desk.instead(old, desk.order(1, "b", "2")));

          assertThat(placed).hasOnlyElementsOfType(Placed.QueueFull.class);
          assertThat(desk.count(sql -> sql.fetchCount(JOB, JOB.CANCELLED.eq((short) 1)))).isZero();
        });
  }

  private void in(DatabaseKind kind, Consumer<Desk> test) {
    try (Database database = kind.fresh(folder).get()) {
      test.accept(new Desk(database));
    }
  }

  private static Placed.Accepted accepted(Placed placed) {
    return (Placed.Accepted) placed;
  }

  /// Where all may spend three cents a day.
  @ParameterizedTest
  @EnumSource
  void takesEachRevisionOfADraftOnce(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          Draft draft = desk.draft(1);

          List<Placed> placed =
              desk.place(
                  desk.from(draft, desk.order(1, "a", "1")),
                  desk.from(draft, desk.order(1, "b", "2")));
          Draft next = desk.drafts().change(draft, "{}").orElseThrow();
          List<Placed> later =
              desk.place(
                  desk.from(draft, desk.order(1, "c", "3")),
                  desk.from(next, desk.order(1, "d", "4")));

          assertThat(placed.getFirst()).isInstanceOf(Placed.Accepted.class);
          assertThat(placed.get(1)).isEqualTo(new Placed.Stale(true));
          assertThat(later.getFirst()).isEqualTo(new Placed.Stale(true));
          assertThat(later.get(1)).isInstanceOf(Placed.Accepted.class);
        });
  }

  @ParameterizedTest
  @EnumSource
  void takesNothingOfADraftThatHasChanged(DatabaseKind kind) {
    in(
        kind,
        desk -> {
          Draft draft = desk.draft(1);
          desk.drafts().change(draft, "{}");

          List<Placed> placed = desk.place(desk.from(draft, desk.order(1, "a", "1")));

          assertThat(placed).containsExactly(new Placed.Stale(false));
          assertThat(desk.count(sql -> sql.fetchCount(JOB))).isZero();
        });
  }

  private final class Desk {
    private final Database database;
    private final Ids ids = new Ids(time);
    private final Caps caps =
        new Caps(new Money(20_000), new Money(20_000), new Money(30_000), ZoneId.of("UTC"));
    private int queue = 100;

    private Desk(Database database) {
      this.database = database;
    }

    private Desk queue(int most) {
      queue = most;
      return this;
    }

    private List<Placed> place(NewJob... orders) {
      LedgerRules books = new LedgerRules(caps, ids);
      Orders taking = new Orders(database, books, new Jobs(ids, books), ids);
      List<Orders.Order> all =
          List.of(orders).stream().map(it -> new Orders.Order(it, time.instant())).toList();
      return database.write(
          sql -> taking.write(sql, all).stream().map(JobTransactions.Done::value).toList());
    }

    private SqlDrafts drafts() {
      return new SqlDrafts(database);
    }

    private Draft draft(int person) {
      NewJob order = order(person, "", "0");
      Conversation in = order.occasion().message().conversation();
      return drafts().save(order.account(), in, "wish", "", time.instant(), Drafts.LONG);
    }

    private NewJob from(Draft draft, NewJob order) {
      return new NewJob(
          order.account(),
          order.kind(),
          order.request(),
          order.fingerprint(),
          order.offer(),
          order.made(),
          order.inputs(),
          order.occasion(),
          draft.used(),
          order.priority(),
          order.limit(),
          order.queue());
    }

    private NewJob instead(JobId old, NewJob order) {
      return new NewJob(
          order.account(),
          order.kind(),
          order.request(),
          order.fingerprint(),
          order.offer(),
          order.made(),
          order.inputs(),
          order.occasion(),
          order.draft(),
          order.priority(),
          order.limit(),
          order.queue(),
          Optional.of(old));
    }

    private int count(Function<DSLContext, Integer> what) {
      return database.read(what);
    }

    private NewJob order(int person, String wish, String message) {
      return order(person, wish, message, Integer.toString(person), false);
    }

    private NewJob inGroup(int person, String wish, String message) {
      return order(person, wish, message, "friends", true);
    }

    private NewJob order(int person, String wish, String message, String chat, boolean group) {
      AccountId account =
          new SqlAccounts(database, ids)
              .of(new Person("telegram", Integer.toString(person), "en", ""), time.instant());
      MessageRef at = new MessageRef(new Conversation("telegram", chat, "", group), message);
      return new NewJob(
          account,
          "wish",
          wish,
          Fingerprint.of(account, "wish", wish),
          new JobKind.Plan<>(new Quote(List.of(new Quote.Line("work", CENT))), ""),
          Optional.empty(),
          List.of(),
          new OrderTrigger(at, "", "", "en"),
          Optional.empty(),
          Priority.NORMAL,
          100,
          queue);
    }
  }
}
