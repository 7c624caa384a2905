package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as people run it, with its real voice, renderer and client, killed and stopped.
final class KilledProcessTest {
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final Predicate<ShownMessage> VIDEO = message -> message.video().isPresent();

  /// Long enough that its render is seen to go on, also on a fast machine.
  private static final String LONG_WORDS =
      "I shall be stopped in the middle of this, and nobody will notice. ".repeat(4).strip();

  /// 1 cent for a second of speech, 5 for one of video.
  private static final String CONFIG =
      """
      web: {port: 0}
      renderer: {default-quality: economy}
      prices: {local: {speech: 0.01 USD, talk-economy: 0.05 USD}}
      """;

  @TempDir private Path folder;
  private FakeTelegram telegram;
  private TelegramPerson person;
  private Path photo;
  private @Nullable Process bot;

  @BeforeEach
  void prepares() throws IOException {
    telegram = FakeTelegram.start();
    person = telegram.person(4711);
    photo = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    Files.writeString(folder.resolve("config.yaml"), CONFIG);
  }

  @AfterEach
  void leavesNothingBehind() {
    if (bot != null) {
      bot.destroyForcibly();
    }
    telegram.close();
  }

  @Test
  void deliversOnceAfterAKillWhileItRenders() throws Exception {
    bot = start();
    person.sendsPhoto(photo, LONG_WORDS);
    person.awaits("progress of the render", KilledProcessTest::rendering, LONG);

    kill(bot);
    bot = start();
    person.awaits("video", VIDEO, LONG);

    assertThat(exitCodeOfAStop(bot)).isZero();
    assertOneVideo();
  }

  @Test
  void deliversOnceAfterAKillWhileItUploads() throws Exception {
    telegram.next("editMessageMedia", TelegramReply.doesItAndHangs());
    bot = start();
    person.sendsPhoto(photo, LONG_WORDS);
    person.awaits("video whose upload is not answered", VIDEO, LONG);

    kill(bot);
    bot = start();
    telegram.awaitCalls("editMessageMedia", 2);
    assertThat(exitCodeOfAStop(bot)).isZero();

    assertOneVideo();
  }

  @Test
  void endsWithCodeZeroWhileItRendersAndGoesOnAfterTheNextStart() throws Exception {
    bot = start();
    person.sendsPhoto(photo, LONG_WORDS);
    person.awaits("progress of the render", KilledProcessTest::rendering, LONG);

    assertThat(exitCodeOfAStop(bot)).isZero();
    bot = start();
    person.awaits("video", VIDEO, LONG);

    assertThat(exitCodeOfAStop(bot)).isZero();
    assertOneVideo();
  }

  /// 130 is what the shell expects of a program that Ctrl-C ended.
  @Test
  void ctrlCCancelsWhatACommandWasMaking() throws Exception {
    Path photo = folder.resolve("photo.jpg");
    Path video = folder.resolve("video.mp4");
    Process talk =
        program(
            "talk", "--photo", photo.toString(), "--say", LONG_WORDS, "--out", video.toString());
    bot = talk;
    awaitOutput("Bringing the photo to life");

    new ProcessBuilder("kill", "-INT", String.valueOf(talk.pid())).start().waitFor();
    assertThat(talk.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(talk.exitValue()).isEqualTo(130);
    assertThat(folder.resolve("output.txt")).content().contains("Cancelled");
    assertThat(video).doesNotExist();
    try (Aftermath disk = Aftermath.of(folder.resolve("data"))) {
      assertThat(disk.complaints()).isEmpty();
    }
  }

  private void awaitOutput(String words) throws Exception {
    Path output = folder.resolve("output.txt");
    long end = System.nanoTime() + LONG.toNanos();
    while (!Files.exists(output) || !Files.readString(output).contains(words)) {
      assertThat(System.nanoTime()).as("the program says " + words).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private void assertOneVideo() {
    assertThat(person.sees()).filteredOn(VIDEO).hasSize(1);
    assertThat(telegram.history())
        .filteredOn(VIDEO.and(ShownMessage::fromBot))
        .extracting(ShownMessage::id)
        .containsOnly(person.sees().stream().filter(VIDEO).findFirst().orElseThrow().id());
    try (Aftermath disk = Aftermath.of(folder.resolve("data"))) {
      assertThat(disk.complaints()).isEmpty();
      assertThat(disk.chargedMicroUsd()).isPositive();
    }
  }

  /// No ffmpeg on its PATH, as with most people.
  private Process start() throws IOException, InterruptedException {
    int before = telegram.calls("getMe").size();
    Process started = program("serve");
    telegram.awaitCalls("getMe", before + 1);
    return started;
  }

  private Process program(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "app.photoplay.Main"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of("--config", folder.resolve("config.yaml").toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PATH", folder.toString());
    builder.environment().put("TELEGRAM_BOT_TOKEN", telegram.token());
    builder.environment().put("TELEGRAM_API_URL", telegram.uri().toString());
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.txt").toFile()));
    return builder.start();
  }

  private static boolean rendering(ShownMessage message) {
    return message.text().contains("Bringing the photo to life");
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  private static int exitCodeOfAStop(Process process) throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends within 20 seconds").isTrue();
    return process.exitValue();
  }
}
