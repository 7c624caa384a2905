package app.photoplay.testkit;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.media.Size;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Model;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A paid provider of videos, in memory, with a manner of its own: it takes all work, or refuses,
/// or dies. It goes on while the program that asks it ends and is started again. Its price is that
/// of `NAME.video`, a second.
public final class ScriptedStudio {
  private static final Duration POLL = Duration.ofSeconds(10);

  /// How it behaves.
  public enum Manner {
    /// Takes all work.
    WORKS,
    /// Takes the first work, but the answer gets lost.
    LOSES_FIRST_ANSWER,
    /// The first question gets lost.
    LOSES_FIRST_QUESTION,
    /// Too many requests, at first.
    IS_BUSY_ONCE,
    /// Too many requests, always.
    FLOODS,
    /// Too many requests; come back in an hour.
    IS_BUSY_FOR_LONG,
    /// Overloaded: takes nothing (503 before anything is read).
    TAKES_NOTHING,
    /// Its rules forbid it.
    REFUSES,
    /// The same, and charges for the look.
    REFUSES_FOR_MONEY,
    /// Does not take the files.
    TAKES_NO_FILES,
    /// Takes the work, fails at it, and charges nothing.
    FAILS,
    /// The same and charges.
    FAILS_FOR_MONEY,
    /// Takes the work and is never heard of again.
    VANISHES,
    /// Delivers what is no video.
    SPOILS
  }

  private final String name;
  private final PaidCall.Idempotency idempotency;
  private final Manner manner;
  private final Path work;
  private Consumer<String> passing = _ -> {};
  private final Map<String, String> operations = new HashMap<>();
  private final List<String> charged = new ArrayList<>();
  private int asked;
  private final Set<String> polled = new HashSet<>();
  private Money lastEstimate = Money.ZERO;

  /// A studio.
  ///
  /// @param work folder for what it delivers
  public ScriptedStudio(String name, PaidCall.Idempotency idempotency, Manner manner, Path work) {
    this.name = name;
    this.idempotency = idempotency;
    this.manner = manner;
    this.work = work;
  }

  /// Tells the name of each point right before and after a call from now on.
  public void passing(Consumer<String> points) {
    passing = points;
  }

  public Lane lane() {
    return new Lane(name);
  }

  /// The keys of the work that it took and charges for, as often as it took it.
  public List<String> charged() {
    return List.copyOf(charged);
  }

  /// How often it was given work.
  public int asked() {
    return asked;
  }

  /// What its staff finds under a key.
  public PaidCall.Found find(String key) {
    String operation = operations.get(key);
    return operation == null ? new PaidCall.Found.Absent() : new PaidCall.Found.There(operation);
  }

  public TalkingModel talking() {
    return new Talking();
  }

  public VideoModel filming() {
    return new Filming();
  }

  private PaidCall.Sent send(String key, Money estimate) {
    asked++;
    lastEstimate = estimate;
    return switch (manner) {
      case WORKS, FAILS, FAILS_FOR_MONEY, VANISHES, SPOILS -> new PaidCall.Sent.Accepted(take(key));
      case LOSES_FIRST_ANSWER -> {
        String operation = take(key);
        yield asked == 1
            ? new PaidCall.Sent.Unclear(new IOException("the answer got lost"))
            : new PaidCall.Sent.Accepted(operation);
      }
      case LOSES_FIRST_QUESTION ->
          asked == 1
              ? new PaidCall.Sent.Unclear(new IOException("the question got lost"))
              : new PaidCall.Sent.Accepted(take(key));
      case IS_BUSY_ONCE ->
          asked == 1
              ? new PaidCall.Sent.Busy(Duration.ofSeconds(7))
              : new PaidCall.Sent.Accepted(take(key));
      case FLOODS -> new PaidCall.Sent.Busy(Duration.ofSeconds(7));
      case IS_BUSY_FOR_LONG -> new PaidCall.Sent.Busy(Duration.ofHours(1));
      case TAKES_NOTHING, TAKES_NO_FILES -> new PaidCall.Sent.NotTaken(new IOException("503"));
      case REFUSES -> new PaidCall.Sent.Refused(new Failure(Failure.Code.POLICY), Money.ZERO);
      case REFUSES_FOR_MONEY ->
          new PaidCall.Sent.Refused(new Failure(Failure.Code.POLICY), estimate);
    };
  }

  private String take(String key) {
    if (idempotency == PaidCall.Idempotency.KEY && operations.containsKey(key)) {
      return operations.get(key);
    }
    charged.add(key);
    String operation = name + "-" + key + "-" + charged.size();
    operations.put(key, operation);
    return operation;
  }

  private Result<Render> poll(String operation) {
    return switch (manner) {
      case FAILS -> new Result.Refused<>(new Failure(Failure.Code.PROVIDER_BROKEN), Money.ZERO);
      case FAILS_FOR_MONEY ->
          new Result.Refused<>(new Failure(Failure.Code.PROVIDER_BROKEN), lastEstimate);
      case VANISHES -> new Result.Broken<>(new IOException("no such host"));
      default ->
          polled.add(operation)
              ? new Result.Running<>(OptionalDouble.empty(), POLL)
              : new Result.Ready<>(render(manner == Manner.SPOILS));
    };
  }

  private Render render(boolean spoilt) {
    try {
      Files.createDirectories(work);
      Path video = Files.createTempFile(work, "video-", ".mp4");
      Path cover = Files.createTempFile(work, "cover-", ".jpg");
      Files.writeString(video, "made by " + name);
      if (spoilt) {
        Files.writeString(cover, "<html>not found</html>");
      } else {
        Pictures.writeJpeg(
            new Picture(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)), cover, 0.8);
      }
      return new Render(video, cover, new Size(64, 64), Duration.ofSeconds(2), 25);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What both ports share.
  private abstract class Port<N, P> implements Model<N, P, Render>, Work.Paid<P, Render> {
    @Override
    public String provider() {
      return name;
    }

    @Override
    public Lane lane() {
      return ScriptedStudio.this.lane();
    }

    @Override
    public Work<P, Render> work() {
      return this;
    }

    Optional<Money> price(PriceBook prices, long millis) {
      return Optional.of(prices.price(name, "video", millis));
    }

    @Override
    public Result<Uploads> upload(P prompt) {
      passing.accept("before upload to " + name);
      Result<Uploads> result =
          manner == Manner.TAKES_NO_FILES
              ? new Result.Refused<>(Failure.Code.BAD_PHOTO)
              : new Result.Ready<>(new Uploads(Map.of("photo", name + "://photo")));
      passing.accept("after upload to " + name);
      return result;
    }

    @Override
    public PaidCall order(P prompt, Uploads uploads, Money estimate) {
      if (!uploads.names().getOrDefault("photo", "").startsWith(name)) {
        throw new AssertionError("another provider's upload: " + uploads);
      }
      return new Call(estimate);
    }

    @Override
    public Result<Render> poll(String operation, Supplier<Optional<P>> prompt) {
      if (!operation.startsWith(name)) {
        throw new AssertionError("another provider's operation: " + operation);
      }
      return ScriptedStudio.this.poll(operation);
    }
  }

  private final class Talking extends Port<TalkNeed, TalkPrompt> implements TalkingModel {
    @Override
    public Optional<Money> price(TalkNeed need, PriceBook prices) {
      return price(prices, need.millis());
    }
  }

  private final class Filming extends Port<ShotNeed, VideoPrompt> implements VideoModel {
    @Override
    public Optional<Money> price(ShotNeed need, PriceBook prices) {
      return price(prices, need.millis());
    }
  }

  private final class Call implements PaidCall {
    private final Money estimate;

    private Call(Money estimate) {
      this.estimate = estimate;
    }

    @Override
    public String provider() {
      return name;
    }

    @Override
    public Idempotency idempotency() {
      return idempotency;
    }

    @Override
    public Money estimate() {
      return estimate;
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Sent send(String key) {
      passing.accept("before send to " + name);
      Sent sent = ScriptedStudio.this.send(key, estimate);
      passing.accept("after send to " + name);
      return sent;
    }

    @Override
    public Found find(String key, Instant since) {
      passing.accept("before find at " + name);
      Found found = ScriptedStudio.this.find(key);
      passing.accept("after find at " + name);
      return found;
    }
  }
}
