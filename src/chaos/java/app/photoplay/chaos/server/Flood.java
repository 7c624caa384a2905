package app.photoplay.chaos.server;

import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ShownMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// What became of many people who wrote to a server within a second.
///
/// @param answered how many of them got an answer
/// @param writing how long all of them took to write
/// @param took from the first who wrote to the last who was answered
/// @param overtaken the most people who wrote later than somebody and were answered before
/// @param idle MB of memory in use before
/// @param later the same a minute after the last answer
public record Flood(
    int people,
    int answered,
    Duration writing,
    Duration took,
    int overtaken,
    long idle,
    long later) {
  private static final Duration REST = Duration.ofSeconds(10);
  private static final Duration LATER = Duration.ofMinutes(1);
  private static final Duration QUIET = Duration.ofSeconds(45);

  /// Starts a server and lets them write, with the platform's own rates.
  ///
  /// @param work an empty folder
  /// @param command what starts Photoplay, up to its first argument
  public static Flood run(int people, Path work, List<String> command) throws InterruptedException {
    try (FakeTelegram telegram = FakeTelegram.start();
        ServerProcess server = ServerProcess.of(command, work, telegram)) {
      server.start();
      Chatters chatters = new Chatters(telegram, work);
      ServerChaos.awaitEnd(List.of(chatters.asks(Wish.Kind.WORDS)), QUIET);
      Thread.sleep(REST);
      long idle = server.residentMegabytes();

      long begun = System.nanoTime();
      List<Wish> wishes = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        wishes.add(chatters.asks(Wish.Kind.WORDS));
      }
      Duration writing = Duration.ofNanos(System.nanoTime() - begun);
      ServerChaos.awaitEnd(wishes, QUIET);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      Thread.sleep(LATER);
      return new Flood(
          people,
          (int) wishes.stream().filter(Wish::over).count(),
          writing,
          took,
          overtaken(telegram),
          idle,
          server.residentMegabytes());
    }
  }

  /// Who wrote later has a higher number.
  private static int overtaken(FakeTelegram telegram) {
    List<Long> answered =
        new ArrayList<>(
            telegram.history().stream()
                .filter(ShownMessage::fromBot)
                .map(ShownMessage::chat)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    int most = 0;
    for (int i = 0; i < answered.size(); i++) {
      long chat = answered.get(i);
      most = Math.max(most, (int) answered.subList(0, i).stream().filter(it -> it > chat).count());
    }
    return most;
  }
}
