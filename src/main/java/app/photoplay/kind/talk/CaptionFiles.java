package app.photoplay.kind.talk;

import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.StoredFile;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Cue;
import app.photoplay.media.caption.Cues;
import app.photoplay.media.caption.LineMeasure;
import app.photoplay.media.caption.SubtitleFile;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes the spoken words into a file beside the video.
final class CaptionFiles {
  private static final Codec<SpeechTimings> TIMINGS = Codec.json(SpeechTimings.class);

  private final ArtifactStore files;

  CaptionFiles(ArtifactStore files) {
    this.files = files;
  }

  /// Whether there can be such captions: somebody knows when each word is heard.
  boolean possible(Captions captions, Path timings) {
    return captions == Captions.OFF || !read(timings).words().isEmpty();
  }

  /// The file that was wished, or empty when none was.
  ///
  /// @param spoken what the speech is made of
  Optional<Artifact> write(Captions captions, List<Artifact> spoken) throws IOException {
    return switch (captions) {
      case OFF, BURNED -> Optional.empty();
      case SRT -> Optional.of(kept("application/x-subrip", SubtitleFile.srt(cues(spoken))));
      case VTT -> Optional.of(kept("text/vtt", SubtitleFile.vtt(cues(spoken))));
    };
  }

  private List<Cue> cues(List<Artifact> spoken) throws IOException {
    SpeechTimings timings;
    try (Leases leases = new Leases()) {
      timings =
          read(
              leases
                  .path(files, Artifact.get(spoken, Artifact.TIMINGS).content())
                  .orElseThrow(() -> new IOException("the timings are no longer stored")));
    }
    Locale locale = Locale.forLanguageTag(timings.language());
    return Cues.of(timings.timedWords(), locale, LineMeasure.LETTERS);
  }

  private Artifact kept(String mediaType, String text) throws IOException {
    Path file = files.scratch(".captions");
    Files.writeString(file, text);
    StoredFile kept = files.put(file);
    return new Artifact(Artifact.CAPTIONS, kept.content(), mediaType, kept.bytes(), 0, 0, 0);
  }

  private static SpeechTimings read(Path timings) {
    try {
      return TIMINGS.decode(Files.readString(timings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
