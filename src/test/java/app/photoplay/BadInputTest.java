package app.photoplay;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.Adapters;
import app.photoplay.assembly.Bot;
import app.photoplay.assembly.PortDecorator;
import app.photoplay.assembly.StorageLayout;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What people send by mistake or in bad faith, through the whole bot with its real voice and eyes:
/// each gets one clear sentence, and nothing of it stays.
class BadInputTest {
  private static final long TOO_MANY_BYTES = 25L << 20;
  private static final int FASTER = 20;

  @TempDir static Path folder;
  private static FakeTelegram telegram;
  private static Database database;
  private static ScriptedRenderer renderer;
  private static Bot bot;
  private static long people = 100;

  @BeforeAll
  static void open() {
    Path data = folder.resolve("data");
    Path work = data.resolve("files").resolve("scratch");
    telegram = FakeTelegram.start().faster(FASTER);
    database = Databases.open(data);
    renderer = new ScriptedRenderer(work);
    LocalArtifactStore files =
        new LocalArtifactStore(data.resolve("files"), InstantSource.system());
    bot =
        new Bot(
            TestBot.settings(data, TestBot.FREE),
            new Adapters(
                List.of(Bots.fasterAt(telegram, FASTER)),
                new Pictures(),
                new LocalSpeechModel(work),
                List.of(renderer.talking()),
                List.of(renderer.filming()),
                InstantSource.system(),
                PortDecorator.NOTHING),
            database,
            StorageLayout.Stores.local(files, data));
    bot.start();
  }

  @AfterAll
  static void close() throws Exception {
    bot.stop(Duration.ofSeconds(4));
    database.close();
    telegram.close();
  }

  static Stream<Arguments> photos() {
    byte[] text = "Dear diary, this is no picture.".getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("a text", text, "That file is not a picture I can read."),
        Arguments.of("nothing", new byte[0], "That file is empty."),
        Arguments.of(
            "half a JPEG",
            PhotoFiles.truncatedJpeg(),
            "That picture is damaged and can’t be read to its end."),
        Arguments.of(
            "a decompression bomb",
            PhotoFiles.pngThatClaims(30_000, 30_000),
            "That picture has too many pixels"),
        Arguments.of(
            "an animated GIF", PhotoFiles.animatedGif(), "That picture moves. Please send a still"),
        Arguments.of("an animated WebP", PhotoFiles.named("animated.webp"), "That picture moves."),
        Arguments.of(
            "a dot",
            PhotoFiles.encoded(PhotoFiles.corners(8, 8), "png"),
            "That picture is too small"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("photos")
  void refusesAFileThatIsNoUsablePhoto(String what, byte[] bytes, String sentence)
      throws Exception {
    TelegramPerson person = telegram.person(++people);

    person.sendsFile(file(bytes), "photo.jpg", "image/jpeg", "Hello");

    assertThat(onlyAnswer(person).text()).startsWith(sentence);
  }

  @ParameterizedTest(name = "{0} as a photo")
  @MethodSource("photos")
  void refusesTheSameWithoutACaption(String what, byte[] bytes, String sentence) throws Exception {
    TelegramPerson person = telegram.person(++people);

    person.sendsPhoto(file(bytes), "");

    assertThat(onlyAnswer(person).text()).startsWith(sentence);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void refusesAFileThatIsTooLargeWithoutFetchingIt(String name, String sentence) throws Exception {
    TelegramPerson person = telegram.person(++people);
    int fetched = telegram.calls("file").size();
    Path large = folder.resolve(name);
    try (var out = Files.newByteChannel(large, CREATE_NEW, WRITE)) {
      out.position(TOO_MANY_BYTES - 1).write(ByteBuffer.wrap(new byte[1]));
    }

    person.sendsFile(large, name, "image/png", "Hello");

    assertThat(onlyAnswer(person).text()).startsWith(sentence);
    assertThat(telegram.calls("file")).hasSize(fetched);
  }

  static Stream<Arguments> large() {
    return Stream.of(Arguments.of("large.png", "That file is over 20 MB."));
  }

  static Stream<Arguments> scripts() {
    return Stream.of(
        Arguments.of("emoji", "😀🎉👍", "There is nothing to say in that"),
        Arguments.of("signs", "... !!! ???", "There is nothing to say in that"),
        Arguments.of("Hebrew", "שלום עולם", "I don’t speak that language yet."),
        Arguments.of(
            "a word of Chinese",
            "Hello 你好 my friend",
            "My voice (Sally, English (US)) can’t say “你好”. Please leave that out"),
        Arguments.of(
            "4,000 characters",
            "Once upon a time there was a photo. ".repeat(112).strip(),
            "That would take about 2"),
        Arguments.of(
            "70 seconds",
            "one two three four five ".repeat(65).strip(),
            "That would take about 7"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void refusesWordsThatCannotBeSpokenAndKeepsThePhoto(String what, String words, String sentence)
      throws Exception {
    TelegramPerson person = telegram.person(++people);
    person.sendsPhoto(file(PhotoFiles.portrait()), "");
    person.awaits("question", message -> message.text().startsWith("What should"));

    var sent = person.sends(words);
    ShownMessage answer =
        person.awaits(
            "answer", m -> m.replyTo().isPresent() && m.replyTo().getAsInt() == sent.message());
    person.sends("Better words");
    ShownMessage made = person.awaits("video", message -> message.video().isPresent());

    assertThat(answer.text()).startsWith(sentence).doesNotContain("{");
    assertThat(made.video()).isPresent();
  }

  private static Path file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "sent", ".jpg"), bytes);
  }

  /// The one thing the bot said; nothing was made and nothing is left over.
  private static ShownMessage onlyAnswer(TelegramPerson person) throws Exception {
    int rendered = renderer.rendered();
    ShownMessage answer = person.awaits("answer", _ -> true);
    assertThat(person.sees().stream().filter(ShownMessage::fromBot)).hasSize(1);
    assertThat(answer.replyTo()).isPresent();
    assertThat(answer.labels()).isEmpty();
    assertThat(answer.text().lines()).hasSize(1);
    assertThat(renderer.rendered()).isEqualTo(rendered);
    try (var left = Files.list(folder.resolve("data").resolve("files").resolve("scratch"))) {
      assertThat(left.filter(file -> file.toString().endsWith(".photo"))).isEmpty();
    }
    return answer;
  }
}
