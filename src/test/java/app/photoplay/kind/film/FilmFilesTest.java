package app.photoplay.kind.film;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.TestBot;
import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Outcome;
import app.photoplay.job.Stage;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.clip.ClipRequest;
import app.photoplay.kind.image.ImageRequest;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.Router;
import app.photoplay.provider.local.scene.LocalImageModel;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.testkit.MemoryArtifactStore;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What of a film is there, what the rest costs, and how it is packed.
class FilmFilesTest {
  private static final AccountId ACCOUNT = new AccountId(7);
  private static final Money CENT = new Money(10_000);

  @TempDir Path folder;
  private MemoryArtifactStore files;
  private FilmPlans plans;
  private StoredPieces stored;
  private final Map<JobRequest, List<Artifact>> made = new HashMap<>();
  private final Storyboard board =
      new Storyboard(
          "test",
          "Storm",
          "",
          "en-US",
          List.of(),
          List.of(scene("sea", "It begins."), scene("dawn", "")));
  private final FilmRequest film =
      new FilmRequest(
          "storm",
          10,
          "en-US",
          0,
          "",
          Shape.WIDE,
          Quality.ECONOMY,
          "slt",
          Captions.SRT,
          "",
          "",
          "",
          1,
          0,
          List.of(),
          board);

  @BeforeEach
  void open() {
    files = new MemoryArtifactStore(folder);
    PriceBook prices = PriceBook.perSecond(TestBot.PRICED);
    plans =
        new FilmPlans(new Router<>(List.of(new ScriptedRenderer(folder).filming()), prices), files);
    FilmPrice.Pieces pieces =
        new FilmPrice.Pieces() {
          @Override
          public Quote offer(JobRequest piece) {
            return new Quote(List.of(new Quote.Line(piece.kind(), CENT)));
          }

          @Override
          public long mostMillis(SpeechRequest speech) {
            return 2000;
          }
        };
    stored =
        new StoredPieces(
            new Remains(
                plans,
                new Keyframes(new Router<>(List.of(new LocalImageModel(folder)), prices)),
                pieces),
            account ->
                piece ->
                    account.equals(ACCOUNT)
                        ? Optional.ofNullable(made.get(piece))
                        : Optional.empty());
  }

  @Test
  void whatIsNotMadeCostsAllItsPieces() {
    Remains.Left left = stored.of(ACCOUNT, film, board);

    assertThat(left.ready()).isZero();
    assertThat(left.scenes()).isEqualTo(2);
    // two pictures, two shots, one voice
    assertThat(left.price()).isEqualTo(new Money(5 * 10_000));
  }

  @Test
  void whatIsMadeCostsNothing() throws IOException {
    makeAll();

    assertThat(stored.of(ACCOUNT, film, board).ready()).isEqualTo(2);
    assertThat(stored.of(ACCOUNT, film, board).price()).isEqualTo(Money.ZERO);
    assertThat(stored.of(new AccountId(8), film, board).ready()).isZero();
  }

  @Test
  void otherWordsCostTheirVoiceAndTheirShotAlone() throws IOException {
    makeAll();
    BoardEdits edits = new BoardEdits(plans.shots(film));
    Storyboard changed = ((BoardEdits.Edit.Done) edits.words(board, 2, "The end.", 3)).board();

    Remains.Left left = stored.of(ACCOUNT, film.with(changed), changed);

    assertThat(left.ready()).isEqualTo(1);
    assertThat(left.price()).isEqualTo(new Money(20_000));
  }

  @Test
  void allThatIsThereIsPacked() throws IOException {
    makeAll();
    StoredFile packed =
        new FilmFiles(stored, files, new Wording("en")).pack(job(), film, true, "Charged: 1", "en");

    Map<String, String> entries = entries(packed);

    assertThat(entries.keySet())
        .containsExactly(
            "pictures/scene-01.jpg",
            "pictures/scene-02.jpg",
            "receipt.txt",
            "shots/scene-01.mp4",
            "shots/scene-02.mp4",
            "storyboard.json",
            "storyboard.txt",
            "subtitles.srt",
            "voices/scene-01.wav");
    assertThat(StoryboardReader.stored(Objects.requireNonNull(entries.get("storyboard.json"))))
        .isEqualTo(board);
    assertThat(entries.get("storyboard.txt")).contains("Storm", "It begins.");
    assertThat(entries.get("receipt.txt")).isEqualTo("Charged: 1\n");
    assertThat(entries.get("shots/scene-02.mp4")).isEqualTo("video of dawn");
  }

  @Test
  void shotsMayBeLeftOutAndWhatIsGoneIs() throws IOException {
    StoredFile packed =
        new FilmFiles(stored, files, new Wording("en")).pack(job(), film, false, "", "en");

    assertThat(entries(packed).keySet())
        .containsExactly("receipt.txt", "storyboard.json", "storyboard.txt", "subtitles.srt");
  }

  @Test
  void theSameFilmIsPackedTheSame() throws IOException {
    makeAll();
    FilmFiles packing = new FilmFiles(stored, files, new Wording("en"));

    assertThat(packing.pack(job(), film, true, "", "en"))
        .isEqualTo(packing.pack(job(), film, true, "", "en"));
  }

  private void makeAll() throws IOException {
    Scenes scenes = plans.scenes(film, board);
    Map<String, Outcome> outcomes = new HashMap<>();
    for (int i = 0; i < scenes.count(); i++) {
      ImageRequest picture = scenes.picture(i, List.of());
      make(picture, "picture of " + picture.text(), Artifact.PICTURE, "image/jpeg", 0);
      outcomes.put(Scenes.frame(i), new Outcome.Made(Objects.requireNonNull(made.get(picture))));
      Optional<SpeechRequest> speech = scenes.speech(i);
      if (speech.isPresent()) {
        make(speech.get(), "voice", Artifact.SPEECH, "audio/wav", 1500);
        outcomes.put(
            Scenes.voice(i), new Outcome.Made(Objects.requireNonNull(made.get(speech.get()))));
      }
      ClipRequest shot = (ClipRequest) scenes.shot(i, outcomes).orElseThrow();
      make(shot, "video of " + picture.text(), Artifact.VIDEO, "video/mp4", 4000);
    }
  }

  private void make(JobRequest piece, String content, String role, String type, long millis)
      throws IOException {
    StoredFile kept = files.put(Files.writeString(files.scratch(".txt"), content));
    made.put(piece, List.of(new Artifact(role, kept.content(), type, kept.bytes(), 0, 0, millis)));
  }

  private JobReport job() throws IOException {
    StoredFile captions = files.put(Files.writeString(files.scratch(".txt"), "1"));
    Artifact made =
        new Artifact(Artifact.CAPTIONS, captions.content(), "application/x-subrip", 1, 0, 0, 0);
    return new JobReport(
        new JobId(1),
        JobCode.of(1),
        ACCOUNT,
        FilmRequest.KIND,
        "",
        JobReport.Status.MADE,
        Stage.WORKING,
        0,
        Optional.of(new Outcome.Made(List.of(made))),
        Money.ZERO,
        Money.ZERO,
        false,
        false,
        false,
        Instant.parse("2026-06-15T12:00:00Z"),
        Optional.empty());
  }

  private Map<String, String> entries(StoredFile packed) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (var lease = files.open(packed.content()).orElseThrow();
        ZipInputStream zip = new ZipInputStream(Files.newInputStream(lease.path()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return entries;
  }

  private static Scene scene(String picture, String words) {
    return new Scene(
        4, picture, "", "", ShotSize.WIDE, CameraMove.STATIC_SHOT, "", words, Transition.CUT);
  }
}
