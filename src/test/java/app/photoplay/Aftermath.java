package app.photoplay;

import app.photoplay.engine.Submission;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What is left on disk and in the chat, read without the bot: every invariant that does not hold
/// becomes a sentence.
final class Aftermath implements AutoCloseable {
  private final Path data;
  private final Connection database;

  private Aftermath(Path data, Connection database) {
    this.data = data;
    this.database = database;
  }

  /// The data folder of a bot, running or not.
  static Aftermath of(Path data) {
    try {
      Connection database =
          DriverManager.getConnection("jdbc:sqlite:" + data.resolve("photoplay.db"));
      try (var statement = database.createStatement()) {
        statement.execute("PRAGMA busy_timeout=10000");
        statement.execute("PRAGMA query_only=ON");
      }
      return new Aftermath(data, database);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// How many jobs, results to show, updates and answers wait.
  long open() {
    return number(
        """
        SELECT (SELECT count(*) FROM job WHERE status < 3 AND parent IS NULL)
          + (SELECT count(*) FROM delivery WHERE state IN (1, 2))
          + (SELECT count(*) FROM inbound_event WHERE handled_ms IS NULL)
          + (SELECT count(*) FROM answer)
        """);
  }

  /// What all jobs cost together.
  long chargedMicroUsd() {
    return number("SELECT coalesce(sum(micro_usd), 0) FROM ledger");
  }

  /// How many jobs were ordered.
  long orders() {
    return count("parent IS NULL");
  }

  /// What is not finished, in words for whoever looks for the reason.
  List<String> unfinished() {
    return texts(
        "SELECT kind || ' ' || lane || ' ' || status || ' ' || attempt || ' ' || state FROM job"
            + " WHERE status < 3");
  }

  /// What was ordered in a submission that is in doubt, as far as it is written down.
  ///
  /// @param key as the provider was given it
  String orderedUnder(String key) {
    return String.join(
        " ",
        texts(
            "SELECT job.request || ' ' || job.state FROM job JOIN submission ON job.id ="
                + " submission.job WHERE submission.id = "
                + Submission.id(key).orElseThrow()));
  }

  /// How many submissions each provider has taken.
  Map<String, Integer> accepted() {
    Map<String, Integer> accepted = new TreeMap<>();
    texts("SELECT provider FROM submission WHERE operation IS NOT NULL")
        .forEach(it -> accepted.merge(it, 1, Integer::sum));
    return accepted;
  }

  /// Everything that is wrong.
  List<String> complaints(
      CrashScenario.Outcome outcome, FakeTelegram telegram, TelegramPerson person) {
    List<String> wrong = new ArrayList<>(complaints());
    expect(wrong, "jobs that ended well", outcome.made(), count("status = 3 AND parent IS NULL"));
    expect(wrong, "failed jobs", 0, count("status = 4"));
    expect(wrong, "cancelled jobs", outcome.cancelled(), count("status = 5 AND parent IS NULL"));
    expect(wrong, "micro-dollars charged", outcome.chargedMicroUsd(), chargedMicroUsd());
    expect(wrong, "unconfirmed updates", 0, telegram.unconfirmedUpdates());
    expect(wrong, "spinning buttons", 0, telegram.openPresses());
    chat(wrong, outcome, telegram, person);
    return wrong;
  }

  /// Everything that is wrong on disk, whatever was ordered.
  List<String> complaints() {
    List<String> wrong = new ArrayList<>();
    expect(wrong, "jobs that did not end", 0, count("status < 3"));
    expect(wrong, "ended jobs that have an owner", 0, count("owner IS NOT NULL"));
    expect(wrong, "ended jobs that hold money", 0, count("held <> 0"));
    expect(wrong, "jobs with a parent that is over but no end", 0, count("ended_ms IS NULL"));
    expect(
        wrong,
        "deliveries that are not done",
        0,
        number(
            """
            SELECT count(*) FROM delivery WHERE state <> 3 AND NOT EXISTS
              (SELECT 1 FROM delivery AS next WHERE next.occasion = 'w:' || delivery.id)
            """));
    expect(
        wrong,
        "updates that were not handled",
        0,
        number("SELECT count(*) FROM inbound_event WHERE handled_ms IS NULL"));
    expect(wrong, "answers that were not said", 0, number("SELECT count(*) FROM answer"));
    expect(
        wrong,
        "jobs whose hold, release and charge do not balance",
        0,
        number(
            """
            SELECT count(*) FROM (
              SELECT job FROM ledger GROUP BY job HAVING
                count(*) <> 3 OR count(DISTINCT kind) <> 3
                OR sum(CASE WHEN kind < 2 THEN micro_usd ELSE 0 END) <> 0)
            """));
    expect(
        wrong,
        "jobs whose charge is not their cost",
        0,
        number(
            """
            SELECT count(*) FROM job WHERE parent IS NULL AND cost <> coalesce(
              (SELECT micro_usd FROM ledger WHERE ledger.job = job.id AND ledger.kind = 2), 0)
            """));
    expect(
        wrong,
        "charges of jobs that do not exist",
        0,
        number("SELECT count(*) FROM ledger WHERE job NOT IN (SELECT id FROM job)"));
    for (String content : texts("SELECT content FROM artifact")) {
      if (!Files.isRegularFile(
          data.resolve("files").resolve(content.substring(0, 2)).resolve(content))) {
        wrong.add("an artifact has no file");
      }
    }
    String integrity = texts("PRAGMA integrity_check").getFirst();
    if (!integrity.equals("ok")) {
      wrong.add("the database is damaged: " + integrity);
    }
    return wrong;
  }

  private static void chat(
      List<String> wrong,
      CrashScenario.Outcome outcome,
      FakeTelegram telegram,
      TelegramPerson person) {
    List<ShownMessage> videos =
        person.sees().stream().filter(message -> message.video().isPresent()).toList();
    expect(wrong, "videos in the chat", outcome.videos(), videos.size());
    expect(
        wrong,
        "messages that were ever a video",
        outcome.videos(),
        telegram.history().stream()
            .filter(message -> message.fromBot() && message.video().isPresent())
            .map(ShownMessage::id)
            .distinct()
            .count());
    // Stopped between sending its card and noting that, the bot sends another and forgets this one.
    long orphans =
        person.sees().stream()
            .filter(message -> message.fromBot() && message.labels().contains("Cancel"))
            .count();
    if (orphans > 1) {
      wrong.add(orphans + " cards that will never become a video");
    }
    Map<OptionalInt, Integer> answers = new HashMap<>();
    videos.forEach(video -> answers.merge(video.replyTo(), 1, Integer::sum));
    if (answers.containsKey(OptionalInt.empty())) {
      wrong.add("a video answers nothing");
    }
  }

  private static void expect(List<String> wrong, String what, long expected, long actual) {
    if (expected != actual) {
      wrong.add(what + ": " + actual + " instead of " + expected);
    }
  }

  private long count(String jobs) {
    return number("SELECT count(*) FROM job WHERE " + jobs);
  }

  private long number(String query) {
    return Long.parseLong(texts(query).getFirst());
  }

  private List<String> texts(String query) {
    List<String> texts = new ArrayList<>();
    try (var statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
