package app.photoplay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script that starts the program, with a Maven and a Java that only note that they ran.
class LauncherTest {
  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      echo built >> "$BUILDS"
      [[ -z ${BREAKS:-} ]] || { echo '[ERROR] a semicolon is missing'; exit 1; }
      echo 'Downloading from central: https://repo.example.org/a.jar'
      sleep 0.7
      echo '[INFO] --- compiler:3.15.0:compile (default-compile) @ photoplay ---'
      sleep 0.7
      mkdir -p target/lib && echo jar > target/photoplay.jar
      """;

  @TempDir Path folder;
  private Path home;
  private Path builds;

  @BeforeEach
  void makeAFolderOfSources() throws Exception {
    home = Files.createDirectories(folder.resolve("first"));
    builds = folder.resolve("builds");
    Files.copy(Path.of("photoplay"), home.resolve("photoplay"));
    write(home.resolve("pom.xml"), "<project/>");
    write(home.resolve("src/main/One.java"), "class One {}");
    write(home.resolve("src/build/Two.java"), "class Two {}");
    script(folder.resolve("bin/mvn"), MAVEN);
    script(folder.resolve("jdk/bin/java"), "#!/usr/bin/env bash\necho started\n");
    script(folder.resolve("jdk/bin/javac"), "#!/usr/bin/env bash\n");
    write(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
  }

  @Test
  void theFirstBuildSaysWhatItIsDoing() throws Exception {
    String said = start(home, "");

    assertThat(said)
        .contains("Building Photoplay", "fetching libraries", "compiling", "started")
        .doesNotContain("[INFO]", "Downloading");
    assertThat(built()).isEqualTo(1);
  }

  @Test
  void theSecondStartBuildsNothing() throws Exception {
    start(home, "");

    assertThat(start(home, "")).contains("started").doesNotContain("Building");
    assertThat(built()).isEqualTo(1);
  }

  @Test
  void aFolderThatWasMovedOrCopiedBuildsNothing() throws Exception {
    start(home, "");
    Path moved = Files.move(home, folder.resolve("second"));
    Instant later = Instant.now().plus(Duration.ofMinutes(5));
    try (Stream<Path> all = Files.walk(moved)) {
      for (Path file : all.toList()) {
        // as a copy has it: all is of today, and the sources came last
        Files.setLastModifiedTime(
            file, FileTime.from(file.startsWith(moved.resolve("target")) ? Instant.now() : later));
      }
    }

    assertThat(start(moved, "")).contains("started").doesNotContain("Building");
    assertThat(built()).isEqualTo(1);
  }

  @Test
  void changedSourcesAreBuilt() throws Exception {
    start(home, "");
    Path source = home.resolve("src/main/One.java");
    write(source, "class One { int more; }");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofMinutes(5))));

    assertThat(start(home, "")).contains("Building", "started");
    assertThat(built()).isEqualTo(2);
  }

  @Test
  void aBuildThatFailsSaysWhy() throws Exception {
    assertThat(start(home, "yes"))
        .contains("[ERROR] a semicolon is missing", "could not be built")
        .doesNotContain("started");
  }

  private String start(Path where, String breaks) throws Exception {
    ProcessBuilder launcher =
        new ProcessBuilder(List.of("bash", where.resolve("photoplay").toString(), "doctor"))
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(folder.resolve("jdk/release").toFile()));
    launcher.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    launcher
        .environment()
        .merge("PATH", "/usr/bin", (path, _) -> folder.resolve("bin") + ":" + path);
    launcher.environment().put("BUILDS", builds.toString());
    launcher.environment().put("BREAKS", breaks);
    Process running = launcher.start();
    String said = new String(running.getInputStream().readAllBytes(), UTF_8);
    assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  private int built() throws IOException {
    return Files.readAllLines(builds).size();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void script(Path file, String text) throws IOException {
    write(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
