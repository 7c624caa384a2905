package app.photoplay.media.caption;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The letters that can be drawn on this machine: those of the font that comes along and of the
/// fonts that are installed. Loads a font when it is first needed and remembers what it did not
/// find. Thread-safe.
public final class Lettering {
  private final Path cache;
  private final InstalledFonts installed;
  private final Map<Wanted, Optional<Font>> found = new ConcurrentHashMap<>();
  private @Nullable Font own;

  /// Letters of this machine.
  ///
  /// @param cache folder for the unpacked font; made when missing
  public Lettering(Path cache) {
    this(cache, InstalledFonts.folders());
  }

  Lettering(Path cache, List<Path> folders) {
    this.cache = cache;
    this.installed = new InstalledFonts(folders);
  }

  /// A piece of text and the font that has all its letters.
  record Run(String text, Font font) {}

  /// @param face which form of ideographs, empty for other scripts
  private record Wanted(int script, String face) {}

  /// The Debian package with the letters that a text needs and no font here has; empty when it can
  /// be drawn. The first call for a script may take a second.
  ///
  /// @param locale of the text: Chinese and Japanese share letters but draw them differently
  public Optional<String> missing(String text, Locale locale) {
    List<String> packages = new ArrayList<>();
    runs(text, locale, packages);
    return packages.stream().findFirst();
  }

  /// The text if it can be drawn here, else the other one.
  public String drawable(String wanted, String otherwise) {
    return missing(wanted, Locale.ROOT).isEmpty() ? wanted : otherwise;
  }

  /// The text in pieces of one font each. Signs that no font has, such as some emoji, are left out,
  /// because an empty box would be shown for them.
  ///
  /// @throws IllegalArgumentException when letters are missing
  List<Run> runs(String text, Locale locale) {
    List<String> packages = new ArrayList<>();
    List<Run> runs = runs(text, locale, packages);
    if (!packages.isEmpty()) {
      throw new IllegalArgumentException("no font for these letters, see " + packages.getFirst());
    }
    return runs;
  }

  private List<Run> runs(String text, Locale locale, List<String> missing) {
    List<Run> runs = new ArrayList<>();
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    Font font = own();
    StringBuilder piece = new StringBuilder();
    int from = clusters.first();
    for (int to = clusters.next(); to != BreakIterator.DONE; from = to, to = clusters.next()) {
      String cluster = shown(text.substring(from, to));
      // Signs between words take the font of the word before them.
      Font next = draws(font, cluster) ? font : font(cluster, locale);
      if (next == null) {
        if (cluster.codePoints().anyMatch(Character::isLetterOrDigit)) {
          missing.add(debianPackage(script(cluster)));
        }
        continue;
      }
      if (!next.equals(font) && !piece.isEmpty()) {
        runs.add(new Run(piece.toString(), font));
        piece.setLength(0);
      }
      font = next;
      piece.append(cluster);
    }
    if (!piece.isEmpty()) {
      runs.add(new Run(piece.toString(), font));
    }
    return runs;
  }

  /// Without what chooses between forms of a sign, for which fonts have no picture.
  private static String shown(String cluster) {
    return cluster.replaceAll("[\uFE00-\uFE0F]", "");
  }

  private static boolean draws(Font font, String cluster) {
    return font.canDisplayUpTo(cluster) < 0;
  }

  private @Nullable Font font(String cluster, Locale locale) {
    if (draws(own(), cluster)) {
      return own();
    }
    int script = script(cluster);
    boolean ideographs = isIdeographic(script);
    Wanted wanted = new Wanted(script, ideographs ? face(locale) : "");
    if (cluster.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return found
          .getOrDefault(wanted, Optional.empty())
          .filter(known -> draws(known, cluster))
          .orElse(null);
    }
    return found
        .computeIfAbsent(wanted, _ -> installed.find(cluster, hints(script, wanted.face())))
        .filter(known -> draws(known, cluster))
        .orElse(null);
  }

  private static List<String> hints(int script, String face) {
    return face.isEmpty() ? List.of(UScript.getName(script)) : List.of("CJK " + face, "CJK");
  }

  private static int script(String cluster) {
    return cluster
        .codePoints()
        .map(UScript::getScript)
        .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
        .findFirst()
        .orElse(UScript.COMMON);
  }

  private static boolean isIdeographic(int script) {
    return switch (script) {
      case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL, UScript.BOPOMOFO ->
          true;
      default -> false;
    };
  }

  private static String face(Locale locale) {
    return switch (locale.getLanguage()) {
      case "ja" -> "JP";
      case "ko" -> "KR";
      default ->
          locale.getScript().equals("Hant") || locale.getCountry().equals("TW") ? "TC" : "SC";
    };
  }

  private static String debianPackage(int script) {
    return isIdeographic(script) ? "fonts-noto-cjk" : "fonts-noto-core";
  }

  private synchronized Font own() {
    if (own == null) {
      try {
        own = OwnFont.in(cache);
      } catch (IOException | FontFormatException e) {
        throw new IllegalStateException("the font that comes along cannot be used", e);
      }
    }
    return own;
  }
}
