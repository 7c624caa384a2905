package app.photoplay.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.web.VideoLinks;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.delivery.fit.Fitting.Outcome;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport;
import app.photoplay.job.Stage;
import app.photoplay.job.StoredFile;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.video.VideoFitter;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.testkit.NoisyVideo;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies on a real store and database, with a real ffmpeg and ones that go wrong.
class FittedVideosTest {
  @TempDir Path folder;
  private final SettableTime time = SettableTime.noon();
  private Database database;
  private LocalArtifactStore files;
  private Path scratch;
  private Artifact video;
  private JobReport job;

  @BeforeEach
  void open() throws Exception {
    database = Databases.open(folder.resolve("data"));
    scratch = folder.resolve("scratch");
    files = new LocalArtifactStore(folder.resolve("files"), scratch, time);
    StoredFile stored = files.put(NoisyVideo.make(files.scratch(".mp4"), 2));
    video =
        new Artifact(Artifact.VIDEO, stored.content(), "video/mp4", stored.bytes(), 640, 360, 2000);
    AccountId account =
        new SqlAccounts(database, new Ids(time))
            .of(new Person("telegram", "7", "en", ""), time.instant());
    job = job(account);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aCopyIsFoundAgainForTheSameSizeAlone() throws Exception {
    long most = video.bytes() / 2;

    assertThat(videos(NoisyVideo.FFMPEG).make(job, video, most)).isEqualTo(Outcome.MADE);

    Artifact copy = videos(NoisyVideo.FFMPEG).copy(job, video, most).orElseThrow();
    assertThat(copy.bytes()).isLessThanOrEqualTo(most * 95 / 100);
    assertThat(files.exists(copy.content())).isTrue();
    assertThat(videos(NoisyVideo.FFMPEG).copy(job, video, most + 1000)).isEmpty();
    assertThat(videos(NoisyVideo.FFMPEG).copy(job(new AccountId(99)), video, most)).isEmpty();
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void whoseCopyWasSweptAwayGetsAnother() throws Exception {
    long most = video.bytes() / 2;
    FittedVideos videos = videos(NoisyVideo.FFMPEG);
    videos.make(job, video, most);
    String content = videos.copy(job, video, most).orElseThrow().content();
    Files.delete(folder.resolve("files").resolve(content.substring(0, 2)).resolve(content));

    assertThat(videos.copy(job, video, most)).isEmpty();
    assertThat(videos.make(job, video, most)).isEqualTo(Outcome.MADE);
    assertThat(videos.copy(job, video, most)).isPresent();
  }

  @Test
  void theEndOfTheProgramLeavesNothingAndTheNextOneMakesIt() throws Exception {
    long most = video.bytes() / 2;
    Path begun = folder.resolve("begun");
    Process fifo = new ProcessBuilder("mkfifo", begun.toString()).start();
    assertThat(fifo.waitFor()).isZero();
    FittedVideos slow = videos(ffmpegThat("echo begun > " + begun + "; exec sleep 600"));
    var end = new CompletableFuture<Throwable>();
    Thread making =
        Thread.ofPlatform()
            .start(() -> {
              try {
                slow.make(job, video, most);
                end.complete(new AssertionError("made"));
              } catch (InterruptedException e) {
                end.complete(e);
              }
            });
    assertThat(Files.readString(begun)).contains("begun");

    making.interrupt();

    assertThat(end.get(1, TimeUnit.MINUTES)).isInstanceOf(InterruptedException.class);
    assertThat(scratch).isEmptyDirectory();
    FittedVideos next = videos(NoisyVideo.FFMPEG);
    assertThat(next.copy(job, video, most)).isEmpty();
    assertThat(next.make(job, video, most)).isEqualTo(Outcome.MADE);
  }

  @Test
  void aFullDiskIsWorthAnotherTryAndLeavesNothing() throws Exception {
    Ffmpeg full = ffmpegThat("echo 'av_interleaved_write_frame(): No space left on device'");

    assertThat(videos(full).make(job, video, video.bytes() / 2)).isEqualTo(Outcome.FAILED);

    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  void whatCannotBeReadOrIsGoneIsNotTriedAgain() throws Exception {
    assertThat(videos(ffmpegThat("exit 1")).make(job, video, video.bytes() / 2))
        .isEqualTo(Outcome.IMPOSSIBLE);

    Artifact gone =
        new Artifact(Artifact.VIDEO, "0".repeat(64), "video/mp4", 9_000_000, 640, 360, 2000);
    assertThat(videos(NoisyVideo.FFMPEG).make(job, gone, 4_000_000)).isEqualTo(Outcome.IMPOSSIBLE);
  }

  @Test
  void nothingIsPromisedThatWouldNotBeWorthWatching() {
    assertThat(videos(NoisyVideo.FFMPEG).promising(video, 20_000)).isFalse();
    assertThat(videos(NoisyVideo.FFMPEG).promising(video, 200_000)).isTrue();
    assertThat(videos(Optional.empty()).promising(video, 200_000)).isFalse();
  }

  private FittedVideos videos(Ffmpeg ffmpeg) {
    return videos(Optional.of(new VideoFitter(ffmpeg, 1)));
  }

  private FittedVideos videos(Optional<VideoFitter> fitter) {
    Duration keep = Duration.ofDays(30);
    return new FittedVideos(
        fitter,
        files,
        new ReuseCache(new SqlReuseStore(database), files, keep, 10, time),
        new VideoLinks(new byte[VideoLinks.KEY_BYTES], WebSettings.Links.NONE, time),
        Duration.ofDays(1),
        keep);
  }

  /// The real one, but for the second pass.
  private Ffmpeg ffmpegThat(String secondPass) throws IOException, InterruptedException {
    Path script = folder.resolve("ffmpeg");
    Files.writeString(
        script,
        """
        #!/bin/sh
        case "$*" in
          *"-pass 2"*) %s ;;
          *) exec "%s" "$@" ;;
        esac
        """
            .formatted(secondPass, NoisyVideo.FFMPEG.binary().path()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return new Ffmpeg(script, "", folder.resolve("cache"));
  }

  private JobReport job(AccountId account) {
    return new JobReport(
        new JobId(1),
        new JobCode("ABCDEF"),
        account,
        "talk",
        "",
        JobReport.Status.MADE,
        Stage.WORKING,
        0,
        Optional.of(new app.photoplay.job.Outcome.Made(List.of(video))),
        Money.ZERO,
        Money.ZERO,
        false,
        false,
        false,
        time.instant(),
        Optional.of(time.instant()));
  }
}
