package app.photoplay.database.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/// The connection whose locks show that an instance lives: PostgreSQL frees them at once when its
/// program ends. All times are the database's. Used by one thread.
final class InstanceSession implements AutoCloseable {
  private static final String CHANNEL = "photoplay";
  private static final String NOW = "(extract(epoch from clock_timestamp()) * 1000)::bigint";
  private static final int MOST_INSTANCES = 256;

  /// The locks of another schema's instances are others.
  private static final String SPACE =
      "(hashtext('photoplay ' || current_schema()) & 2147483647)::bigint";

  /// Ends the session of an instance.
  static final String END =
      "select count(pg_terminate_backend(pid)) from pg_locks where locktype = 'advisory'"
          + " and database = (select oid from pg_database where datname = current_database())"
          + " and classid::bigint = "
          + SPACE
          + " and objsubid = 2 and granted and objid::bigint = ?";

  private final Connection connection;
  private final long leaseMillis;

  private final int space;

  InstanceSession(Connection connection, long leaseMillis) throws SQLException {
    this.connection = connection;
    this.leaseMillis = leaseMillis;
    this.space = (int) number("select " + SPACE);
    execute("listen " + CHANNEL);
  }

  /// Another instance.
  ///
  /// @param late whether it has not reported for the length of a lease
  record Dead(long id, boolean late) {}

  /// Takes an id that no instance had before and whose lowest byte no living one has.
  long join() throws SQLException {
    List<Long> known = numbers("select id from instance where heartbeat_ms > 0");
    long id = number("select coalesce(max(id), 0) from instance");
    for (int tries = 0; tries < 2 * MOST_INSTANCES; tries++) {
      long next = ++id;
      boolean free = known.stream().noneMatch(other -> (other - next) % MOST_INSTANCES == 0);
      if (free && lock(next)) {
        if (change(
                "insert into instance (id, started_ms, heartbeat_ms) values (?, "
                    + NOW
                    + ", "
                    + NOW
                    + ") on conflict do nothing",
                next)
            == 1) {
          change("delete from instance where heartbeat_ms = 0 and id < ?", next);
          return next;
        }
        unlock(next);
      }
    }
    throw new SQLException("there are " + known.size() + " instances already");
  }

  /// Takes the lock of an id that this program had; false while somebody else has it.
  boolean lock(long id) throws SQLException {
    return truth("select pg_try_advisory_lock(?, ?)", space, (int) id);
  }

  private void unlock(long id) throws SQLException {
    truth("select pg_advisory_unlock(?, ?)", space, (int) id);
  }

  /// Reports that the instance lives; false when the others have given it up for dead.
  boolean beat(long id) throws SQLException {
    return change(
            "update instance set heartbeat_ms = " + NOW + " where id = ? and heartbeat_ms > 0", id)
        == 1;
  }

  /// How many others live, by their rows.
  int peers(long id) throws SQLException {
    return (int) number("select count(*) from instance where heartbeat_ms > 0 and id <> ?", id);
  }

  /// The others whose lock is free or whose report is late.
  List<Dead> dead(long id) throws SQLException {
    List<Dead> dead = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id, heartbeat_ms < "
                + NOW
                + " - ? from instance where heartbeat_ms > 0 and id <> ?")) {
      statement.setLong(1, leaseMillis);
      statement.setLong(2, id);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          dead.add(new Dead(rows.getLong(1), rows.getBoolean(2)));
        }
      }
    }
    List<Dead> found = new ArrayList<>();
    for (Dead one : dead) {
      if (one.late() || lock(one.id())) {
        found.add(one);
      }
    }
    return found;
  }

  /// Notes that another instance is dead, so that what it worked on is free; false when it has
  /// reported meanwhile. A frozen program or a lost host may still hold its locks: its session is
  /// ended.
  boolean removeDead(Dead one) throws SQLException {
    boolean buried =
        one.late()
            ? change(
                    "update instance set heartbeat_ms = 0 where id = ? and heartbeat_ms between 1"
                        + " and "
                        + NOW
                        + " - "
                        + leaseMillis,
                    one.id())
                == 1
            : change("update instance set heartbeat_ms = 0 where id = ?", one.id()) == 1;
    if (one.late() && buried) {
      numbers(END, one.id());
    }
    if (!one.late()) {
      unlock(one.id());
    }
    return buried;
  }

  /// Takes a role; true when this session plays it, however often it is asked.
  boolean take(String role) throws SQLException {
    return truth("select pg_try_advisory_lock(?, -abs(hashtext(?)) - 1)", space, role);
  }

  /// Leaves a role to the others.
  void give(String role) throws SQLException {
    truth("select pg_advisory_unlock(?, -abs(hashtext(?)) - 1)", space, role);
  }

  /// Marks the instance as gone, so that the others need not find out.
  void leave(long id) throws SQLException {
    change("update instance set heartbeat_ms = 0 where id = ?", id);
    tell("0");
  }

  /// Waits so long for what others say.
  List<String> heard(int millis) throws SQLException {
    PGNotification @Nullable [] heard =
        connection.unwrap(PGConnection.class).getNotifications(millis);
    List<String> texts = new ArrayList<>();
    if (heard != null) {
      for (PGNotification one : heard) {
        texts.add(one.getParameter());
      }
    }
    return texts;
  }

  void tell(String text) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select pg_notify(?, ?)")) {
      statement.setString(1, CHANNEL);
      statement.setString(2, text);
      statement.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int change(String sql, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      return statement.executeUpdate();
    }
  }

  private boolean truth(String sql, int first, Object second) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, first);
      statement.setObject(2, second);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private long number(String sql, Long... arguments) throws SQLException {
    return numbers(sql, arguments).getFirst();
  }

  private List<Long> numbers(String sql, Long... arguments) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setLong(i + 1, arguments[i]);
      }
      List<Long> numbers = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getLong(1));
        }
      }
      return numbers;
    }
  }
}
