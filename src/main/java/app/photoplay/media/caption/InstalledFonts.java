package app.photoplay.media.caption;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks for a font of this machine that has certain letters. Reads the folders themselves, because
/// the JDK can only list fonts where libfontconfig is installed.
final class InstalledFonts {
  private static final Logger log = LoggerFactory.getLogger(InstalledFonts.class);
  private static final int DEEP = 8;

  private final List<Path> folders;
  private @Nullable List<Path> files;

  InstalledFonts(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /// Where Linux and macOS keep fonts.
  static List<Path> folders() {
    Path home = Path.of(System.getProperty("user.home", ""));
    return Stream.concat(
            Stream.of(
                    "/usr/share/fonts",
                    "/usr/local/share/fonts",
                    "/System/Library/Fonts",
                    "/Library/Fonts")
                .map(Path::of),
            Stream.of(".fonts", ".local/share/fonts", "Library/Fonts").map(home::resolve))
        .toList();
  }

  /// A font that can show all of a text.
  ///
  /// @param hints parts of file or font names that make a font likelier, the best first
  synchronized Optional<Font> find(String text, List<String> hints) {
    return files().stream()
        .sorted(Comparator.comparingInt(file -> rank(file.getFileName().toString(), hints)))
        .flatMap(file -> fonts(file, hints))
        .filter(font -> font.canDisplayUpTo(text) < 0)
        .findFirst();
  }

  private List<Path> files() {
    if (files == null) {
      List<Path> found = new ArrayList<>();
      for (Path folder : folders.stream().filter(Files::isDirectory).toList()) {
        try (Stream<Path> walk = Files.walk(folder, DEEP, FileVisitOption.FOLLOW_LINKS)) {
          walk.filter(InstalledFonts::isFont).sorted().forEach(found::add);
        } catch (IOException | java.io.UncheckedIOException e) {
          log.atDebug().setCause(e).log("a folder for fonts cannot be read: {}", folder);
        }
      }
      files = found;
    }
    return files;
  }

  private static boolean isFont(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
  }

  /// Plain letters without serifs first, and among them those that are named for the script.
  private static int rank(String name, List<String> hints) {
    int rank = hints.stream().anyMatch(name::contains) ? 0 : 8;
    rank += name.contains("Sans") ? 0 : 4;
    rank += name.contains("Regular") || !name.contains("-") ? 0 : 2;
    return rank + (name.contains("Mono") || name.contains("Italic") ? 1 : 0);
  }

  private static Stream<Font> fonts(Path file, List<String> hints) {
    try {
      // A collection holds one font for each language that writes the same letters in its own way.
      return Stream.of(Font.createFonts(file.toFile()))
          .sorted(
              Comparator.comparingInt(font ->
                  hints.stream().anyMatch(font.getFontName(Locale.ROOT)::contains) ? 0 : 1));
    } catch (IOException | FontFormatException | RuntimeException e) {
      return Stream.empty();
    }
  }
}
