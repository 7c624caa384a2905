package app.photoplay.database.upkeep;

import app.photoplay.database.Database;
import app.photoplay.database.DatabasePlace;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.generated.DefaultSchema;
import app.photoplay.database.generated.Tables;
import app.photoplay.database.postgres.PostgresDatabase;
import app.photoplay.database.sqlite.Backup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.Table;

/// Moves all rows of one database into another that is empty, in one transaction, and compares both
/// afterwards. Who was working on a row is not moved.
public final class DatabaseCopy {
  private static final int BATCH = 500;

  private DatabaseCopy() {}

  /// Copies.
  ///
  /// @param told a line for each table
  /// @return how many rows were copied
  /// @throws DatabaseUnusable when one of them is in use, the target is not empty, or the copy
  ///   differs; then the target is as it was
  /// @throws FolderInUse when a program has a SQLite file open
  public static long copy(DatabasePlace from, DatabasePlace to, Consumer<String> told) {
    if (from.toString().equals(to.toString())) {
      throw new DatabaseUnusable("Source and target are the same: " + from + ". Name two.");
    }
    if (from instanceof DatabasePlace.Folder(var folder)) {
      Backup.requireDatabase(folder);
    }
    try (Database source = Databases.open(from);
        Database target = Databases.open(to)) {
      refuseInUse(source, from);
      refuseInUse(target, to);
      return target.write(sql -> copy(source, sql, to, told));
    }
  }

  private static long copy(
      Database source, DSLContext target, DatabasePlace to, Consumer<String> told) {
    List<Table<?>> tables = tables();
    for (Table<?> table : tables) {
      if (target.fetchExists(table)) {
        throw new DatabaseUnusable(
            to + " is not empty: it has rows in " + table.getName() + ". Name an empty database.");
      }
    }
    long all = 0;
    for (Table<?> table : tables) {
      TableDigest read = new TableDigest();
      pages(
          page -> source.read(page::of),
          table,
          rows -> {
            rows.forEach(read::add);
            insert(target, table, rows);
          });
      TableDigest written = new TableDigest();
      pages(page -> page.of(target), table, rows -> rows.forEach(written::add));
      if (!read.equals(written)) {
        throw new DatabaseUnusable(
            "The copy of "
                + table.getName()
                + " differs from its source ("
                + read
                + ", "
                + written
                + "), so nothing was copied. Please report this.");
      }
      told.accept(table.getName() + ": " + written);
      all += written.rows();
    }
    return all;
  }

  /// All rows, page by page in the order of the key.
  private static void pages(Reader reader, Table<?> table, Consumer<List<Record>> each) {
    List<Field<?>> key = List.copyOf(key(table));
    Object[] last = {};
    while (true) {
      Object[] after = last;
      List<Record> rows = reader.read(sql -> page(sql, table, key, after));
      rows.forEach(DatabaseCopy::free);
      each.accept(rows);
      if (rows.size() < BATCH) {
        return;
      }
      last = key.stream().map(rows.getLast()::get).toArray();
    }
  }

  private static List<Record> page(
      DSLContext sql, Table<?> table, List<Field<?>> key, Object[] after) {
    var ordered = sql.selectFrom(table).orderBy(key);
    return new ArrayList<>(
        after.length == 0
            ? ordered.limit(BATCH).fetch()
            : ordered.seek(after).limit(BATCH).fetch());
  }

  private static List<? extends Field<?>> key(Table<?> table) {
    var key = table.getPrimaryKey();
    if (key == null) {
      throw new IllegalStateException("no key: " + table.getName());
    }
    return key.getFields();
  }

  /// Owners name programs that do not live any more, in the words of the old database.
  private static void free(Record row) {
    Field<?> owner = row.field("owner");
    if (owner != null) {
      row.set(owner, null);
    }
  }

  private static void insert(DSLContext target, Table<?> table, List<Record> rows) {
    if (!rows.isEmpty()) {
      target
          .batch(rows.stream().map(row -> target.insertInto(table).set(row.intoMap())).toList())
          .execute();
    }
  }

  /// All tables but the instances', each behind those it refers to.
  private static List<Table<?>> tables() {
    List<Table<?>> left = new ArrayList<>(DefaultSchema.DEFAULT_SCHEMA.getTables());
    left.remove(Tables.INSTANCE);
    List<Table<?>> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<Table<?>> next =
          left.stream()
              .filter(table ->
                  table.getReferences().stream()
                      .map(ForeignKey::getInverseKey)
                      .map(it -> it.getTable())
                      .allMatch(other -> other.equals(table) || ordered.contains(other)))
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("tables refer to each other in a circle: " + left);
      }
      ordered.addAll(next);
      left.removeAll(next);
    }
    return ordered;
  }

  private static void refuseInUse(Database database, DatabasePlace place) {
    boolean used =
        database.read(sql -> sql.fetchExists(Tables.INSTANCE, Tables.INSTANCE.HEARTBEAT_MS.gt(0L)));
    if (used) {
      throw new DatabaseUnusable(
          place
              + " is in use. Stop every Photoplay that works on it; after a crash wait "
              + PostgresDatabase.LEASE.toSeconds()
              + " seconds and start and stop it once.");
    }
  }

  /// Runs a query somewhere.
  private interface Reader {
    List<Record> read(Page page);
  }

  private interface Page {
    List<Record> of(DSLContext sql);
  }
}
