package app.photoplay.media.caption;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;

/// DejaVu Sans, which comes along: Latin, Greek, Cyrillic, Arabic, Hebrew and more.
///
/// On a bare Linux without libfontconfig the JDK knows no font at all and then draws not even those
/// that are given to it. It is content with a file that names one, so the font is unpacked and such
/// a file written beside it. That must happen before anything else in the process touches fonts.
final class OwnFont {
  private static final String RESOURCE = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";
  private static final String FAMILY = "DejaVu Sans";
  private static final String CONFIGURATION = "sun.awt.fontconfig";

  private OwnFont() {}

  /// The font. Several processes may unpack it at once.
  static synchronized Font in(Path folder) throws IOException, FontFormatException {
    Files.createDirectories(folder);
    Path file = folder.resolve("DejaVuSans-2.37.ttf").toAbsolutePath();
    if (!Files.exists(file)) {
      try (InputStream in = OwnFont.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IOException("the font is missing in the program");
        }
        replace(file, in::transferTo);
      }
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("linux") && System.getProperty(CONFIGURATION) == null) {
      Path configuration = folder.resolve("fontconfig.properties").toAbsolutePath();
      replace(configuration, out -> configuration(file).store(out, null));
      System.setProperty(CONFIGURATION, configuration.toString());
    }
    return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
  }

  /// All logical fonts are this one. Source: "Font Configuration Files" in the Java SE
  /// internationalization guide.
  private static Properties configuration(Path font) {
    Properties properties = new Properties();
    properties.setProperty("version", "1");
    properties.setProperty("sequence.allfonts", "default");
    properties.setProperty("filename." + FAMILY.replace(' ', '_'), font.toString());
    for (String name : new String[] {"serif", "sansserif", "monospaced", "dialog", "dialoginput"}) {
      for (String style : new String[] {"plain", "bold", "italic", "bolditalic"}) {
        properties.setProperty(name + "." + style + ".default", FAMILY);
      }
    }
    return properties;
  }

  private static void replace(Path target, Content content) throws IOException {
    Path fresh = Files.createTempFile(target.getParent(), "font", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(fresh)) {
        content.write(out);
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }
}
