package app.photoplay.database;

import static app.photoplay.database.generated.Tables.INBOUND_EVENT;

import app.photoplay.database.batch.BatchOperation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;

/// Where everything durable is kept: a SQLite file that this program alone may use, or PostgreSQL,
/// which several programs share. The stores run on both. Thread-safe.
///
/// What [#write] returned from survives `kill -9` and power loss.
public abstract class Database implements AutoCloseable {
  private static final String PROBE = "probe";
  private static final int PROBE_BYTES = 4096;

  protected static final Settings SETTINGS = new Settings().withExecuteLogging(false);

  private volatile boolean refused;

  protected Database() {}

  /// Runs one transaction and returns when it is on disk. The body sees its own writes, must not
  /// wait for anything, and has no effect outside the database: it may run again after what it did
  /// was rolled back.
  ///
  /// @throws DatabaseException when the database does not take it
  public <T> T write(Function<DSLContext, T> body) {
    return write(BatchOperation.bodies(), body);
  }

  /// The same for what many callers ask for at a time.
  public abstract <I, O> O write(BatchOperation<I, O> bulk, I input);

  /// Reads what is committed.
  public abstract <T> T read(Function<DSLContext, T> body);

  /// This program among those that share the database.
  public abstract Instance instance();

  /// Whether writes go through, as far as that is known without writing: there is room on the disk,
  /// and the last write was not refused for want of it. After one was, this tries to write.
  public boolean writable() {
    if (!hasRoom()) {
      return false;
    }
    if (!refused) {
      return true;
    }
    try {
      return write(sql -> {
        // A row that needs room, or a full disk would not be noticed; nobody ever sees it.
        sql.insertInto(INBOUND_EVENT)
            .set(INBOUND_EVENT.PLATFORM, PROBE)
            .set(INBOUND_EVENT.EXTERNAL, "")
            .set(INBOUND_EVENT.RECEIVED_MS, 0L)
            .set(INBOUND_EVENT.PAYLOAD, " ".repeat(PROBE_BYTES))
            .set(INBOUND_EVENT.HANDLED_MS, 0L)
            .execute();
        return sql.deleteFrom(INBOUND_EVENT).where(INBOUND_EVENT.PLATFORM.eq(PROBE)).execute() > 0;
      });
    } catch (RuntimeException e) {
      return false;
    }
  }

  /// Whether there is room for another write where the database lies, as far as one can see.
  protected abstract boolean hasRoom();

  /// Waits for a write, and remembers whether it was refused.
  protected final <T> T awaitWrite(CompletableFuture<T> future) {
    try {
      T written = await(future);
      refused = false;
      return written;
    } catch (DatabaseException e) {
      if (e.full()) {
        refused = true;
      }
      throw e;
    }
  }

  @Override
  public abstract void close();

  protected static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof IllegalStateException
          || cause instanceof IllegalArgumentException
          || cause instanceof DatabaseUnusable) {
        throw (RuntimeException) cause;
      }
      throw new DatabaseException("the database did not take a transaction", cause);
    }
  }
}
