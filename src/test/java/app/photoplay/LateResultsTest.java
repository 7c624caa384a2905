package app.photoplay;

import static app.photoplay.database.generated.Tables.JOB;
import static app.photoplay.database.generated.Tables.SPENDING;
import static app.photoplay.database.generated.Tables.SUBMISSION;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Step;
import app.photoplay.testkit.ShownMessage;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A provider takes longer than it may.
class LateResultsTest {
  private static final String BACK = "Your money is back; if the video still comes, it is free.";

  @TempDir Path folder;

  @Test
  void moneyGoesBackAndWhatStillComesIsFree() throws Exception {
    try (PaidBot bot = new PaidBot(folder, true)) {
      isLate(bot);
      assertThat(spent(bot)).isZero();

      bot.house.finishes();
      bot.calls();
      video(bot);
      bot.calls(); // says it again

      assertThat(bot.ann.sees().stream().filter(it -> it.video().isPresent())).hasSize(1);
      assertThat(bot.house.calls(Step.ORDER)).hasSize(1);
      assertThat(spent(bot)).isZero();
      bot.database()
          .read(sql -> {
            assertThat(sql.fetchSingle(JOB).getCost()).isZero();
            // what the operator has paid
            assertThat(sql.fetchSingle(SUBMISSION).getActual()).isPositive();
            assertThat(sql.fetchSingle(SUBMISSION).getActual())
                .isEqualTo(sql.fetchSingle(SUBMISSION).getEstimate());
            return sql;
          });
    }
  }

  @Test
  void itStillComesAfterARestart() throws Exception {
    try (PaidBot bot = new PaidBot(folder, true)) {
      isLate(bot);
      bot.restarts();
      bot.house.finishes();

      bot.calls();

      video(bot);
      assertThat(spent(bot)).isZero();
    }
  }

  @Test
  void aDayLaterItIsGone() throws Exception {
    try (PaidBot bot = new PaidBot(folder, true)) {
      isLate(bot);
      bot.clock.advance(Duration.ofDays(1));

      bot.calls();

      bot.ann.awaits("the end", it -> it.text().contains("no longer there"));
      assertThat(spent(bot)).isZero();
    }
  }

  @Test
  void othersWorkIsNotHeldUpByIt() throws Exception {
    try (PaidBot bot = new PaidBot(folder, true)) {
      isLate(bot);

      String lane = bot.database().read(sql -> sql.fetchSingle(JOB).getLane());
      assertThat(lane).isEqualTo("late");
    }
  }

  @Test
  void whatFailsLateIsToldAndCostsNothing() throws Exception {
    try (PaidBot bot = new PaidBot(folder, true)) {
      isLate(bot);
      bot.house.next(
          Step.STATUS,
          Answer.json(
              200,
              "{\"status\":\"Fail\","
                  + "\"error_message\":\"broken\",\"base_resp\":{\"status_code\":0}}"));

      bot.calls();

      bot.ann.awaits("the end", it -> it.labels().contains("Try again"));
      assertThat(spent(bot)).isZero();
    }
  }

  /// Ann orders, nothing comes in time, and her money goes back.
  private static void isLate(PaidBot bot) throws Exception {
    bot.orders("a lighthouse");
    assertThat(spent(bot)).isPositive();
    bot.clock.advance(Duration.ofHours(1));
    bot.calls();
    bot.ann.awaits("the money", it -> it.text().contains(BACK));
  }

  private static void video(PaidBot bot) throws Exception {
    ShownMessage video = bot.ann.awaits("the video", it -> it.video().isPresent());
    assertThat(video.text()).contains("$0.00");
  }

  /// What Ann has spent, in micro-USD.
  private static long spent(PaidBot bot) {
    return bot.database()
        .read(sql ->
            sql.selectFrom(SPENDING).where(SPENDING.SCOPE.eq("all")).stream()
                .mapToLong(it -> it.getMicroUsd())
                .sum());
  }
}
