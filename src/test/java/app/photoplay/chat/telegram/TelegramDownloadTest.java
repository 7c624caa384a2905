package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.Download;
import app.photoplay.chat.message.Attachment;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.TelegramReply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelegramDownloadTest {

  private static final long LIMIT = 20_000_000;

  @TempDir Path folder;

  private final FakeTelegram telegram = FakeTelegram.start();
  private final TelegramChat chat = Bots.at(telegram);
  private final Inbox inbox = new Inbox();

  @BeforeEach
  void start() {
    chat.start(inbox, List.of());
  }

  @AfterEach
  void close() {
    chat.close();
    telegram.close();
  }

  @Test
  void fetchesExactlyTheBytesThatWereSent() throws Exception {
    Path photo = Bots.jpeg(folder, "a.jpg", 640, 480);
    Attachment attachment = sent(photo);
    Path target = folder.resolve("target");

    assertThat(chat.download(attachment, target, LIMIT)).isEqualTo(new Download.Fetched(target));
    assertThat(Files.mismatch(photo, target)).isEqualTo(-1);
  }

  @Test
  void refusesByTheStatedSizeWithoutAskingForTheFile() throws Exception {
    Attachment attachment = sent(Bots.hollow(folder, "large.jpg", 25_000_000));

    Download download = chat.download(attachment, folder.resolve("target"), 30_000_000);

    assertThat(download).isEqualTo(new Download.TooLarge(20L * 1024 * 1024));
    assertThat(telegram.calls("getFile")).isEmpty();
  }

  @Test
  void refusesWhenOnlyTelegramKnowsTheSize() throws Exception {
    Attachment silent = silent(sent(Bots.hollow(folder, "large.jpg", 25_000_000)));

    assertThat(chat.download(silent, folder.resolve("target"), LIMIT))
        .isInstanceOf(Download.TooLarge.class);
  }

  @Test
  void stopsReadingAtTheLimit() throws Exception {
    Path small = Bots.jpeg(folder, "a.jpg", 64, 64);
    Attachment silent = silent(sent(small));
    telegram.next(
        "getFile",
        new TelegramReply.Answer(
            200,
            "application/json",
            "{\"ok\":true,\"result\":{\"file_id\":\"x\",\"file_unique_id\":\"y\","
                + "\"file_path\":\"photos/file_1.jpg\"}}"));
    Path target = folder.resolve("target");

    Download download = chat.download(silent, target, 100);

    assertThat(download).isEqualTo(new Download.TooLarge(100));
    assertThat(target).doesNotExist();
  }

  @Test
  void tellsThatTheServerStumblesAndLeavesNothingBehind() throws Exception {
    Attachment attachment = sent(Bots.jpeg(folder, "a.jpg", 640, 480));
    Path target = folder.resolve("target");
    telegram.next("getFile", TelegramReply.badGateway());
    telegram.next("file", TelegramReply.cutsTheConnection(), TelegramReply.badGateway());

    for (int tries = 0; tries < 3; tries++) {
      assertThat(chat.download(attachment, target, LIMIT)).isInstanceOf(Download.Unreachable.class);
      assertThat(target).doesNotExist();
    }
    assertThat(chat.download(attachment, target, LIMIT)).isEqualTo(new Download.Fetched(target));
  }

  @Test
  void takesAFileForGoneThatTelegramDoesNotFindAFewTimes() throws Exception {
    Attachment attachment = sent(Bots.jpeg(folder, "a.jpg", 640, 480));
    Path target = folder.resolve("target");
    var unknown =
        TelegramReply.error(
            400, "Bad Request: wrong file_id or the file is temporarily unavailable");

    telegram.next("getFile", unknown);
    assertThat(chat.download(attachment, target, LIMIT)).isEqualTo(new Download.Fetched(target));
    telegram.next("getFile", unknown, unknown, unknown);
    assertThat(chat.download(attachment, target, LIMIT)).isEqualTo(new Download.Expired());
  }

  @Test
  void doesNotTakeAnErrorPageForTheFile() throws Exception {
    Attachment attachment = sent(Bots.jpeg(folder, "a.jpg", 640, 480));
    Path target = folder.resolve("target");
    telegram.next("file", TelegramReply.error(404, "Not Found"));

    assertThat(chat.download(attachment, target, LIMIT)).isEqualTo(new Download.Expired());
    assertThat(target).doesNotExist();
  }

  @Test
  void tellsThatAFileIsGone() throws Exception {
    Attachment attachment = sent(Bots.jpeg(folder, "a.jpg", 640, 480));
    telegram.next("getFile", TelegramReply.error(400, "Bad Request: invalid file_id"));

    assertThat(chat.download(attachment, folder.resolve("target"), LIMIT))
        .isEqualTo(new Download.Expired());
  }

  private Attachment sent(Path photo) throws InterruptedException {
    telegram.person(7).sendsPhoto(photo, "");
    return inbox.message().attachments().getFirst();
  }

  /// As from a platform that states no size.
  private static Attachment silent(Attachment known) {
    return new Attachment(known.kind(), known.file(), known.name(), known.mediaType(), -1);
  }
}
