package app.photoplay.kind.speech;

import app.photoplay.job.Artifact;
import app.photoplay.job.Codec;
import app.photoplay.job.StoredFile;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Cue;
import app.photoplay.media.caption.Cues;
import app.photoplay.media.caption.LineMeasure;
import app.photoplay.media.caption.SubtitleFile;
import app.photoplay.media.caption.TimedWord;
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

/// Writes what is heard in a video into a file beside it. Thread-safe.
public final class CaptionFiles {
  private static final Codec<SpeechTimings> TIMINGS = Codec.json(SpeechTimings.class);

  private final ArtifactStore files;

  public CaptionFiles(ArtifactStore files) {
    this.files = files;
  }

  /// Whether there can be such captions: somebody knows when each word is heard.
  public boolean possible(Captions captions, Path timings) {
    return captions == Captions.OFF || !timings(timings).words().isEmpty();
  }

  /// The file that was wished for a video of one speech, or empty when none was.
  ///
  /// @param spoken what the speech is made of
  public Optional<Artifact> write(Captions captions, List<Artifact> spoken) throws IOException {
    if (captions == Captions.OFF || captions == Captions.BURNED) {
      return Optional.empty();
    }
    try (Leases leases = new Leases()) {
      SpeechTimings timings =
          timings(
              leases
                  .path(files, Artifact.get(spoken, Artifact.TIMINGS).content())
                  .orElseThrow(() -> new IOException("the timings are no longer stored")));
      return write(captions, timings.timedWords(), Locale.forLanguageTag(timings.language()));
    }
  }

  /// The file that was wished, or empty when none was.
  ///
  /// @param words as they are heard in the video
  public Optional<Artifact> write(Captions captions, List<TimedWord> words, Locale language)
      throws IOException {
    return switch (captions) {
      case OFF, BURNED -> Optional.empty();
      case SRT ->
          Optional.of(kept("application/x-subrip", SubtitleFile.srt(cues(words, language))));
      case VTT -> Optional.of(kept("text/vtt", SubtitleFile.vtt(cues(words, language))));
    };
  }

  private static List<Cue> cues(List<TimedWord> words, Locale language) {
    return Cues.of(words, language, LineMeasure.LETTERS);
  }

  private Artifact kept(String mediaType, String text) throws IOException {
    Path file = files.scratch(".captions");
    Files.writeString(file, text);
    StoredFile kept = files.put(file);
    return new Artifact(Artifact.CAPTIONS, kept.content(), mediaType, kept.bytes(), 0, 0, 0);
  }

  /// When each word of a speech is heard.
  public static SpeechTimings timings(Path file) {
    try {
      return TIMINGS.decode(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
