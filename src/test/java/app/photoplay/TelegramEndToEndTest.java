package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.assembly.Adapters;
import app.photoplay.assembly.Bot;
import app.photoplay.assembly.PortDecorator;
import app.photoplay.assembly.StorageLayout;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.media.Quality;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.Prober;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.local.LocalTalkingModel;
import app.photoplay.provider.local.scene.LocalVideoModel;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a message in Telegram to a video that speaks, with nothing scripted: the real client, bot,
/// voice and renderer, and the ffmpeg that the program carries.
class TelegramEndToEndTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir static Path folder;
  private static FakeTelegram telegram;
  private static Database database;
  private static Bot bot;
  private static Ffmpeg ffmpeg;

  @BeforeAll
  static void open() {
    Path data = folder.resolve("data");
    Path work = data.resolve("files").resolve("scratch");
    telegram = FakeTelegram.start();
    database = Databases.open(data);
    ffmpeg = new Ffmpeg(null, "", data.resolve("cache"));
    LocalArtifactStore files =
        new LocalArtifactStore(data.resolve("files"), InstantSource.system());
    bot =
        new Bot(
            TestBot.settings(data, TestBot.FREE, Quality.ECONOMY, TestBot.CAPS),
            new Adapters(
                List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
                new Pictures(),
                new LocalSpeechModel(work),
                List.of(
                    new LocalTalkingModel(
                        ffmpeg, new Pictures(), new FaceFinder(), new Lettering(work), work, 2)),
                List.of(new LocalVideoModel(ffmpeg, new Pictures(), new FaceFinder(), work, 2)),
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

  private static Path photo(byte[] bytes) throws Exception {
    return Files.write(Files.createTempFile(folder, "photo", ".jpg"), bytes);
  }

  private static ShownMessage video(TelegramPerson person) throws Exception {
    return person.awaits("video", message -> message.video().isPresent(), PATIENCE);
  }

  @Test
  void turnsTheProgressCardIntoAVideoThatSpeaks() throws Exception {
    TelegramPerson ann = telegram.person(7);

    var sent = ann.sendsPhoto(photo(PhotoFiles.portrait()), "Hello, I am a photo.");
    ShownMessage card = ann.awaits("card", ShownMessage::silent);
    ShownMessage result = video(ann);
    Prober.Facts facts = new Prober(ffmpeg).probe(result.video().orElseThrow().file());

    assertThat(result.id()).isEqualTo(card.id());
    assertThat(result.replyTo()).hasValue(sent.message());
    assertThat(result.video().get().width()).isEqualTo(facts.size().width());
    assertThat(result.video().get().height()).isEqualTo(facts.size().height());
    assertThat(result.video().get().seconds())
        .isCloseTo((int) facts.picture().toSeconds(), within(1));
    assertThat(result.video().get().streaming()).isTrue();
    assertThat(result.video().get().cover()).isTrue();
    assertThat(result.video().get().thumbnail()).isTrue();
    assertThat(facts.size().width()).isEqualTo(facts.size().height());
    assertThat(facts.framesPerSecond()).isEqualTo(24);
    assertThat(facts.picture()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  @Test
  void turnsAPhotoUprightThatWasSentAsAFile() throws Exception {
    TelegramPerson ben = telegram.person(8);
    Path turned = photo(PhotoFiles.withOrientation(TurnedPhoto.lying(PhotoFiles.portrait()), 6));

    ben.sendsFile(turned, "IMG_2.JPG", "image/jpeg", "Up again.");
    ShownMessage result = video(ben);

    // the face is found only when it stands upright
    assertThat(result.text()).startsWith("Made by AI with Photoplay");
  }

  @Test
  void narratesASlowZoomOverAPhotoWithoutAFace() throws Exception {
    TelegramPerson cat = telegram.person(9);

    cat.sendsPhoto(photo(PhotoFiles.named("cat.jpg")), "A cat.");
    ShownMessage refusal = cat.awaits("offer", message -> !message.labels().isEmpty());
    cat.presses(refusal, "Make the slow zoom");
    ShownMessage result = video(cat);
    Prober.Facts facts = new Prober(ffmpeg).probe(result.video().orElseThrow().file());

    assertThat(refusal.text()).startsWith("I can’t find a face in this photo");
    assertThat(facts.size().width()).isGreaterThan(facts.size().height());
    assertThat(facts.picture()).isBetween(Duration.ofMillis(500), Duration.ofMillis(3001));
  }
}
