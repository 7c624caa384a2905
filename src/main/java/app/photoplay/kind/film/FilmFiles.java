package app.photoplay.kind.film;

import app.photoplay.job.Artifact;
import app.photoplay.job.JobReport;
import app.photoplay.job.Outcome;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.StoryboardText;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs what belongs to a finished film into one file: shots, pictures, voices, storyboard,
/// subtitles and receipt. The same film gives the same bytes.
final class FilmFiles {
  private static final Map<String, String> ENDINGS =
      Map.of(
          "video/mp4", "mp4",
          "image/jpeg", "jpg",
          "audio/wav", "wav",
          "text/vtt", "vtt",
          "application/x-subrip", "srt");

  private final StoredPieces pieces;
  private final ArtifactStore files;
  private final Wording wording;

  FilmFiles(StoredPieces pieces, ArtifactStore files, Wording wording) {
    this.pieces = pieces;
    this.files = files;
    this.wording = wording;
  }

  /// Packs, blocking.
  ///
  /// @param film with its storyboard
  /// @param shots whether its shots are in it, which are most of its size
  /// @param receipt as people read it
  StoredFile pack(JobReport job, FilmRequest film, boolean shots, String receipt, String language)
      throws IOException {
    Storyboard board = Objects.requireNonNull(film.board());
    Map<String, Outcome> made = pieces.of(job.account(), film, board).made();
    Path packed = files.scratch(".zip");
    try (OutputStream out = Files.newOutputStream(packed);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Leases leases = new Leases()) {
      Pack pack = new Pack(zip, leases, job.created());
      for (int i = 0; i < board.scenes().size(); i++) {
        String number = "scene-%02d".formatted(i + 1);
        pack.add("pictures/" + number, Scenes.artifact(made, Scenes.frame(i), Artifact.PICTURE));
        pack.add("voices/" + number, Scenes.artifact(made, Scenes.voice(i), Artifact.SPEECH));
        if (shots) {
          pack.add("shots/" + number, Scenes.artifact(made, Scenes.shot(i), Artifact.VIDEO));
        }
      }
      pack.add("subtitles", Artifact.find(job.artifacts(), Artifact.CAPTIONS));
      pack.add("storyboard.json", StoryboardReader.write(board));
      pack.add("storyboard.txt", StoryboardText.of(Scenes.heard(film, board), language, wording));
      pack.add("receipt.txt", receipt);
    } catch (IOException e) {
      Files.deleteIfExists(packed);
      throw e;
    }
    return files.put(packed);
  }

  /// One file that is being packed.
  private final class Pack {
    private final ZipOutputStream zip;
    private final Leases leases;
    private final Instant time;

    Pack(ZipOutputStream zip, Leases leases, Instant time) {
      this.zip = zip;
      this.leases = leases;
      this.time = time;
    }

    /// Nothing where it is not there any more.
    void add(String name, Optional<Artifact> made) throws IOException {
      Optional<Path> file =
          made.isPresent() ? leases.path(files, made.get().content()) : Optional.empty();
      if (file.isPresent()) {
        // pictures, sound and video do not get smaller
        zip.setLevel(Deflater.NO_COMPRESSION);
        begin(name + "." + ENDINGS.getOrDefault(made.get().mediaType(), "bin"));
        Files.copy(file.get(), zip);
        zip.closeEntry();
      }
    }

    void add(String name, String text) throws IOException {
      zip.setLevel(Deflater.DEFAULT_COMPRESSION);
      begin(name);
      zip.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }

    private void begin(String name) throws IOException {
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(time.toEpochMilli());
      zip.putNextEntry(entry);
    }
  }
}
