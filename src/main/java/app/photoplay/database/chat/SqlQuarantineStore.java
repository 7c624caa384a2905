package app.photoplay.database.chat;

import static app.photoplay.database.generated.Tables.QUARANTINE;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import app.photoplay.chat.update.RejectedUpdate;
import app.photoplay.command.inbox.QuarantineStore;
import app.photoplay.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What was put aside, in the database.
public final class SqlQuarantineStore implements QuarantineStore {
  /// The most that are kept.
  public static final int MOST = 1000;

  /// Characters of each that are kept.
  static final int LONGEST = 32 << 10;

  private final Database database;

  public SqlQuarantineStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(RejectedUpdate update, Instant now) {
    String raw = printable(update.raw());
    int _ =
        database.write(sql -> {
          int added =
              sql.insertInto(QUARANTINE)
                  .set(QUARANTINE.PLATFORM, update.platform())
                  .set(QUARANTINE.DIGEST, digest(update.raw()))
                  .set(QUARANTINE.RECEIVED_MS, now.toEpochMilli())
                  .set(QUARANTINE.REASON, update.reason())
                  .set(QUARANTINE.BYTES, update.bytes())
                  .set(QUARANTINE.RAW, raw)
                  .onConflictDoNothing()
                  .execute();
          // of those that came at the same time as the oldest that stays, all stay
          sql.deleteFrom(QUARANTINE)
              .where(
                  QUARANTINE.RECEIVED_MS.lt(
                      select(QUARANTINE.RECEIVED_MS)
                          .from(QUARANTINE)
                          .orderBy(QUARANTINE.RECEIVED_MS.desc())
                          .limit(1)
                          .offset(MOST - 1)))
              .execute();
          return added;
        });
  }

  @Override
  public Optional<Kept> kept() {
    return database.read(sql ->
        sql.select(count(), max(QUARANTINE.RECEIVED_MS))
            .from(QUARANTINE)
            .fetchOptional(row -> kept(row.value1(), row.value2() == null ? 0 : row.value2()))
            .flatMap(it -> it));
  }

  public static Optional<Kept> kept(int updates, long latest) {
    return updates == 0
        ? Optional.empty()
        : Optional.of(new Kept(updates, Instant.ofEpochMilli(latest)));
  }

  @Override
  public void forget(Instant before) {
    int _ =
        database.write(sql ->
            sql.deleteFrom(QUARANTINE)
                .where(QUARANTINE.RECEIVED_MS.lt(before.toEpochMilli()))
                .execute());
  }

  /// What no database refuses: control characters are written as JSON writes them.
  private static String printable(String raw) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < raw.length() && text.length() < LONGEST; i++) {
      char c = raw.charAt(i);
      boolean plain = !Character.isISOControl(c) && !Character.isSurrogate(c);
      text.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return text.toString();
  }

  private static String digest(String raw) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(raw.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
