package app.photoplay.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What the numbers were measured on.
final class Machine {
  private Machine() {}

  static String describe() throws IOException {
    return String.format(
        Locale.ROOT,
        "%s %s, %d cores (%s), load average %.2f, Java %s, file system %s",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        processor(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version(),
        Files.getFileStore(Folders.home()).type());
  }

  private static String processor() throws IOException {
    Path facts = Path.of("/proc/cpuinfo");
    List<String> lines = Files.isReadable(facts) ? Files.readAllLines(facts) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  /// The processor time of this program and of the children that have ended, in seconds; 0 where
  /// there is no `/proc`.
  static double cpuSeconds() throws IOException {
    Path facts = Path.of("/proc/self/stat");
    if (!Files.isReadable(facts)) {
      return 0;
    }
    String line = Files.readString(facts);
    // the name before the last parenthesis may hold spaces; 100 ticks a second on every Linux
    List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
    long ticks = 0;
    for (String field : fields.subList(11, 15)) {
      ticks += Long.parseLong(field);
    }
    return ticks / 100.0;
  }
}
