package app.photoplay.assembly;

import app.photoplay.chat.web.VideoLinks;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobReport;
import app.photoplay.job.StoredFile;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.video.VideoFitter;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Lease;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Smaller copies by ffmpeg, one at a time, and the web chat's signed links.
///
/// A copy is remembered as its owner's like any other thing that was made, under a fingerprint of
/// the video and the size: made once, also over a restart, as long as both are kept.
final class FittedVideos implements Fitting {
  private static final Logger log = LoggerFactory.getLogger(FittedVideos.class);

  /// The share of what a conversation takes that a copy may have: the message around it counts.
  private static final double SHARE = 0.95;

  private final Optional<VideoFitter> fitter;
  private final ArtifactStore files;
  private final ReuseCache reuse;
  private final VideoLinks links;
  private final Duration ofStore;
  private final Duration keep;
  private final ReentrantLock making = new ReentrantLock(true);

  /// @param links of the web chat, where the store has none of its own
  /// @param ofStore how long a link of the store works
  /// @param keep how long a file is kept after its last use
  FittedVideos(
      Optional<VideoFitter> fitter,
      ArtifactStore files,
      ReuseCache reuse,
      VideoLinks links,
      Duration ofStore,
      Duration keep) {
    this.fitter = fitter;
    this.files = files;
    this.reuse = reuse;
    this.links = links;
    this.ofStore = ofStore;
    this.keep = keep;
  }

  private static long bytes(long most) {
    return (long) (most * SHARE);
  }

  private static Fingerprint fingerprint(JobReport job, Artifact video, long most) {
    return Fingerprint.of(job.account(), "fitted copy", video.content() + " " + bytes(most));
  }

  @Override
  public Optional<Artifact> copy(JobReport job, Artifact video, long most) {
    return reuse.find(fingerprint(job, video, most)).map(List::getFirst);
  }

  @Override
  public boolean promising(Artifact video, long most) {
    return fitter.isPresent()
        && VideoFitter.promising(Duration.ofMillis(video.millis()), bytes(most));
  }

  @Override
  public Outcome make(JobReport job, Artifact video, long most) throws InterruptedException {
    if (fitter.isEmpty()) {
      return Outcome.IMPOSSIBLE;
    }
    making.lockInterruptibly();
    try {
      return copy(job, video, most).isPresent() ? Outcome.MADE : encoded(job, video, most);
    } catch (IOException | ToolFailed e) {
      boolean hopeless = e instanceof ToolFailed failed && failed.gaveUp();
      log.atWarn()
          .addKeyValue("job", job.code())
          .setCause(e)
          .log(hopeless ? "a video cannot be made smaller" : "a video was not made smaller");
      return hopeless ? Outcome.IMPOSSIBLE : Outcome.FAILED;
    } finally {
      making.unlock();
    }
  }

  private Outcome encoded(JobReport job, Artifact video, long most)
      throws IOException, InterruptedException {
    VideoFitter ffmpeg = fitter.orElseThrow();
    if (!ffmpeg.ready()) {
      return Outcome.IMPOSSIBLE;
    }
    Optional<Lease> original = files.open(video.content());
    if (original.isEmpty()) {
      return Outcome.IMPOSSIBLE;
    }
    Path target = files.scratch(".mp4");
    try (Lease lease = original.get()) {
      switch (ffmpeg.fit(lease.path(), bytes(most), target)) {
        case VideoFitter.Outcome.CannotFit _ -> {
          return Outcome.IMPOSSIBLE;
        }
        case VideoFitter.Outcome.Fits(var file, var size, _) -> {
          StoredFile stored = files.put(file);
          Artifact copy =
              new Artifact(
                  video.role(),
                  stored.content(),
                  video.mediaType(),
                  stored.bytes(),
                  size.width(),
                  size.height(),
                  video.millis());
          reuse.remember(fingerprint(job, video, most), job.account(), job.id(), List.of(copy));
          log.atInfo()
              .addKeyValue("job", job.code())
              .addKeyValue("bytes", stored.bytes())
              .log("a video was made smaller for a chat");
          return Outcome.MADE;
        }
      }
    } finally {
      Files.deleteIfExists(target);
    }
  }

  @Override
  public Optional<Link> link(JobReport job, Artifact video) {
    String name = "photoplay-" + job.code().value() + ".mp4";
    Duration lives = shorter(ofStore, keep);
    return files
        .link(video.content(), lives, name)
        .map(address -> new Link(address, lives))
        .or(() -> ofServer(video, shorter(links.live(), keep)));
  }

  private Optional<Link> ofServer(Artifact video, Duration lives) {
    if (lives.toDays() < 1) {
      return Optional.empty(); // it might be gone before it is looked at
    }
    return links
        .to(video.content(), lives)
        .filter(_ -> used(video))
        .map(address -> new Link(address, lives));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// From now on it is kept for as long as a link lives.
  private boolean used(Artifact video) {
    try {
      Optional<Lease> lease = files.open(video.content());
      lease.ifPresent(Lease::close);
      return lease.isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
