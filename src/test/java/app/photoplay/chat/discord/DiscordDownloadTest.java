package app.photoplay.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.Download;
import app.photoplay.chat.message.Attachment;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.discord.DiscordFile;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.DiscordReply;
import app.photoplay.testkit.discord.FakeDiscord;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordDownloadTest {
  private static final String FILES = "GET /attachments/**";
  private static final long ENOUGH = 20 << 20;

  @TempDir Path folder;
  private final FakeDiscord discord = FakeDiscord.start().withoutRates().patient(Bots.PATIENCE);
  private final DiscordPerson ann = discord.person(7_000_000_000_000_000_001L);
  private final Inbox inbox = new Inbox();
  private final DiscordChat chat = Bots.at(discord);
  private Path target;
  private DiscordMessage message;
  private Attachment photo;

  @BeforeEach
  void open() throws Exception {
    target = folder.resolve("target");
    chat.start(inbox, Bots.COMMANDS);
    discord.gateway().awaitConnections(1);
    message = ann.dm("", DiscordFile.of(Bots.photo(folder)));
    photo = inbox.message().attachments().getFirst();
  }

  @AfterEach
  void close() {
    chat.close();
    discord.close();
  }

  private Download fetch() throws Exception {
    return chat.download(photo, target, ENOUGH);
  }

  private Attachment at(String address) {
    return new Attachment(photo.kind(), address, photo.name(), photo.mediaType(), photo.bytes());
  }

  @Test
  void fetchesWhatWasSent() throws Exception {
    assertThat(fetch()).isEqualTo(new Download.Fetched(target));
    assertThat(target).hasSameBinaryContentAs(folder.resolve("me.jpg"));
  }

  @Test
  void doesNotEvenBeginWhatSaysThatItIsTooLarge() throws Exception {
    assertThat(chat.download(photo, target, photo.bytes() - 1))
        .isEqualTo(new Download.TooLarge(photo.bytes() - 1));
    assertThat(discord.calls(FILES)).isEmpty();
  }

  @Test
  void stopsWhatIsLargerThanItSaid() throws Exception {
    Attachment small =
        new Attachment(photo.kind(), photo.file(), photo.name(), photo.mediaType(), 10);

    assertThat(chat.download(small, target, 1000)).isEqualTo(new Download.TooLarge(1000));
    assertThat(target).doesNotExist();
  }

  @Test
  void knowsAnAddressThatHasRunOut() throws Exception {
    discord.advance(Duration.ofHours(25));

    assertThat(fetch()).isInstanceOf(Download.Expired.class);
  }

  @Test
  void knowsAFileThatIsGone() throws Exception {
    discord.forgetsFile(message.file().id());

    assertThat(fetch()).isInstanceOf(Download.Expired.class);
  }

  @Test
  void followsNoAddressToAnotherPlace() throws Exception {
    URI elsewhere = discord.apiUrl().resolve("/api/v10/users/@me");
    discord.next(FILES, DiscordReply.redirect(elsewhere));

    assertThat(fetch()).isInstanceOf(Download.Expired.class);
    assertThat(target).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "https://example.org/me.jpg",
        "http://cdn.discordapp.com/me.jpg",
        "https://cdn.discordapp.com@example.org/me.jpg",
        "file:///etc/passwd",
        "no address at all",
        ""
      })
  void fetchesFromDiscordAlone(String address) throws Exception {
    assertThat(chat.download(at(address), target, ENOUGH)).isInstanceOf(Download.Expired.class);
    assertThat(target).doesNotExist();
  }

  @Test
  void triesAgainLaterWhenTheServersAreDownOrTheConnectionIsCut() throws Exception {
    discord.next(
        FILES,
        DiscordReply.badGateway(),
        DiscordReply.tooManyAtTheEdge(1),
        DiscordReply.cutsTheConnection());

    for (int i = 0; i < 3; i++) {
      assertThat(fetch()).isInstanceOf(Download.Unreachable.class);
      assertThat(target).doesNotExist();
    }
    assertThat(fetch()).isEqualTo(new Download.Fetched(target));
  }

  @Test
  void takesAFileForWhatDiscordSaysAndLeavesItsBytesToOthers() throws Exception {
    Path lie = Files.writeString(folder.resolve("lie.jpg"), "<html>no picture</html>");
    ann.dm("", new DiscordFile("lie.jpg", "image/jpeg", lie));
    Attachment attachment = inbox.message().attachments().getFirst();

    assertThat(attachment.kind()).isEqualTo(Attachment.Kind.PHOTO);
    assertThat(chat.download(attachment, target, ENOUGH)).isEqualTo(new Download.Fetched(target));
    assertThat(target).hasSameTextualContentAs(lie);
  }

  @Test
  void keepsFetchingWhenItTakesNothingNew() throws Exception {
    chat.stop();

    assertThat(fetch()).isEqualTo(new Download.Fetched(target));
  }
}
