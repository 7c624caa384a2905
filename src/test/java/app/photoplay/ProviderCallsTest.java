package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Step;
import app.photoplay.testkit.ShownMessage;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A provider says by itself that work is done.
class ProviderCallsTest {
  /// Nobody would ask within this time.
  private static final Duration SOONER = Duration.ofSeconds(7);

  @TempDir Path folder;

  @Test
  void isAskedAtOnceAndNotBelieved() throws Exception {
    try (PaidBot bot = new PaidBot(folder)) {
      bot.orders("a lighthouse");

      assertThat(bot.calls()).isEqualTo(204);
      PaidBot.await("another question", () -> bot.house.calls(Step.STATUS).size() == 2);
      bot.house.finishes();
      assertThat(bot.calls()).isEqualTo(204);

      video(bot);
      assertThat(bot.house.calls(Step.ORDER)).hasSize(1);
    }
  }

  @Test
  void isAskedAtOnceAfterARestartToo() throws Exception {
    try (PaidBot bot = new PaidBot(folder)) {
      bot.orders("a lighthouse");
      bot.restarts();
      PaidBot.await("a question", () -> bot.house.calls(Step.STATUS).size() == 2);
      bot.house.finishes();

      assertThat(bot.calls()).isEqualTo(204);

      video(bot);
      assertThat(bot.house.calls(Step.ORDER)).hasSize(1);
    }
  }

  @Test
  void sayingThatThereIsWorkSettlesAnOrderWhoseAnswerGotLost() throws Exception {
    try (PaidBot bot = new PaidBot(folder)) {
      bot.house.next(Step.ORDER, new Answer.Lost());
      bot.asksFor("a lighthouse");
      bot.ann.awaits("the question", it -> it.labels().contains("Send again"));
      bot.house.finishes();

      assertThat(bot.calls()).isEqualTo(204);

      bot.ann.awaits("the video", it -> it.video().isPresent());
      assertThat(bot.calls()).isEqualTo(204);
      assertThat(bot.house.calls(Step.ORDER)).hasSize(1);
    }
  }

  @Test
  void aStrangerIsNotHeard() throws Exception {
    try (PaidBot bot = new PaidBot(folder)) {
      bot.orders("a lighthouse");

      assertThat(
              bot.calls(
                  "/hooks/minimax/photoplay-1/0123", "{\"task_id\":\"" + bot.house.work() + "\"}"))
          .isEqualTo(404);
      assertThat(bot.house.calls(Step.STATUS)).hasSize(1);
    }
  }

  private static ShownMessage video(PaidBot bot) throws Exception {
    return bot.ann.awaits("the video", it -> it.video().isPresent(), SOONER);
  }
}
