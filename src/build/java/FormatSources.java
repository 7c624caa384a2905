import module java.base;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

/// Lays out every Java file below a folder with google-java-format: `FormatSources check|apply DIR`.
///
/// Runs on the JDK that the toolchain selects, whatever JDK started Maven. Files that did not change since they were
/// last found well laid out are remembered by size and time below `target/`, so an unchanged tree costs almost nothing.
void main(String[] args) throws Exception {
  boolean apply = args[0].equals("apply");
  Path root = Path.of(args[1]);
  Path memory = root.resolveSibling("target").resolve("formatted.txt");
  Set<String> known = Files.exists(memory) ? new HashSet<>(Files.readAllLines(memory)) : new HashSet<>();
  Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
  List<Path> files;
  try (Stream<Path> walk = Files.walk(root)) {
    files = walk.filter(file -> file.toString().endsWith(".java") && !file.toString().contains("/src/build/")).sorted().toList();
  }
  List<Path> bad = new ArrayList<>();
  Set<String> good = new TreeSet<>();
  for (Path file : files) {
    String mark = mark(file);
    if (known.contains(mark)) {
      good.add(mark);
      continue;
    }
    String source = Files.readString(file);
    String formatted = formatter.formatSource(ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE));
    if (!formatted.equals(source)) {
      if (!apply) {
        bad.add(file);
        continue;
      }
      Files.writeString(file, formatted);
    }
    good.add(mark(file));
  }
  Files.createDirectories(memory.getParent());
  Files.write(memory, good);
  if (!bad.isEmpty()) {
    bad.forEach(file -> System.err.println("badly laid out: " + root.getParent().relativize(file)));
    System.err.println("mend with: mvn process-sources -Dformat=apply");
    System.exit(1);
  }
}

String mark(Path file) throws IOException {
  return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
}
