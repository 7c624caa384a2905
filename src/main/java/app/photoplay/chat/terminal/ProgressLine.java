package app.photoplay.chat.terminal;

import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Shows how far the work is: on a terminal one line that is drawn over itself, elsewhere a line of
/// text for each tenth and for each new thing to say. Not thread-safe.
final class ProgressLine {
  private static final int BAR = 24;
  private static final int WIDTH = 79;
  private static final String ERASE = "\r\u001b[K";

  private static final Pattern PERCENTAGE = Pattern.compile("[\\s\\h]*\\d{1,3}[\\s\\h]*%$");

  private final PrintStream out;
  private final boolean live;
  private boolean drawn;
  private String lastWords = "";
  private int lastTenth = -1;

  ProgressLine(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  void show(String text, OptionalDouble fraction) {
    String words = text.lines().findFirst().orElse("").strip();
    if (fraction.isPresent()) {
      words = PERCENTAGE.matcher(words).replaceFirst(""); // the bar has it
    }
    if (live) {
      String line = fraction.isPresent() ? bar(fraction.getAsDouble()) + " " + words : words;
      out.print(ERASE + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
      out.flush();
      drawn = true;
      return;
    }
    // Numbers count up within the same words; the tenths tell that already.
    String plain = words.replaceAll("[0-9]+", "");
    int tenth = fraction.isPresent() ? (int) (fraction.getAsDouble() * 10) : -1;
    if (!plain.equals(lastWords) || tenth > lastTenth) {
      out.println(fraction.isPresent() ? percent(fraction.getAsDouble()) + " " + words : words);
      lastWords = plain;
      lastTenth = Math.max(tenth, lastTenth);
    }
  }

  /// Removes the line, so that something else can be written.
  void clear() {
    if (drawn) {
      out.print(ERASE);
      out.flush();
      drawn = false;
    }
  }

  private static String bar(double fraction) {
    int full = (int) (Math.clamp(fraction, 0, 1) * BAR);
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + percent(fraction);
  }

  private static String percent(double fraction) {
    return "%3d %%".formatted((int) (Math.clamp(fraction, 0, 1) * 100));
  }
}
