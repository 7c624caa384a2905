package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Step;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// A provider repeats the operator's key in what it says. That each adapter keeps it to itself is
/// part of their contract, see `PaidModelContract`; this is about all that becomes of it.
class KeysStaySecretTest {
  private static final String ECHO = "login fail: %s is no key".formatted(PaidBot.KEY);

  @TempDir Path folder;
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    root.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(logged);
  }

  @Test
  void aKeyIsNowhereAfterARunThatFailsInEachWay() throws Exception {
    Level level = root.getLevel();
    root.setLevel(Level.DEBUG);
    try (PaidBot bot = new PaidBot(folder, true)) {
      String said = "{\"base_resp\":{\"status_code\":%d,\"status_msg\":\"" + ECHO + "\"}}";
      for (int code : List.of(1004, 1008, 2013, 1026)) {
        bot.house.next(Step.ORDER, Answer.json(200, said.formatted(code)));
        int ended = ended(bot);
        bot.asksFor("a lighthouse by night " + code);
        PaidBot.await("the end", () -> ended(bot) > ended);
      }
      bot.house.next(Step.STATUS, Answer.json(200, said.formatted(1027)));
      int ended = ended(bot);
      bot.asksFor("a lighthouse at noon");
      PaidBot.await("the end", () -> ended(bot) > ended);

      assertThat(bot.ann.sees().toString()).doesNotContain(PaidBot.KEY);
    } finally {
      root.setLevel(level);
    }
    assertThat(logged.list)
        .isNotEmpty()
        .allSatisfy(event -> {
          assertThat(event.getFormattedMessage()).doesNotContain(PaidBot.KEY);
          assertThat(String.valueOf(event.getKeyValuePairs())).doesNotContain(PaidBot.KEY);
          assertThat(causes(event)).doesNotContain(PaidBot.KEY);
        });
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file ->
              assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                  .doesNotContain(PaidBot.KEY));
    }
  }

  private static int ended(PaidBot bot) {
    return (int) bot.ann.sees().stream().filter(it -> it.labels().contains("Try again")).count();
  }

  private static String causes(ILoggingEvent event) {
    StringBuilder all = new StringBuilder();
    for (var at = event.getThrowableProxy(); at != null; at = at.getCause()) {
      all.append(at.getClassName()).append(at.getMessage());
    }
    return all.toString();
  }
}
