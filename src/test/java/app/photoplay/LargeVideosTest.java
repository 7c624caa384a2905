package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.PlatformLimits;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.media.tool.Prober;
import app.photoplay.testkit.NoisyVideo;
import app.photoplay.testkit.ShownMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A video that is larger than the chat takes, with a real ffmpeg.
class LargeVideosTest extends TelegramConversation {
  @TempDir private static Path films;
  private static Path film;
  private static long size;

  private final AtomicInteger made = new AtomicInteger();
  private volatile long limit = Long.MAX_VALUE;
  private volatile boolean reachable = true;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  @BeforeAll
  static void film() throws Exception {
    film = NoisyVideo.make(films.resolve("film.mp4"), 3);
    size = Files.size(film);
  }

  @BeforeEach
  void shows() {
    bot.renderer.shows(Optional.of(film));
  }

  @Test
  void whatFitsIsShownAsItIs() throws Exception {
    limit = size;

    ShownMessage shown = videoFor(ann, ann.sendsPhoto(photo, "Just so"));

    assertThat(shown.video().orElseThrow().bytes()).isEqualTo(size);
    assertThat(made).hasValue(0);
  }

  @Test
  void aLargerOneIsShownSmallerWithPictureAndSound() throws Exception {
    limit = size / 2;

    ShownMessage shown = videoFor(ann, ann.sendsPhoto(photo, "Too much"));

    assertThat(shown.text()).contains("too large for this chat").contains("shown smaller");
    ShownMessage.ShownVideo video = shown.video().orElseThrow();
    assertThat(video.bytes()).isBetween(limit / 2, limit * 95 / 100);
    Prober.Facts facts = new Prober(NoisyVideo.FFMPEG).probe(video.file());
    assertThat(facts.sound()).isTrue();
    assertThat(facts.picture().toMillis()).isBetween(2900L, 3100L);
    assertThat(facts.size().width()).isEqualTo(video.width());
  }

  @Test
  void theCopyIsMadeOnceAndServesRepeatsAfterARestart() throws Exception {
    limit = size / 2;
    ShownMessage first = videoFor(ann, ann.sendsPhoto(photo, "Once more"));
    bot.stop();
    bot = start();

    ShownMessage again = videoFor(ann, ann.sendsPhoto(photo, "Once more"));

    assertThat(again.text()).doesNotContain("$");
    assertThat(again.video().orElseThrow().sha256())
        .isEqualTo(first.video().orElseThrow().sha256());
    assertThat(again.video().orElseThrow().uploaded()).isFalse();
    assertThat(made).hasValue(1);
  }

  @Test
  void aLinkIsSentWhereNothingWorthWatchingWouldBeLeft() throws Exception {
    limit = 20_000;
    var sent = ann.sendsPhoto(photo, "Far too much");

    ShownMessage shown = ann.awaits("link", m -> m.text().contains("https://"));

    assertThat(shown.replyTo()).hasValue(sent.message());
    assertThat(shown.text())
        .contains("Made by AI")
        .contains("for 7 days")
        .containsPattern("(?m)^https://photo\\.example\\.org/v/[A-Za-z0-9_-]{75}$");
    assertThat(shown.labels()).contains("Again", "Send again", "Change");
    assertThat(made).hasValue(0);
  }

  @Test
  void whereNobodyCanFollowALinkTheTruthIsSaid() throws Exception {
    limit = 20_000;
    reachable = false;
    ann.sendsPhoto(photo, "Far too much");

    ShownMessage shown = ann.awaits("end", m -> m.text().contains("too large"));

    assertThat(shown.text()).contains("Ask for a lower quality");
  }

  @Test
  void othersDoNotWaitWhileACopyIsMade() throws Exception {
    limit = size / 2;
    gate = new CountDownLatch(1);
    var sent = ann.sendsPhoto(photo, "This takes long");
    ann.awaits("card", m -> m.text().contains("small enough"));
    bot.renderer.shows(Optional.empty());

    var ben = telegram.person(8);
    videoFor(ben, ben.sendsPhoto(photo, "I am quick"));

    assertThat(ann.sees()).noneMatch(m -> m.video().isPresent());
    gate.countDown();
    videoFor(ann, sent);
  }

  @Override
  PortDecorator around() {
    return new PortDecorator() {
      @Override
      public <T> T port(Class<T> type, T real) {
        return type.equals(ChatPlatform.class) || type.equals(Fitting.class)
            ? type.cast(changed(type, real))
            : real;
      }
    };
  }

  private Object changed(Class<?> type, Object real) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, method, arguments) -> {
          if (method.getName().equals("link") && !reachable) {
            return Optional.empty();
          }
          if (method.getName().equals("make")) {
            made.incrementAndGet();
            gate.await();
          }
          try {
            Object result = method.invoke(real, arguments);
            return result instanceof PlatformLimits limits ? limited(limits) : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private PlatformLimits limited(PlatformLimits real) {
    return new PlatformLimits(
        limit,
        real.textUnits(),
        real.captionUnits(),
        real.editGap(),
        real.editsRing(),
        real.filesLive());
  }
}
