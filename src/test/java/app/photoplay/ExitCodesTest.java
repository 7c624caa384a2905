package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a program that could not start answers: 2 when a person can mend it, 1 when it is our
/// fault, and never 0.
class ExitCodesTest {
  @TempDir private Path folder;

  @Test
  void anotherProgramHasThePort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      config("web: {port: " + taken.getLocalPort() + "}");

      assertThat(ends()).isEqualTo(2);
      assertThat(output()).contains("Another program is using 127.0.0.1:" + taken.getLocalPort());
    }
  }

  @Test
  void theHostIsNotOfThisMachine() throws Exception {
    config("web: {port: 0, host: 192.0.2.1}");

    assertThat(ends()).isEqualTo(2);
    assertThat(output()).contains("web.host: 192.0.2.1 is no address of this machine.");
  }

  @Test
  void theHostHasNoAddress() throws Exception {
    config("web: {port: 0, host: nowhere.invalid}");

    assertThat(ends()).isEqualTo(2);
    assertThat(output()).contains("web.host: nowhere.invalid is no address of this machine.");
  }

  @Test
  void theSettingsAreWrong() throws Exception {
    config("web: {prot: 0}");

    assertThat(ends()).isEqualTo(2);
    assertThat(output()).contains("did you mean");
  }

  @Test
  void anotherProgramUsesTheDataFolder() throws Exception {
    config("web: {port: 0}");
    try (Database _ = Databases.open(folder.resolve("data"))) {
      assertThat(ends()).isEqualTo(2);
      assertThat(output()).contains("Another Photoplay is using the data folder");
    }
  }

  @Test
  void theDataFolderIsAFile() throws Exception {
    config("web: {port: 0}");
    Files.writeString(folder.resolve("data"), "a file");

    assertThat(ends()).isEqualTo(2);
    assertThat(output()).contains("cannot be used");
  }

  @Test
  void theFolderOfFilesIsAFile() throws Exception {
    config("web: {port: 0}");
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/files"), "a file");

    assertThat(ends()).isEqualTo(2);
    assertThat(output()).contains("cannot be used");
  }

  @Test
  void thereIsNotEnoughMemoryToStart() throws Exception {
    config("web: {port: 0}");

    assertThat(ends("-Xmx10m", "-XX:+UseSerialGC")).isEqualTo(1);
    assertThat(output()).contains("OutOfMemoryError");
  }

  private void config(String text) throws IOException {
    Files.writeString(folder.resolve("config.yaml"), text);
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"));
  }

  private int ends(String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(Arrays.asList(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "app.photoplay.Main"));
    command.addAll(List.of("serve", "--data", folder.resolve("data").toString()));
    command.addAll(List.of("--config", folder.resolve("config.yaml").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("WEB_ACCESS_TOKEN", "a long enough secret");
    builder.environment().remove("TELEGRAM_BOT_TOKEN");
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("output.txt").toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
