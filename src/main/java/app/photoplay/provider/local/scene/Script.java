package app.photoplay.provider.local.scene;

import app.photoplay.provider.text.Storyboard.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A script as films have them: headings that say where and when, what is to be seen, and who says
/// what.
///
/// @param title empty when the script has none
record Script(String title, List<Beat> beats) {
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)^(?:\\d{1,3}[.)]?\\s+)?(int\\.?\\s?/\\s?ext|i/e|int|ext|est)\\b[.:]?\\s+(\\S.{0,120})$");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)^(?:scene|szene|escena|scène|scena|cena)\\s+\\d{1,3}\\b[.:\\s–-]*(.{0,120})$");
  private static final Pattern TITLE =
      Pattern.compile("(?i)^(?:title|titel|título|titre)\\s*:\\s*(.+)$");

  /// What cutters are told.
  private static final Pattern CUTTING =
      Pattern.compile("^(?:FADE|CUT|DISSOLVE|SMASH|MATCH|THE END|END)\\b[A-Z \\t]{0,40}[:.]?$");

  private static final Pattern LINE =
      Pattern.compile(
          "^(\\p{L}[\\p{L}\\p{M}\\p{N}.' -]{0,29}?)\\s*(\\([^()]{0,60}\\))?\\s*[:：]\\s*(\\S.*)$");
  private static final Pattern CUE =
      Pattern.compile("^(\\p{Lu}[\\p{Lu}\\p{M}\\p{N}.' -]{1,29}?)\\s*(\\([^()]{0,60}\\))?$");

  /// The voice of somebody who is not seen.
  private static final Pattern UNSEEN =
      Pattern.compile("(?i)\\b(?:v\\.?\\s?o|o\\.?\\s?s|o\\.?\\s?c|off)\\b");

  private static final Pattern ASIDE = Pattern.compile("\\([^()]{0,120}\\)");

  /// Reads a script, or empty when it is none: no heading, and fewer than two people's lines; one
  /// is enough of somebody who is in the cast.
  static Optional<Script> read(String written, List<Role> cast) {
    Reading reading = new Reading(cast);
    written.lines().map(String::strip).forEach(reading::line);
    reading.endOfBeat();
    boolean script =
        reading.headings > 0
            || ((reading.lines > 1 || reading.known)
                && 2 * reading.lines >= reading.actions + reading.lines);
    return script && !reading.beats.isEmpty()
        ? Optional.of(new Script(reading.title, narrated(reading)))
        : Optional.empty();
  }

  /// Where nobody speaks, a narrator tells what is seen.
  private static List<Beat> narrated(Reading reading) {
    return reading.lines > 0
        ? List.copyOf(reading.beats)
        : reading.beats.stream().map(beat -> beat.saying(beat.picture())).toList();
  }

  /// How far it has been read.
  private static final class Reading {
    private final Map<String, String> cast = new HashMap<>();
    private final List<Beat> beats = new ArrayList<>();
    private String title = "";
    private String place = "";
    private String action = "";
    private String name = "";
    private String words = "";
    private boolean unseen;
    private boolean known;
    private int headings;
    private int lines;
    private int actions;

    Reading(List<Role> roles) {
      roles.forEach(role -> cast.putIfAbsent(role.name().toLowerCase(Locale.ROOT), role.name()));
    }

    void line(String line) {
      Matcher heading = HEADING.matcher(line);
      Matcher numbered = NUMBERED.matcher(line);
      Matcher titled = TITLE.matcher(line);
      if (line.isEmpty() || CUTTING.matcher(line).matches()) {
        endOfSpeech();
      } else if (heading.matches()) {
        boolean inside = heading.group(1).toLowerCase(Locale.ROOT).equals("int");
        begin((inside ? "interior: " : "") + plain(heading.group(2)));
      } else if (numbered.matches()) {
        begin(plain(numbered.group(1)));
      } else if (titled.matches() && beats.isEmpty()) {
        title = titled.group(1);
      } else if (!name.isEmpty()) {
        words = (words + " " + ASIDE.matcher(line).replaceAll(" ")).strip();
      } else {
        unspoken(line);
      }
    }

    private void unspoken(String line) {
      Matcher spoken = LINE.matcher(line);
      Matcher cue = CUE.matcher(line);
      if (spoken.matches()) {
        name = spoken.group(1);
        unseen = isUnseen(spoken.group(2));
        words = spoken.group(3);
        endOfSpeech();
      } else if (cue.matches() && (cast.containsKey(key(cue.group(1))) || headings > 0)) {
        name = cue.group(1);
        unseen = isUnseen(cue.group(2));
      } else {
        actions++;
        action = (action + " " + line).strip();
      }
    }

    private void begin(String where) {
      endOfBeat();
      headings++;
      place = where;
    }

    void endOfBeat() {
      endOfSpeech();
      if (!action.isEmpty() || (headings > 0 && nothingYet())) {
        beats.add(new Beat(place, action, "", "", false));
      }
      action = "";
    }

    private boolean nothingYet() {
      return !place.isEmpty() && (beats.isEmpty() || !beats.getLast().place().equals(place));
    }

    private void endOfSpeech() {
      if (!name.isEmpty() && words.isEmpty()) {
        action = (action + " " + name).strip(); // it was no name, but a shout
      } else if (!name.isEmpty()) {
        String speaker = unseen ? "" : cast.getOrDefault(key(name), "");
        String said = ASIDE.matcher(words).replaceAll(" ").replaceAll("\\s+", " ").strip();
        String by = unseen ? "" : cast.getOrDefault(key(name), capitalised(name));
        String seen = action.isEmpty() ? by : action;
        beats.add(new Beat(place, seen, speaker, said, !unseen));
        known |= !speaker.isEmpty();
        lines++;
        action = "";
      }
      name = "";
      words = "";
    }

    private static boolean isUnseen(@Nullable String aside) {
      return aside != null && UNSEEN.matcher(aside).find();
    }

    /// A name as it is written elsewhere.
    private static String capitalised(String name) {
      return name.equals(name.toUpperCase(Locale.ROOT))
          ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)
          : name;
    }

    private static String key(String name) {
      return name.strip().toLowerCase(Locale.ROOT);
    }

    /// Without capitals where there is nothing else, and with commas.
    private static String plain(String text) {
      String commas =
          text.strip().replaceAll("\\s+[-–—/]+\\s+|\\.\\s+", ", ").replaceAll("[.\\s]+$", "");
      return commas.equals(commas.toUpperCase(Locale.ROOT))
          ? commas.toLowerCase(Locale.ROOT)
          : commas;
    }
  }
}
