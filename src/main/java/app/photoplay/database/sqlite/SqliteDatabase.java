package app.photoplay.database.sqlite;

import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.Instance;
import app.photoplay.database.Migrations;
import app.photoplay.database.batch.BatchOperation;
import app.photoplay.database.batch.Writer;
import app.photoplay.storage.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// One SQLite file in a data folder that this program alone may use.
///
/// Writes go through one thread that commits them in groups, with `synchronous=FULL`: what [#write]
/// returned from survives `kill -9` and power loss. Reads run on a few threads of their own. Native
/// calls pin virtual threads, so neither ever runs on the caller's. Thread-safe.
public final class SqliteDatabase extends Database {
  private static final String FILE = "photoplay.db";
  private static final int BATCH = 256;
  private static final int READERS = 3;

  /// Below it a commit may fail at any moment.
  private static final long LEAST_ROOM = 1L << 20;

  private final Path folder;
  private final Instance instance = new SingleInstance();
  private final FileChannel lockFile;
  private final Connection writing;
  private final Writer writer;
  private final List<Connection> reading = new ArrayList<>();
  private final BlockingQueue<DSLContext> readers = new LinkedBlockingQueue<>();
  private final ExecutorService readerThreads;

  private SqliteDatabase(Path folder, String synchronous) throws SQLException, IOException {
    this.folder = folder;
    lockFile = lock(folder);
    try {
      // SQLite gives the files beside it the same rights.
      Path file = PrivateFiles.file(file(folder));
      String url = url(file);
      writing =
          connect(
              url,
              "synchronous=" + synchronous,
              "wal_autocheckpoint=1000",
              "journal_size_limit=67108864",
              "cache_size=-16000");
      migrations(file).run(version -> Optional.of(Backup.before(file, version)));
      writer = new Writer(1, BATCH, new SqliteBatches(writing, context(writing)));
      readerThreads =
          Executors.newFixedThreadPool(
              READERS, Thread.ofPlatform().name("database-reader-", 0).daemon(true).factory());
      for (int i = 0; i < READERS; i++) {
        Connection connection = connect(url, "query_only=ON");
        reading.add(connection);
        readers.add(context(connection));
      }
    } catch (SQLException | IOException | RuntimeException e) {
      lockFile.close();
      throw e;
    }
  }

  /// The database of a data folder, whether it is there or not.
  public static Path file(Path folder) {
    return folder.resolve(FILE);
  }

  /// How its file is opened.
  public static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  /// What brings the tables in a file up to date.
  public static Migrations migrations(Path file) {
    return new Migrations(url(file), "", "");
  }

  /// Opens the database of a data folder, which is created when missing.
  ///
  /// @throws FolderInUse when another program has it open
  /// @throws DatabaseException when it cannot be opened or written
  public static SqliteDatabase in(Path folder) {
    return open(folder, "FULL");
  }

  /// The same, but what is written survives only the program's end, not the machine's: it waits for
  /// no disk. For tests.
  static SqliteDatabase unflushed(Path folder) {
    return open(folder, "OFF");
  }

  private static SqliteDatabase open(Path folder, String synchronous) {
    try {
      PrivateFiles.folder(folder);
      return new SqliteDatabase(folder, synchronous);
    } catch (SQLException | IOException e) {
      throw new DatabaseException("the database in " + folder + " cannot be opened", e);
    }
  }

  @Override
  public <I, O> O write(BatchOperation<I, O> bulk, I input) {
    return awaitWrite(writer.submit(bulk, input));
  }

  @Override
  protected boolean hasRoom() {
    try {
      return Files.getFileStore(folder).getUsableSpace() > LEAST_ROOM;
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public <T> T read(Function<DSLContext, T> body) {
    return await(
        CompletableFuture.supplyAsync(
            () -> {
              DSLContext sql = takeReader();
              try {
                return body.apply(sql);
              } finally {
                readers.add(sql);
              }
            },
            readerThreads));
  }

  @Override
  public Instance instance() {
    return instance;
  }

  /// Limits the file to so many pages, as a full disk would. For tests.
  void limitPages(int pages) {
    // a pragma takes effect at once and is no part of a transaction
    write(sql -> sql.fetch("PRAGMA max_page_count=" + pages).size());
  }

  @Override
  public void close() {
    // The lock goes last, whatever happens before.
    try (lockFile) {
      writer.close();
      readerThreads.shutdown();
      for (Connection connection : reading) {
        connection.close();
      }
      try (var statement = writing.createStatement()) {
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
      writing.close();
    } catch (SQLException | IOException e) {
      throw new DatabaseException("the database did not close well", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private DSLContext takeReader() {
    DSLContext reader = readers.poll();
    if (reader == null) {
      throw new IllegalStateException("more reader threads than readers");
    }
    return reader;
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            PrivateFiles.file(folder.resolve("photoplay.lock")), StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // another Database in this very program: as much in use as by another program
      channel.close();
      throw new FolderInUse(folder);
    }
    channel.close();
    throw new FolderInUse(folder);
  }

  private static Connection connect(String url, String... pragmas) throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA busy_timeout=10000");
      statement.execute("PRAGMA foreign_keys=ON");
      statement.execute("PRAGMA temp_store=MEMORY");
      for (String pragma : pragmas) {
        statement.execute("PRAGMA " + pragma);
      }
    }
    return connection;
  }

  private static DSLContext context(Connection connection) {
    return DSL.using(connection, SQLDialect.SQLITE, SETTINGS);
  }
}
