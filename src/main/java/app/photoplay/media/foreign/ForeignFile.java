package app.photoplay.media.foreign;

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
/// @param size of the picture as it is coded; empty when there is none
/// @param shown how large players show it: upright, with square pixels
/// @param seconds how long the file says it is; 0 when it does not
/// @param tagged whether the picture says what its colours mean
public record ForeignFile(
    Path file,
    String demuxer,
    Optional<Size> size,
    Optional<Size> shown,
    boolean sound,
    double seconds,
    boolean tagged) {
  /// A file with more pixels or seconds is not to be decoded.
  public static final long MOST_PIXELS = 4096L * 2304;

  public static final int MOST_SECONDS = 600;

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern LENGTH =
      Pattern.compile("Duration: (\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");
  private static final Pattern SOUND = Pattern.compile("Stream #0:\\d+.*: Audio: .*");
  private static final Pattern PICTURE =
      Pattern.compile("Stream #0:\\d+.*: Video: .*?, (\\d{1,6})x(\\d{1,6})\\b.*");
  private static final Pattern RATIO = Pattern.compile("DAR (\\d{1,6}):(\\d{1,6})");
  private static final Pattern TURN =
      Pattern.compile("(?:^rotate *: *|rotation of )(-?\\d{1,3}(?:\\.\\d+)?)");
  private static final Pattern TIME = Pattern.compile("time=(\\d+):(\\d\\d):(\\d\\d\\.\\d+)");
  private static final Pattern COLOURS = Pattern.compile("bt709|bt470bg|smpte170m|bt2020");

  /// Looks at a file.
  ///
  /// @return empty when it is no container that is read here, or ffmpeg finds nothing in it
  public static Optional<ForeignFile> of(Path ffmpeg, Path file)
      throws IOException, InterruptedException {
    Optional<String> demuxer = demuxer(file);
    if (demuxer.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(List.of("-hide_banner", "-nostdin"));
    words.addAll(input(demuxer.get(), file));
    add(words, "-map 0:v:0? -map 0:a:0? -c copy -t 0 -f null -");
    try {
      return Optional.of(read(file, demuxer.get(), ToolProcess.run(ffmpeg, words, LIMIT)));
    } catch (ToolFailed e) {
      if (!e.gaveUp()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static ForeignFile read(Path file, String demuxer, List<String> lines) {
    Optional<Size> size = Optional.empty();
    Optional<Size> shown = Optional.empty();
    boolean sound = false;
    boolean tagged = false;
    boolean within = false;
    double seconds = 0;
    for (String line : lines.stream().map(String::strip).toList()) {
      if (line.startsWith("Output #0")) {
        break; // what follows repeats the streams
      }
      Matcher length = LENGTH.matcher(line);
      if (length.lookingAt()) {
        seconds = seconds(length);
      }
      if (line.startsWith("Stream #")) {
        // an album's cover is a "picture" too
        Optional<Size> picture = line.contains("(attached pic)") ? Optional.empty() : picture(line);
        within = size.isEmpty() && picture.isPresent();
        if (within) {
          size = picture;
          shown = picture.map(it -> square(it, line));
          tagged = COLOURS.matcher(line).find();
        }
      }
      if (within && turned(line)) {
        shown = shown.map(ForeignFile::onItsSide);
        within = false; // some versions tell it twice
      }
      sound |= SOUND.matcher(line).matches();
    }
    return new ForeignFile(file, demuxer, size, shown, sound, seconds, tagged);
  }

  private static Optional<Size> picture(String line) {
    Matcher picture = PICTURE.matcher(line);
    if (!picture.matches()) {
      return Optional.empty();
    }
    int width = Integer.parseInt(picture.group(1));
    int height = Integer.parseInt(picture.group(2));
    return width > 0 && height > 0 ? Optional.of(new Size(width, height)) : Optional.empty();
  }

  /// The size with square pixels.
  private static Size square(Size coded, String line) {
    Matcher ratio = RATIO.matcher(line);
    if (!ratio.find()) {
      return coded;
    }
    double across = Double.parseDouble(ratio.group(1));
    double down = Double.parseDouble(ratio.group(2));
    boolean stated = across > 0 && down > 0 && across / down < 20 && down / across < 20;
    return stated
        ? new Size((int) Math.max(1, Math.round(coded.height() * across / down)), coded.height())
        : coded;
  }

  /// Whether the picture lies on its side.
  private static boolean turned(String line) {
    Matcher turn = TURN.matcher(line);
    return turn.find() && Math.abs(Math.round(Double.parseDouble(turn.group(1)) / 90) % 2) == 1;
  }

  /// What its own index tells, if it is an MP4.
  ///
  /// @throws MalformedMp4 when that is broken
  public Optional<Mp4File> index() throws IOException {
    return demuxer.equals("mov") ? Optional.of(Mp4File.open(file)) : Optional.empty();
  }

  /// Whether ffmpeg plays of it what players play, and nothing that its edit lists hide.
  ///
  /// @throws MalformedMp4 as [#index]
  public boolean followedByFfmpeg() throws IOException {
    Optional<Mp4File> index = index();
    return index.isEmpty()
        || Stream.of("vide", "soun")
            .flatMap(kind -> index.get().track(kind).stream())
            .allMatch(IndexedTrack::followedByFfmpeg);
  }

  /// Hours, minutes and seconds, as ffmpeg writes them.
  private static double seconds(Matcher time) {
    return Integer.parseInt(time.group(1)) * 3600
        + Integer.parseInt(time.group(2)) * 60
        + Double.parseDouble(time.group(3));
  }

  /// How long the picture is played by its own index, if it has one: a container is as long as its
  /// longest stream.
  ///
  /// @throws MalformedMp4 as [#index]
  public Optional<Double> indexedSeconds() throws IOException {
    return index()
        .filter(it -> !it.fragmented())
        .flatMap(it -> it.track("vide"))
        .map(IndexedTrack::seconds)
        .filter(seconds -> seconds > 0);
  }

  /// How long the longest of some streams is by its packets, which need not be decoded.
  ///
  /// @param streams in ffmpeg's words
  public double packets(Path ffmpeg, String... streams) throws InterruptedException {
    List<String> words = reading();
    words.add(0, "-stats");
    for (String stream : streams) {
      words.addAll(List.of("-map", stream));
    }
    add(words, "-c copy -f null -");
    double seconds = 0;
    for (String line : ToolProcess.run(ffmpeg, words, limit())) {
      Matcher time = TIME.matcher(line);
      while (time.find()) {
        seconds = seconds(time);
      }
    }
    return seconds;
  }

  /// ffmpeg's words for reading the file, up to where nothing is decoded any more.
  public List<String> reading() {
    List<String> words = new ArrayList<>();
    add(words, "-hide_banner -nostdin -loglevel error -y -t " + MOST_SECONDS);
    words.addAll(input(demuxer, file));
    return words;
  }

  /// How long anything with it may take, far beyond the slowest machine: only a hanging process is
  /// stopped by it.
  public Duration limit() {
    return Duration.ofMinutes(2).plusMillis((long) ((seconds > 0 ? seconds : 60) * 30_000));
  }

  /// What ffmpeg's `scale` has to be told of the colours.
  public String colours() {
    boolean hd = size.map(it -> it.height() >= 576).orElse(false);
    // without a word about colours players take large pictures for BT.709, ffmpeg does not
    return !tagged && hd ? ":in_color_matrix=bt709" : "";
  }

  static void add(List<String> words, String more) {
    words.addAll(List.of(more.split(" ", -1)));
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

  private static Size onItsSide(Size size) {
    int across = size.height();
    int down = size.width();
    return new Size(across, down);
  }
}
