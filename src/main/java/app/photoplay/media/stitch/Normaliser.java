package app.photoplay.media.stitch;

import app.photoplay.media.foreign.ForeignFile;
import app.photoplay.media.mp4.MalformedMp4;
import app.photoplay.media.stitch.NormaliseResult.Problem;
import app.photoplay.media.stitch.NormaliseResult.Sender;
import app.photoplay.media.stitch.NormaliseResult.Unusable;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.video.VideoEncoder;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Brings any clip to the format of a film, once, when it arrives: size, rate and colours; key
/// pictures exactly where its transitions begin and end; sound at 48 kHz, stereo, exactly as long
/// as the picture; and finds out what the film needs to know later. Pictures that are coded like
/// the film's already, as those of our own renderer are, stay as they are: a transition then makes
/// a second more of them anew.
///
/// Stateless; each call runs ffmpegs of its own, one after another.
public final class Normaliser {
  private final Ffmpeg ffmpeg;
  private final int threads;

  /// @param threads that encode at once
  public Normaliser(Ffmpeg ffmpeg, int threads) {
    this.ffmpeg = ffmpeg;
    this.threads = threads;
  }

  /// What a clip becomes.
  ///
  /// @param before how the film comes to it; a cut when it is the first
  /// @param after how the film leaves it; a cut when it is the last
  /// @param folder overwritten; it exists afterwards only when the clip is ready
  public record Order(Format format, ClipTransition before, ClipTransition after, Path folder) {}

  /// Normalises a clip, blocking. Interrupting ends it at once.
  ///
  /// @return ready or unusable
  /// @throws ToolFailed when ffmpeg is missing or hangs, or the disk is full: worth another try
  public NormaliseResult clip(Path file, Sender sender, Order order) throws InterruptedException {
    try {
      return switch (look(file, sender)) {
        case Looked(ForeignFile source) -> {
          if (source.size().isEmpty()) {
            yield unusable(Problem.NO_PICTURE, source);
          }
          if (source.size().get().pixels() > ForeignFile.MOST_PIXELS) {
            yield unusable(Problem.TOO_LARGE, source);
          }
          Conversion conversion = new Conversion(ffmpeg.binary().path(), order, threads);
          yield sender == Sender.PROVIDER && ReadyPicture.in(source, order, ffmpeg.binary().path())
              ? conversion.copied(source)
              : conversion.of(source);
        }
        case Refused(Unusable why) -> why;
      };
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException();
    } catch (IOException e) {
      throw new ToolFailed("cannot normalise the clip: " + e, e);
    }
  }

  /// Makes a clip of one picture without sound that stands for a missing scene, blocking.
  ///
  /// @param pixels row by row, `0x00RRGGBB`, in the size of the format
  /// @param frames how many
  public Clip standIn(int[] pixels, int frames, Order order) throws InterruptedException {
    return standIn(
        (_, picture) -> System.arraycopy(pixels, 0, picture, 0, pixels.length), frames, order);
  }

  /// The same of pictures that are drawn, in order and on this thread.
  public Clip standIn(VideoEncoder.Frames pictures, int frames, Order order)
      throws InterruptedException {
    try {
      return new Conversion(ffmpeg.binary().path(), order, threads).of(pictures, frames);
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException();
    } catch (IOException e) {
      throw new ToolFailed("cannot make a still: " + e, e);
    }
  }

  /// Brings speech to the form of [Timeline.Narration], blocking.
  ///
  /// @param target overwritten; it exists afterwards only when the speech was heard
  /// @return heard or unusable
  /// @throws ToolFailed as [#clip] does
  public NormaliseResult speech(Path file, Sender sender, Path target) throws InterruptedException {
    try {
      return switch (look(file, sender)) {
        case Looked(ForeignFile source) ->
            source.sound()
                ? Conversion.speech(ffmpeg.binary().path(), source, target)
                : unusable(Problem.NO_SOUND, source);
        case Refused(Unusable why) -> why;
      };
    } catch (IOException e) {
      throw new ToolFailed("cannot read the speech: " + e, e);
    }
  }

  private sealed interface Look {}

  private record Looked(ForeignFile source) implements Look {}

  private record Refused(Unusable why) implements Look {}

  private Look look(Path file, Sender sender) throws IOException, InterruptedException {
    Ffmpeg.Binary binary = ffmpeg.binary();
    if (sender == Sender.PERSON && binary.origin() == Ffmpeg.Origin.EMBEDDED) {
      return new Refused(new Unusable(Problem.NEEDS_NEWER_FFMPEG, binary.version()));
    }
    if (Files.size(file) == 0) {
      return new Refused(new Unusable(Problem.EMPTY, "no bytes"));
    }
    try {
      return look(binary, file);
    } catch (MalformedMp4 e) {
      return new Refused(new Unusable(Problem.DAMAGED, String.valueOf(e.getMessage())));
    }
  }

  private static Look look(Ffmpeg.Binary binary, Path file)
      throws IOException, InterruptedException {
    Optional<ForeignFile> source = ForeignFile.of(binary.path(), file);
    if (source.isEmpty()) {
      return new Refused(new Unusable(Problem.UNREADABLE, "not a film or sound that is read"));
    }
    if (!source.get().followedByFfmpeg()) {
      return new Refused(unusable(Problem.HIDDEN_PARTS, source.get()));
    }
    return source.get().seconds() > ForeignFile.MOST_SECONDS
        ? new Refused(unusable(Problem.TOO_LONG, source.get()))
        : new Looked(source.get());
  }

  static Unusable unusable(Problem problem, ForeignFile source) {
    return new Unusable(
        problem,
        String.format(
            Locale.ROOT,
            "%s, picture %s, %.2f s",
            source.demuxer(),
            source.size().map(Object::toString).orElse("none"),
            source.seconds()));
  }
}
