package app.photoplay.delivery;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Video;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobReport;
import app.photoplay.job.Outcome;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ContentRef;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// What a job's end looks like where it is shown: the video as it is, else a copy that the
/// conversation takes, else a link to it, else a sentence.
final class Results {
  private final DeliveryStore store;
  private final ArtifactStore files;
  private final JobMessages cards;
  private final ResultCards shown;
  private final Fitting fitting;
  private final InstantSource time;

  Results(
      DeliveryStore store,
      ArtifactStore files,
      JobMessages cards,
      ResultCards shown,
      Fitting fitting,
      InstantSource time) {
    this.store = store;
    this.files = files;
    this.cards = cards;
    this.shown = shown;
    this.fitting = fitting;
    this.time = time;
  }

  /// The message that shows the end.
  OutboundMessage of(Delivery delivery, JobReport job, ChatPlatform platform) {
    String language = delivery.language();
    Outcome outcome = job.outcome().orElseThrow();
    Optional<OutboundMessage> own = shown.made(job, language);
    if (outcome instanceof Outcome.Made && own.isPresent()) {
      return own.get();
    }
    Optional<Artifact> made = Artifact.find(job.artifacts(), Artifact.VIDEO);
    Optional<Video> video = made.flatMap(artifact -> video(job, artifact, platform));
    if (made.isEmpty() || video.isEmpty()) {
      return cards.ended(job, outcome, language);
    }
    long limit = limit(delivery, platform);
    if (fits(made.get(), video.get(), limit)) {
      return cards.made(job, made.get(), language).with(video.get());
    }
    Optional<Video> copy =
        fitting.copy(job, made.get(), limit).flatMap(smaller -> video(job, smaller, platform));
    if (copy.isPresent()) {
      return cards.madeSmaller(job, made.get(), limit, language).with(copy.get());
    }
    return fitting
        .link(job, made.get())
        .map(link -> cards.linked(job, made.get(), link, limit, language))
        .orElseGet(() -> cards.tooLarge(job, made.get().bytes(), limit, language));
  }

  /// Whether the video is too large there, and a copy that is not may be made.
  boolean wantsCopy(Delivery delivery, JobReport job, ChatPlatform platform) {
    long limit = limit(delivery, platform);
    return Artifact.find(job.artifacts(), Artifact.VIDEO)
        .filter(made ->
            video(job, made, platform).filter(video -> !fits(made, video, limit)).isPresent())
        .filter(made -> fitting.copy(job, made, limit).isEmpty())
        .filter(made -> fitting.promising(made, limit))
        .isPresent();
  }

  /// Makes the copy, see [Fitting#make].
  Fitting.Outcome makeCopy(Delivery delivery, JobReport job, ChatPlatform platform)
      throws InterruptedException {
    Artifact video = Artifact.get(job.artifacts(), Artifact.VIDEO);
    return fitting.make(job, video, limit(delivery, platform));
  }

  /// Notes what a platform calls a video that it was sent.
  void remember(Delivery delivery, OutboundMessage result, Optional<String> file) {
    if (result.video().isPresent() && file.isPresent()) {
      Video video = result.video().get();
      if (!file.equals(video.platformFile())) {
        store.rememberFile(
            delivery.conversation().platform(), video.content(), file.get(), time.instant());
      }
    }
  }

  private static long limit(Delivery delivery, ChatPlatform platform) {
    return platform.limits(delivery.conversation()).uploadBytes();
  }

  private static boolean fits(Artifact made, Video video, long limit) {
    return made.bytes() <= limit || video.platformFile().isPresent();
  }

  private Optional<Video> video(JobReport job, Artifact video, ChatPlatform platform) {
    Optional<ContentRef> file = stored(video);
    Optional<ContentRef> cover = stored(job, Artifact.COVER);
    Optional<ContentRef> thumbnail = stored(job, Artifact.THUMBNAIL);
    if (file.isEmpty() || cover.isEmpty() || thumbnail.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Video(
            file.get(),
            cover.get(),
            thumbnail.get(),
            video.width(),
            video.height(),
            Duration.ofMillis(video.millis()),
            store.platformFile(platform.name(), video.content()),
            captions(job)));
  }

  private Optional<Video.Captions> captions(JobReport job) {
    return Artifact.find(job.artifacts(), Artifact.CAPTIONS)
        .flatMap(made ->
            stored(made)
                .map(file ->
                    new Video.Captions(file, made.mediaType().equals("text/vtt") ? "vtt" : "srt")));
  }

  private Optional<ContentRef> stored(JobReport job, String role) {
    return Artifact.find(job.artifacts(), role).flatMap(this::stored);
  }

  private Optional<ContentRef> stored(Artifact made) {
    // what cannot be brought now is tried again, and is not said to be gone
    return files.gone(made.content())
        ? Optional.empty()
        : Optional.of(new ContentRef(made.content(), files));
  }
}
