package app.photoplay.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Takes the sound out of a video that we made, for one in which there is nothing to hear: players
/// show a loudspeaker for every sound track, also for a silent one. The picture is copied bit by
/// bit.
public final class SoundRemover {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Ffmpeg ffmpeg;

  public SoundRemover(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /// Replaces the file, blocking.
  ///
  /// @throws FfmpegFailed when ffmpeg fails, a full disk included; the file is then as it was
  public void remove(Path video) throws InterruptedException {
    Path silent = video.resolveSibling(video.getFileName() + ".silent");
    try {
      FfmpegProcess.run(ffmpeg.binary().path(), arguments(video, silent), LIMIT);
      Files.move(silent, video, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(silent);
      throw new UncheckedIOException("cannot replace a video", e);
    } catch (InterruptedException | RuntimeException e) {
      discard(silent);
      throw e;
    }
  }

  private static List<String> arguments(Path from, Path to) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
    arguments.addAll(List.of("-protocol_whitelist", "file,pipe", "-f", "mov"));
    arguments.addAll(List.of("-i", "file:" + from.toAbsolutePath(), "-map", "0:v:0"));
    arguments.addAll(List.of("-c", "copy", "-map_metadata", "0", "-movflags", "+faststart"));
    arguments.addAll(List.of("-f", "mp4", "file:" + to.toAbsolutePath()));
    return arguments;
  }

  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove an unfinished video", e);
    }
  }
}
