package app.photoplay.media.tool;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What programs get to know that this one starts.
@EnabledOnOs(OS.LINUX)
class ToolProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void hearNothingOfOurEnvironmentButWhereThingsAre() throws InterruptedException {
    List<String> environment = ToolProcess.run(Path.of("/usr/bin/env"), List.of(), LIMIT);

    assertThat(environment)
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .isSubsetOf("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE");
    assertThat(environment).anyMatch(line -> line.startsWith("PATH="));
  }

  @Test
  void getNoneOfOurOpenFilesNotEvenTheDatabase() throws Exception {
    Path photo = Files.writeString(folder.resolve("photo"), "private");
    try (Database database = Databases.open(folder.resolve("data"));
        var open = Files.newInputStream(photo)) {
      List<String> files =
          ToolProcess.run(Path.of("/bin/sh"), List.of("-c", "exec ls -l /proc/self/fd"), LIMIT);

      assertThat(database.writable()).isTrue();
      assertThat(open.read()).isPositive();
      assertThat(files).anyMatch(line -> line.contains("pipe:"));
      assertThat(files).noneMatch(line -> line.contains(folder.toString()));
    }
  }
}
