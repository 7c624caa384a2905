package app.photoplay.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Lane;
import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// A renderer that needs no time: its videos are files whose content tells which render of which
/// words they are. It can be told to fail, and to hold a render until a test lets it go on.
public final class ScriptedRenderer {
  private static final double SPOKEN_SECONDS = 2;

  private final Path work;
  private final AtomicInteger rendered = new AtomicInteger();
  private final BlockingQueue<Result<Render>> scripted = new LinkedBlockingQueue<>();
  private volatile @Nullable Gate gate;
  private volatile Optional<Path> film = Optional.empty();
  private volatile Optional<PlainVideos> real = Optional.empty();

  public ScriptedRenderer(Path work) {
    this.work = work;
  }

  /// How many renders were finished.
  public int rendered() {
    return rendered.get();
  }

  /// Answers the next poll so, instead of rendering.
  public void next(Result<Render> answer) {
    scripted.add(answer);
  }

  /// What every render from now on looks like: a real video of 3 seconds, 640x360; else they are no
  /// videos at all.
  public void shows(Optional<Path> video) {
    film = video;
  }

  /// From now on renders are real videos as long as they should be, small and of one colour.
  public void films() {
    real = Optional.of(new PlainVideos(Path.of("target", "ffmpeg")));
  }

  /// Holds all renders from now on.
  public Gate hold() {
    Gate closed = new Gate();
    gate = closed;
    return closed;
  }

  /// It as a model that makes photos speak.
  public TalkingModel talking() {
    return new Talking();
  }

  /// It as a model that films.
  public VideoModel filming() {
    return new Filming();
  }

  private Result<Render> make(byte[] what, double seconds, DoubleConsumer progress)
      throws InterruptedException {
    progress.accept(0.25);
    Gate held = gate;
    if (held != null) {
      held.reached.countDown();
      held.open.await();
    }
    Result<Render> answer = scripted.poll();
    return answer == null ? new Result.Ready<>(render(what, seconds)) : answer;
  }

  private Render render(byte[] what, double seconds) throws InterruptedException {
    int number = rendered.incrementAndGet();
    try {
      Files.createDirectories(work);
      Path video = Files.createTempFile(work, "made-", ".mp4");
      Path cover = Files.createTempFile(work, "made-", ".jpg");
      if (real.isPresent()) {
        String told = "render " + number + " of " + new String(what, ISO_8859_1);
        return real.get().render(video, cover, seconds, told);
      }
      Size size = new Size(film.isPresent() ? 640 : 64, film.isPresent() ? 360 : 64);
      // bytes, because a real voice's sound is no text
      String words = "render " + number + " of " + new String(what, ISO_8859_1);
      if (film.isPresent()) {
        Files.copy(film.get(), video, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.writeString(video, words);
      }
      Pictures.writeJpeg(
          new Picture(new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB)),
          cover,
          0.8);
      return new Render(video, cover, size, Duration.ofSeconds(film.isPresent() ? 3 : 2), 25);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Talking implements TalkingModel, Work.Local<TalkPrompt, Render> {
    @Override
    public String provider() {
      return "local";
    }

    @Override
    public Lane lane() {
      return Lane.CPU;
    }

    @Override
    public Optional<Money> price(TalkNeed need, PriceBook prices) {
      return Optional.of(prices.price("local", "talk-" + need.quality().label(), need.millis()));
    }

    @Override
    public Work<TalkPrompt, Render> work() {
      return this;
    }

    @Override
    public Result<Render> make(TalkPrompt prompt, DoubleConsumer progress)
        throws InterruptedException {
      try {
        return ScriptedRenderer.this.make(
            Files.readAllBytes(prompt.speech()), SPOKEN_SECONDS, progress);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final class Filming implements VideoModel, Work.Local<VideoPrompt, Render> {
    @Override
    public String provider() {
      return "local";
    }

    @Override
    public boolean understands(String words) {
      return words.chars().anyMatch(Character::isLetter);
    }

    @Override
    public Lane lane() {
      return Lane.CPU;
    }

    @Override
    public Optional<Money> price(ShotNeed need, PriceBook prices) {
      return Optional.of(prices.price("local", "clip-" + need.quality().label(), need.millis()));
    }

    @Override
    public Work<VideoPrompt, Render> work() {
      return this;
    }

    @Override
    public Result<Render> make(VideoPrompt prompt, DoubleConsumer progress)
        throws InterruptedException {
      return ScriptedRenderer.this.make(
          prompt.toString().getBytes(ISO_8859_1), prompt.seconds(), progress);
    }
  }

  /// A render that waits.
  public static final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /// Waits until a render has come here.
    public void awaitReached() throws InterruptedException {
      if (!reached.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing is rendered");
      }
    }

    public void open() {
      open.countDown();
    }
  }
}
