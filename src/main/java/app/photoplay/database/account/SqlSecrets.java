package app.photoplay.database.account;

import static app.photoplay.database.generated.Tables.SECRET;

import app.photoplay.database.Database;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// Keys that are made here once and stay, the same for all programs on the database.
public final class SqlSecrets {
  private final Database database;

  public SqlSecrets(Database database) {
    this.database = database;
  }

  /// The key of that name; random bytes, so many, when there was none. Blocks.
  public byte[] key(String name, int bytes) {
    return find(name)
        .orElseGet(() -> {
          byte[] fresh = new byte[bytes];
          new SecureRandom().nextBytes(fresh);
          // another program may do the same at the same time: the first one's stays
          database.write(sql ->
              sql.insertInto(SECRET)
                  .set(SECRET.NAME, name)
                  .set(SECRET.VALUE, HexFormat.of().formatHex(fresh))
                  .onConflictDoNothing()
                  .execute());
          return find(name).orElseThrow();
        });
  }

  private Optional<byte[]> find(String name) {
    return database.read(sql ->
        sql.select(SECRET.VALUE)
            .from(SECRET)
            .where(SECRET.NAME.eq(name))
            .fetchOptional(SECRET.VALUE)
            .map(HexFormat.of()::parseHex));
  }
}
