package app.photoplay.provider.remote.file;

import app.photoplay.media.Size;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.foreign.ForeignFile;
import app.photoplay.media.foreign.ForeignPictures;
import app.photoplay.media.foreign.ForeignPictures.NoPicture;
import app.photoplay.media.foreign.ForeignSound;
import app.photoplay.media.mp4.MalformedMp4;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.sound.stereo.CodedSound;
import app.photoplay.media.sound.stereo.Sound;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.video.VideoEncoder;
import app.photoplay.provider.Render;
import app.photoplay.provider.recording.BurnedText;
import app.photoplay.provider.recording.Recorder;
import app.photoplay.provider.remote.Fault;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Makes of a video that came from a provider the one that was ordered. Thread-safe.
///
/// Pictures are decoded, drawn over and encoded one by one, once. Of the video's own sound, where
/// it stays, the whole is in memory: about 23 MB a minute.
public final class Conformer {
  /// A video that lacks more seconds, and a larger part of its length, is not what was ordered.
  private static final double MOST_LACKING_SECONDS = 0.5;

  private static final double MOST_LACKING = 0.1;

  private final Ffmpeg ffmpeg;
  private final Pictures pictures;
  private final Lettering lettering;
  private final FaceFinder faces = new FaceFinder();
  private final Recorder recorder;
  private final int threads;

  /// Results come when they come; conformed all at once they would take the machine from everybody.
  private final Semaphore places;

  /// A conformer.
  ///
  /// @param lettering for captions and the label
  /// @param work folder for files in the making and until the caller takes them; made when missing
  /// @param threads that decode at once
  public Conformer(Ffmpeg ffmpeg, Pictures pictures, Lettering lettering, Path work, int threads) {
    this.ffmpeg = ffmpeg;
    this.pictures = pictures;
    this.lettering = lettering;
    this.threads = threads;
    int processors = Runtime.getRuntime().availableProcessors();
    this.places = new Semaphore(Math.max(1, processors / threads), true);
    // one thread draws, because pictures come out of the decoder in order
    this.recorder = new Recorder(ffmpeg, work, 1, VideoEncoder.Effort.USUAL);
  }

  /// Probes and conforms, blocking: shape, size, rate, length, sound at -16 LUFS, captions, label,
  /// H.264 and AAC in MP4 with its index first. Interrupting ends it at once. Waits until one of
  /// the few places is free.
  ///
  /// @param video as it was fetched; deleted
  /// @throws Fault.Thrown when it is no video, or far from what was ordered
  /// @throws IOException when another try may help
  /// @throws ToolFailed when another try may help: no ffmpeg, a full disk
  public Render conform(Path video, Wanted wanted) throws IOException, InterruptedException {
    try {
      places.acquire();
      try {
        return conform(look(video), wanted);
      } finally {
        places.release();
      }
    } catch (MalformedMp4 e) {
      throw output("a broken index: " + e.getMessage());
    } catch (ClosedByInterruptException e) {
      throw new InterruptedException();
    } finally {
      Files.deleteIfExists(video);
    }
  }

  private ForeignFile look(Path video) throws IOException, InterruptedException {
    ForeignFile file =
        ForeignFile.of(ffmpeg.binary().path(), video)
            .orElseThrow(() -> output("nothing that can be decoded"));
    if (file.size().isEmpty()) {
      throw output("no picture");
    }
    if (file.size().get().pixels() > ForeignFile.MOST_PIXELS) {
      throw output("a picture of " + file.size().get());
    }
    if (file.seconds() > ForeignFile.MOST_SECONDS) {
      throw output("%.1f s long".formatted(file.seconds()));
    }
    return file;
  }

  private Render conform(ForeignFile file, Wanted wanted) throws IOException, InterruptedException {
    double available = available(file);
    int rate = wanted.quality().framesPerSecond();
    int frames = frames(wanted, available, rate);
    demandEnough(available, (double) frames / rate);
    if (wanted.sound().isPresent() || !file.sound()) {
      return record(file, wanted, frames, wanted.sound());
    }
    Path own = recorder.file(".wav");
    try {
      levelled(file, (double) frames / rate, own).write(own);
      return record(file, wanted, frames, Optional.of(own));
    } finally {
      Files.deleteIfExists(own);
    }
  }

  /// How long the picture is, before anything is decoded.
  private double available(ForeignFile file) throws IOException, InterruptedException {
    Optional<Double> indexed = file.indexedSeconds();
    try {
      return indexed.isPresent() ? indexed.get() : file.packets(ffmpeg.binary().path(), "0:V:0");
    } catch (ToolFailed e) {
      throw blamed(e);
    }
  }

  private static int frames(Wanted wanted, double available, int rate) {
    if (wanted.sound().isPresent()) {
      return VideoEncoder.Order.framesFor(Sounds.lengthOfWav(wanted.sound().get()), rate);
    }
    double seconds = wanted.seconds() > 0 ? wanted.seconds() : available;
    return Math.max(1, (int) Math.round(seconds * rate));
  }

  private static void demandEnough(double available, double wanted) throws Fault.Thrown {
    double lacking = wanted - available;
    boolean much = lacking > MOST_LACKING_SECONDS && lacking > MOST_LACKING * wanted;
    if (available <= 0 || much) {
      throw output("%.2f of %.2f s".formatted(available, wanted));
    }
  }

  /// @param scratch overwritten
  private Sound levelled(ForeignFile file, double seconds, Path scratch)
      throws IOException, InterruptedException {
    Path binary = ffmpeg.binary().path();
    Sound sound;
    try {
      sound = ForeignSound.of(binary, file, seconds);
    } catch (ToolFailed e) {
      throw blamed(e);
    }
    CodedSound.of(binary, sound, scratch);
    return sound;
  }

  private Render record(ForeignFile file, Wanted wanted, int frames, Optional<Path> sound)
      throws IOException, InterruptedException {
    Size canvas = canvas(file, wanted);
    int rate = wanted.quality().framesPerSecond();
    VideoEncoder.Order order =
        new VideoEncoder.Order(canvas, rate, frames, wanted.quality().bitsPerSecond(), sound);
    Path binary = ffmpeg.binary().path();
    try (ForeignPictures decoded =
        ForeignPictures.of(binary, file, canvas, rate, frames, threads)) {
      FirstPicture first = new FirstPicture(decoded, canvas);
      Overlay.Behind behind =
          wanted.label().isEmpty() ? Overlay.Behind.nothing() : first.behind(faces);
      VideoEncoder.Planes drawn =
          BurnedText.of(
                  wanted.captions(), wanted.timings(), wanted.label(), order, lettering, behind)
              .over(first);
      Render render = recorder.record(order, drawn, decoded::cover, _ -> {});
      boolean good = false;
      try {
        decoded.finish();
        demandEnough((double) decoded.decoded() / rate, (double) frames / rate);
        good = true;
      } catch (ToolFailed e) {
        throw blamed(e);
      } finally {
        if (!good) {
          Files.deleteIfExists(render.video());
          Files.deleteIfExists(render.cover());
        }
      }
      return render;
    } catch (NoPicture e) {
      throw output("no picture that can be decoded");
    }
  }

  private Size canvas(ForeignFile file, Wanted wanted) {
    Size shown = file.shown().orElseThrow();
    Size followed = wanted.photo().flatMap(this::size).orElse(shown);
    return wanted.shape().canvas(followed, wanted.quality());
  }

  private Optional<Size> size(Path photo) {
    return pictures.read(photo) instanceof PictureAnswer.Decoded(Picture picture)
        ? Optional.of(picture.size())
        : Optional.empty();
  }

  /// A decoder that gave up was given no video.
  private static IOException blamed(ToolFailed failure) {
    if (!failure.gaveUp()) {
      throw failure;
    }
    return output("cannot be decoded: " + failure.getMessage());
  }

  private static Fault.Thrown output(String detail) {
    return new Fault.Output("the result: " + detail).thrown();
  }
}
