package app.photoplay.media.stitch;

import app.photoplay.media.Size;
import app.photoplay.media.mp4.IndexedTrack;
import app.photoplay.media.mp4.MalformedMp4;
import app.photoplay.media.mp4.Mp4File;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a file from outside holds, as ffmpeg tells before it decodes anything. The container is
/// recognised by its first bytes and read with that one demuxer, which opens no other file and no
/// network.
///
/// @param demuxer ffmpeg's name for the container
/// @param size of the picture; empty when there is none
/// @param seconds how long the file says it is; 0 when it does not
/// @param tagged whether the picture says what its colours mean
record Source(
    Path file, String demuxer, Optional<Size> size, boolean sound, double seconds, boolean tagged) {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern LENGTH =
      Pattern.compile("Duration: (\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");
  private static final Pattern SOUND = Pattern.compile("Stream #0:\\d+.*: Audio: .*");
  private static final Pattern PICTURE =
      Pattern.compile("Stream #0:\\d+.*: Video: .*?, (\\d{1,6})x(\\d{1,6})\\b.*");
  private static final Pattern COLOURS = Pattern.compile("bt709|bt470bg|smpte170m|bt2020");

  /// Looks at a file.
  ///
  /// @return empty when it is no container that is read here, or ffmpeg finds nothing in it
  static Optional<Source> of(Path ffmpeg, Path file) throws IOException, InterruptedException {
    Optional<String> demuxer = demuxer(file);
    if (demuxer.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(List.of("-hide_banner", "-nostdin"));
    words.addAll(input(demuxer.get(), file));
    EncoderArguments.add(words, "-map 0:v:0? -map 0:a:0? -c copy -t 0 -f null -");
    try {
      return Optional.of(read(file, demuxer.get(), ToolProcess.run(ffmpeg, words, LIMIT)));
    } catch (ToolFailed e) {
      if (!e.gaveUp()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static Source read(Path file, String demuxer, List<String> lines) {
    Optional<Size> size = Optional.empty();
    boolean sound = false;
    boolean tagged = false;
    double seconds = 0;
    for (String line : lines) {
      if (line.startsWith("Output #0")) {
        break; // what follows repeats the streams
      }
      Matcher length = LENGTH.matcher(line.strip());
      if (length.lookingAt()) {
        seconds = seconds(length);
      }
      Matcher picture = PICTURE.matcher(line.strip());
      // an album's cover is a "picture" too
      if (size.isEmpty() && picture.matches() && !line.contains("(attached pic)")) {
        int width = Integer.parseInt(picture.group(1));
        int height = Integer.parseInt(picture.group(2));
        if (width > 0 && height > 0) {
          size = Optional.of(new Size(width, height));
          tagged = COLOURS.matcher(line).find();
        }
      }
      sound |= SOUND.matcher(line.strip()).matches();
    }
    return new Source(file, demuxer, size, sound, seconds, tagged);
  }

  /// What its own index tells, if it is an MP4.
  ///
  /// @throws MalformedMp4 when that is broken
  Optional<Mp4File> index() throws IOException {
    return demuxer.equals("mov") ? Optional.of(Mp4File.open(file)) : Optional.empty();
  }

  /// Whether ffmpeg plays of it what players play, and nothing that its edit lists hide.
  ///
  /// @throws MalformedMp4 as [#index]
  boolean followedByFfmpeg() throws IOException {
    Optional<Mp4File> index = index();
    return index.isEmpty()
        || Stream.of("vide", "soun")
            .flatMap(kind -> index.get().track(kind).stream())
            .allMatch(IndexedTrack::followedByFfmpeg);
  }

  /// Hours, minutes and seconds, as ffmpeg writes them.
  static double seconds(Matcher time) {
    return Integer.parseInt(time.group(1)) * 3600
        + Integer.parseInt(time.group(2)) * 60
        + Double.parseDouble(time.group(3));
  }

  /// ffmpeg's words for reading the file.
  List<String> input() {
    return input(demuxer, file);
  }

  private static List<String> input(String demuxer, Path file) {
    return List.of(
        "-protocol_whitelist", "file,pipe", "-f", demuxer, "-i", "file:" + file.toAbsolutePath());
  }

  private static Optional<String> demuxer(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(12);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.length() < 12) {
      return Optional.empty();
    }
    if (text.startsWith("ftyp", 4)) {
      return Optional.of("mov");
    }
    if (text.startsWith("\u001aE\u00df\u00a3")) {
      return Optional.of("matroska");
    }
    if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
      return Optional.of("wav");
    }
    if (text.startsWith("OggS")) {
      return Optional.of("ogg");
    }
    if (text.startsWith("fLaC")) {
      return Optional.of("flac");
    }
    boolean frame = head[0] == (byte) 0xff && (head[1] & 0xe0) == 0xe0;
    return text.startsWith("ID3") || frame ? Optional.of("mp3") : Optional.empty();
  }
}
