package app.photoplay.kind.speech;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.job.Artifact;
import app.photoplay.job.StoredFile;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.storage.local.LocalArtifactStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionFilesTest {
  @TempDir Path folder;
  private LocalArtifactStore files;
  private CaptionFiles captions;

  @BeforeEach
  void open() {
    files = new LocalArtifactStore(folder, InstantSource.system());
    captions = new CaptionFiles(files);
  }

  private List<Artifact> spoken(SpeechTimings.Word... words) throws IOException {
    Path file = files.scratch(".json");
    new ObjectMapper()
        .writeValue(file.toFile(), new SpeechTimings("en-US", "sampa", List.of(), List.of(words)));
    StoredFile kept = files.put(file);
    return List.of(
        new Artifact(Artifact.TIMINGS, kept.content(), "application/json", kept.bytes(), 0, 0, 0));
  }

  private Path file(List<Artifact> spoken) throws IOException {
    return files.open(spoken.getFirst().content()).orElseThrow().path();
  }

  @Test
  void keepsTheWordsAsAFileOfTheWishedKind() throws IOException {
    List<Artifact> spoken =
        spoken(
            new SpeechTimings.Word("All", 150, 300),
            new SpeechTimings.Word("is", 300, 450),
            new SpeechTimings.Word("well.", 450.4, 1199.6));

    Artifact vtt = captions.write(Captions.VTT, spoken).orElseThrow();

    assertThat(vtt.role()).isEqualTo("captions");
    assertThat(vtt.mediaType()).isEqualTo("text/vtt");
    assertThat(files.open(vtt.content()).orElseThrow().path())
        .hasContent("WEBVTT\n\n00:00:00.150 --> 00:00:01.200\nAll is well.\n");
    Artifact srt = captions.write(Captions.SRT, spoken).orElseThrow();
    assertThat(srt.mediaType()).isEqualTo("application/x-subrip");
    assertThat(files.open(srt.content()).orElseThrow().path())
        .hasContent("1\n00:00:00,150 --> 00:00:01,200\nAll is well.\n\n");
  }

  @Test
  void keepsNoneWhenNoneWasWished() throws IOException {
    List<Artifact> spoken = spoken();

    assertThat(captions.write(Captions.OFF, spoken)).isEmpty();
    assertThat(captions.write(Captions.BURNED, spoken)).isEmpty();
  }

  @Test
  void arePossibleOnlyWhenTheWordsAreTimed() throws IOException {
    Path silent = file(spoken());
    Path timed = file(spoken(new SpeechTimings.Word("Yes.", 0, 500)));

    assertThat(captions.possible(Captions.OFF, silent)).isTrue();
    assertThat(captions.possible(Captions.BURNED, silent)).isFalse();
    assertThat(captions.possible(Captions.SRT, silent)).isFalse();
    assertThat(captions.possible(Captions.BURNED, timed)).isTrue();
  }
}
