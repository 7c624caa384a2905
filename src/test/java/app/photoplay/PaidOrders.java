package app.photoplay;

import app.photoplay.budget.AccountId;
import app.photoplay.chaos.PaidKind;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.Priority;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Orders of paid work placed by a program that ended before it began: no command orders it.
final class PaidOrders {
  private final Path data;
  private final PaidKind kind;
  private int orders;

  PaidOrders(Path data, PaidKind kind) {
    this.data = data;
    this.kind = kind;
  }

  /// Orders in reply to a message that the person sends, at the usual price.
  TelegramUpdate place(TelegramPerson person, Idempotency idempotency) {
    TelegramUpdate wish = person.sends("/help");
    try (Database database = Databases.open(data)) {
      place(database, person, wish, idempotency);
    }
    return wish;
  }

  private void place(
      Database database, TelegramPerson person, TelegramUpdate wish, Idempotency idempotency) {
    Ids ids = new Ids(InstantSource.system());
    DeskStore desk = new SqlDeskStore(database, TestBot.CAPS, ids);
    Instant now = InstantSource.system().instant();
    String chat = Long.toString(person.chat());
    AccountId account =
        new SqlAccounts(database, ids).of(new Person("telegram", chat, "en", ""), now);
    PaidRequest request = new PaidRequest(++orders, idempotency, Paid.PRICE.microUsd());
    String encoded = kind.encode(request);
    MessageRef message =
        new MessageRef(
            new Conversation("telegram", chat, "", false), Integer.toString(wish.message()));
    DeskStore.Placed placed =
        desk.place(
            new DeskStore.NewJob(
                account,
                PaidRequest.KIND,
                encoded,
                Fingerprint.of(account, PaidRequest.KIND, encoded),
                kind.offer(request),
                Optional.empty(),
                List.of(),
                new OrderTrigger(message, "", "", "en"),
                Optional.empty(),
                Priority.NORMAL,
                10,
                100),
            now);
    if (!(placed instanceof DeskStore.Placed.Accepted)) {
      throw new AssertionError(placed);
    }
  }
}
