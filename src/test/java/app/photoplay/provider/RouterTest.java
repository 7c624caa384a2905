package app.photoplay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.health.Experience;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.testkit.ScriptedStudio;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who is asked, and why.
class RouterTest {
  private static final ShotNeed NEED =
      new ShotNeed("a fox", false, false, 5, Shape.WIDE, Quality.STANDARD, CameraMove.STATIC_SHOT);
  private static final PriceBook PRICES =
      PriceBook.perSecond(
          Map.of(
              "one.video", new Money(1), "two.video", new Money(2), "three.video", new Money(3)));

  private final Health health = new Health(SettableTime.noon());
  private final Map<String, Duration> times = new HashMap<>();

  @Test
  void whoTakesTwiceAsLongAsOthersThatAreLikedAsMuchComesAfterThem() {
    times.put("one", Duration.ofSeconds(201));
    times.put("two", Duration.ofSeconds(100));

    assertThat(asked(List.of(), "")).containsExactly("two", "three", "one");
  }

  @Test
  void theOperatorsOrderAndAPersonsWishCountMoreThanTime() {
    times.put("one", Duration.ofSeconds(201));
    times.put("two", Duration.ofSeconds(100));

    assertThat(asked(List.of("one", "two", "three"), "")).startsWith("one");
    assertThat(asked(List.of(), "one")).startsWith("one");
  }

  @Test
  void aLittleSlowerIsNoReason() {
    times.put("one", Duration.ofSeconds(199));
    times.put("two", Duration.ofSeconds(100));

    assertThat(asked(List.of(), "")).containsExactly("one", "two", "three");
  }

  @Test
  void whoIsChosenIsExplainedInOneLine() {
    times.put("two", Duration.ofSeconds(42));
    for (int i = 0; i < 3; i++) {
      health.of("three", "", 1).failed("Broken", true, "502");
    }

    assertThat(router(List.of("two")).why(NEED, ""))
        .isEqualTo(
            "two (first in order, usually 42 s); then one; not three (left alone: Broken: 502)");
    assertThat(router(List.of()).why(NEED, "one")).startsWith("one (asked for); then two");
    assertThat(router(List.of()).why(NEED, Router.LOCAL))
        .isEqualTo("nobody; not one (not asked for), two (not asked for), three (not asked for)");
  }

  private List<String> asked(List<String> order, String wish) {
    return router(order).candidates(NEED, wish).stream().map(Candidate::provider).toList();
  }

  private Router<ShotNeed, VideoModel> router(List<String> order) {
    Experience experience =
        new Experience() {
          @Override
          public boolean forbidden(String input) {
            return false;
          }

          @Override
          public void forbid(String input) {}

          @Override
          public void finished(Finished work) {}

          @Override
          public Optional<Duration> usual(String provider, String account, String model) {
            return Optional.ofNullable(times.get(model));
          }
        };
    return new Router<>(
        List.of(studio("one"), studio("two"), studio("three")),
        PRICES,
        new Selection(order, health, experience));
  }

  private static VideoModel studio(String name) {
    return new ScriptedStudio(name, Idempotency.KEY, ScriptedStudio.Manner.WORKS, Path.of("unused"))
        .filming();
  }
}
