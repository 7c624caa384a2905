package app.photoplay.media.caption;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Writes captions as text for a file of UTF-8.
public final class SubtitleFile {
  private SubtitleFile() {}

  /// SubRip: number, times with a comma, lines, an empty line; each line ends with CR LF, as the
  /// program SubRip writes them. There is no standard and no way to escape its few tags.
  ///
  /// Source: Library of Congress, format description fdd000569.
  public static String srt(List<Cue> cues) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      text.append(i + 1).append("\r\n");
      text.append(times(cue, ',')).append("\r\n");
      cue.lines().forEach(line -> text.append(line).append("\r\n"));
      text.append("\r\n");
    }
    return text.toString();
  }

  /// WebVTT. The direction of each line follows from its letters.
  ///
  /// Source: W3C, WebVTT: The Web Video Text Tracks Format, section 4.
  public static String vtt(List<Cue> cues) {
    return cues.stream()
        .map(cue ->
            times(cue, '.')
                + "\n"
                + cue.lines().stream().map(SubtitleFile::escaped).collect(Collectors.joining("\n"))
                + "\n")
        .collect(Collectors.joining("\n", cues.isEmpty() ? "WEBVTT\n" : "WEBVTT\n\n", ""));
  }

  private static String escaped(String line) {
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String times(Cue cue, char point) {
    return time(cue.start(), point) + " --> " + time(cue.end(), point);
  }

  private static String time(Duration at, char point) {
    return String.format(
        java.util.Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        at.toHours(),
        at.toMinutesPart(),
        at.toSecondsPart(),
        point,
        at.toMillisPart());
  }
}
