package app.photoplay.media.sound;

import app.photoplay.media.mp4.EditList.Part;
import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads with ffmpeg what is not decoded in Java: one demuxer, no other file and no network.
final class ForeignDecoder {
  private static final int OLDEST_FFMPEG = 5;

  /// With less of what the file states it is cut off.
  private static final double ENOUGH = 0.9;

  /// Where parts of a file are hidden, it is decoded up to the last one that is not.
  private static final double MOST_HIDDEN = 600;

  private static final Pattern LENGTH =
      Pattern.compile("Duration: (\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");
  private static final String GUESSED = "Estimating duration from bitrate";

  /// What ffmpeg prints when it is no damage that stops it.
  private static final List<String> UNKNOWN =
      List.of("Decoder (", "Unsupported codec", "unknown codec", "Unknown decoder");

  private static final String NO_SOUND = "matches no streams";

  private final Ffmpeg ffmpeg;

  ForeignDecoder(Ffmpeg ffmpeg) {
    this.ffmpeg = ffmpeg;
  }

  /// The ffmpeg that may read files of strangers, if there is one.
  Optional<Path> trusted() throws InterruptedException {
    return ffmpeg
        .find()
        .binary()
        .filter(it -> it.origin() != Ffmpeg.Origin.EMBEDDED && major(it.version()) >= OLDEST_FFMPEG)
        .map(Ffmpeg.Binary::path);
  }

  /// Builds from the development branch name no version (`N-109542-g...`); they are newer.
  private static int major(String version) {
    String digits = version.replaceFirst("^n", "").replaceFirst("[^0-9].*", "");
    return digits.isEmpty() ? OLDEST_FFMPEG : Integer.parseInt(digits);
  }

  /// Decodes a file.
  ///
  /// @param track what its own index tells, if it has one
  /// @throws SoundBroken when it is cut off
  /// @throws ToolFailed when ffmpeg finds it damaged
  SoundAnswer read(String demuxer, Path file, Optional<IndexedTrack> track, double most)
      throws IOException, InterruptedException {
    Optional<Path> binary = trusted();
    if (binary.isEmpty()) {
      return new SoundAnswer.Unusable(SoundProblem.NEEDS_FFMPEG);
    }
    try {
      if (track.isPresent() && !track.get().followedByFfmpeg()) {
        return parts(binary.get(), demuxer, file, track.get(), most);
      }
      SoundBuffer sound = new SoundBuffer(most);
      Decoded decoded = decoded(binary.get(), demuxer, List.of(), file, most + 1);
      sound.agree(decoded.pcm().channels(), decoded.pcm().rate());
      sound.silentUntil(track.map(IndexedTrack::delay).orElse(0.0)); // which ffmpeg leaves out
      decoded.pcm().decode(sound);
      // the movie's length in an MP4 counts what is hidden
      double stated = Math.min(track.map(IndexedTrack::seconds).orElse(decoded.stated()), most);
      if (!sound.full() && sound.seconds() < ENOUGH * stated) {
        throw new SoundBroken("cut off");
      }
      return Sounds.judged(sound, 0, most);
    } catch (ToolFailed e) {
      String said = String.valueOf(e.getMessage());
      if (said.contains(NO_SOUND)) {
        return new SoundAnswer.Unusable(SoundProblem.NO_SOUND);
      }
      if (UNKNOWN.stream().anyMatch(said::contains)) {
        return new SoundAnswer.Unusable(SoundProblem.NOT_SOUND);
      }
      throw e;
    }
  }

  /// Plays the parts that the list names of everything that there is, since ffmpeg would play what
  /// others hide.
  private static SoundAnswer parts(
      Path binary, String demuxer, Path file, IndexedTrack track, double most)
      throws IOException, InterruptedException {
    if (track.seconds() > most) {
      return new SoundAnswer.TooLong(track.seconds());
    }
    double end = track.parts().stream().mapToDouble(it -> track.secondsTo(it.to())).max().orElse(0);
    if (end > MOST_HIDDEN) {
      throw new SoundBroken("hides " + end + " s");
    }
    List<String> everything = List.of("-ignore_editlist", "1");
    PcmSound pcm = decoded(binary, demuxer, everything, file, end + 1).pcm();
    SoundBuffer sound = new SoundBuffer(most);
    sound.agree(pcm.channels(), pcm.rate());
    for (Part part : track.parts()) {
      sound.silentUntil(part.at());
      pcm.part(track.secondsTo(part.from()), track.secondsTo(part.to())).decode(sound);
    }
    return Sounds.judged(sound, 0, most);
  }

  /// @param stated how long the file says it is; 0 when it does not
  private record Decoded(PcmSound pcm, double stated) {}

  private static Decoded decoded(
      Path binary, String demuxer, List<String> how, Path file, double most)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-nostdin", "-hide_banner", "-nostats"));
    words.addAll(List.of("-protocol_whitelist", "file,pipe", "-f", demuxer));
    words.addAll(how);
    words.addAll(List.of("-i", "file:" + file.toAbsolutePath(), "-map", "0:a:0"));
    words.addAll(List.of("-t", String.format(Locale.ROOT, "%.3f", most)));
    // two sides stay two: they may cancel
    words.addAll(List.of("-af", "aformat=channel_layouts=mono|stereo", "-ar", "48000"));
    words.addAll(List.of("-c:a", "pcm_f32le", "-f", "wav", "pipe:1"));
    // through a pipe: what a full disk cut off a file would pass for the whole
    try (ToolProcess decoder = ToolProcess.startDecoding(binary, words, Sounds.LIMIT)) {
      byte[] wav = decoder.decoded(InputStream::readAllBytes);
      return new Decoded(WavSound.of(wav), stated(decoder.printed()));
    }
  }

  private static double stated(List<String> lines) {
    if (lines.stream().anyMatch(it -> it.contains(GUESSED))) {
      return 0;
    }
    return lines.stream()
        .map(LENGTH::matcher)
        .filter(Matcher::find)
        .mapToDouble(it ->
            Integer.parseInt(it.group(1)) * 3600
                + Integer.parseInt(it.group(2)) * 60
                + Double.parseDouble(it.group(3)))
        .findFirst()
        .orElse(0);
  }
}
