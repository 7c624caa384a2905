package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.Download;
import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.message.Video;
import app.photoplay.chat.update.ChatUpdate.PlainMessage;
import app.photoplay.storage.ContentRef;
import app.photoplay.testkit.TinyVideo;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebFilesTest {
  private static final int LIMIT = 20 << 20;
  @TempDir Path folder;
  private WebHost host;
  private WebVisitor visitor;
  private byte[] photo;

  @BeforeEach
  void open() throws Exception {
    host = WebHost.open(folder);
    visitor = WebVisitor.arrive(host);
    photo = Files.readAllBytes(TinyVideo.portrait(folder.resolve("photo.jpg"), 120, 160));
  }

  @AfterEach
  void close() {
    visitor.close();
    host.close();
  }

  private static ObjectNode with(String upload) {
    ObjectNode message = WebVisitor.message("Say this");
    message
        .putArray("uploads")
        .addObject()
        .put("id", upload)
        .put("name", "me.jpg")
        .put("type", "image/jpeg");
    return message;
  }

  private PlainMessage sentWithPhoto() throws Exception {
    visitor.say(with(visitor.uploaded(photo)));
    return (PlainMessage) host.next();
  }

  private List<Path> storedFiles() throws IOException {
    if (Files.notExists(host.uploads)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(host.uploads)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void handsAnUploadOnAndFetchesItsBytes() throws Exception {
    PlainMessage update = sentWithPhoto();

    Attachment attachment = update.attachments().getFirst();
    Path target = folder.resolve("fetched");
    Download download = host.chat.download(attachment, target, 1 << 20);

    assertThat(attachment.kind()).isEqualTo(Attachment.Kind.PHOTO);
    assertThat(attachment.name()).isEqualTo("me.jpg");
    assertThat(attachment.bytes()).isEqualTo(photo.length);
    assertThat(download).isEqualTo(new Download.Fetched(target));
    assertThat(target).hasBinaryContent(photo);
  }

  @Test
  void fetchesNothingThatIsLargerThanAsked() throws Exception {
    Attachment attachment = sentWithPhoto().attachments().getFirst();
    Path target = folder.resolve("fetched");

    assertThat(host.chat.download(attachment, target, 100)).isEqualTo(new Download.TooLarge(100));
    assertThat(target).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "../photo.jpg", "a/b/c", "../../etc/passwd"})
  void fetchesNothingThatIsNoUpload(String file) throws Exception {
    Attachment forged = new Attachment(Attachment.Kind.PHOTO, file, "", "", -1);

    assertThat(host.chat.download(forged, folder.resolve("fetched"), 100))
        .isEqualTo(new Download.Expired());
  }

  @ParameterizedTest
  @CsvSource({
    "image/heic, PHOTO",
    "audio/ogg, AUDIO",
    "video/mp4, VIDEO",
    "text/plain, OTHER",
    "'', OTHER"
  })
  void saysWhatAFileIsByTheBrowsersWordWhenItsBytesDoNot(String type, Attachment.Kind kind)
      throws Exception {
    ObjectNode message = with(visitor.uploaded("some bytes".getBytes(StandardCharsets.UTF_8)));
    ((ObjectNode) message.path("uploads").get(0)).put("type", type);

    visitor.say(message);

    PlainMessage update = (PlainMessage) host.next();
    assertThat(update.attachments().getFirst().kind()).isEqualTo(kind);
  }

  @Test
  void refusesAFileThatStatesToBeTooLarge() throws Exception {
    HttpResponse<byte[]> answer = visitor.upload(BodyPublishers.ofByteArray(new byte[LIMIT + 1]));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(WebVisitor.json(answer).path("sentence").asText()).contains("20 MB");
    assertThat(storedFiles()).isEmpty();
  }

  @Test
  void refusesAFileThatTurnsOutTooLargeWhileReading() throws Exception {
    HttpResponse<byte[]> answer =
        visitor.upload(
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1])));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(storedFiles()).isEmpty();
  }

  @Test
  void takesAFileOfExactlyTheLimit() throws Exception {
    assertThat(visitor.upload(BodyPublishers.ofByteArray(new byte[LIMIT])).statusCode())
        .isEqualTo(201);
  }

  @Test
  void refusesAnEmptyFile() throws Exception {
    HttpResponse<byte[]> answer = visitor.upload(BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(storedFiles()).isEmpty();
  }

  @Test
  void refusesTooManyFilesInAMinute() throws Exception {
    for (int i = 0; i < 20; i++) {
      visitor.uploaded(photo);
    }

    assertThat(visitor.upload(BodyPublishers.ofByteArray(photo)).statusCode()).isEqualTo(429);
  }

  @Test
  void keepsAnUploadToItsUploader() throws Exception {
    String upload = visitor.uploaded(photo);

    try (WebVisitor other = WebVisitor.arrive(host)) {
      assertThat(other.say(with(upload)).statusCode()).isEqualTo(404);
      assertThat(host.rest()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000000000000000000000000000", "../../secret", ""})
  void refusesAMessageWithAnUnknownUpload(String upload) throws Exception {
    assertThat(visitor.say(with(upload)).statusCode()).isEqualTo(404);
    assertThat(visitor.history().path("messages")).isEmpty();
  }

  @Test
  void forgetsAnUploadThatWasRemovedAndOneThatWasNeverSent() throws Exception {
    String kept = visitor.uploaded(photo);
    visitor.say(with(kept));
    visitor.uploaded(photo);
    for (Path file : storedFiles()) {
      Files.setLastModifiedTime(file, FileTime.from(host.time.instant().minus(Duration.ofDays(2))));
    }

    host.start(_ -> {});

    assertThat(storedFiles()).singleElement().satisfies(f -> assertThat(f).hasFileName(kept));
  }

  @Test
  void showsOwnPicturesOnlyToTheirOwner() throws Exception {
    PlainMessage update = sentWithPhoto();
    String upload = update.attachments().getFirst().file().substring(33);
    String address = "/api/chat/messages/" + update.message().message() + "/uploads/" + upload;

    HttpResponse<byte[]> own = visitor.get(address);

    assertThat(own.body()).isEqualTo(photo);
    assertThat(own.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    try (WebVisitor other = WebVisitor.arrive(host)) {
      assertThat(other.get(address).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void saysThatAFileIsNotKeptAnyMoreWhenItWasSweptAway() throws Exception {
    PlainMessage update = sentWithPhoto();
    Attachment attachment = update.attachments().getFirst();
    String upload = attachment.file().substring(33);
    Path kept = storedFiles().getFirst();
    String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(kept));
    Files.delete(kept);

    HttpResponse<byte[]> answer =
        visitor.get("/api/chat/messages/" + update.message().message() + "/uploads/" + upload);

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("This file is not kept any more.");
    assertThat(host.chat.download(attachment, folder.resolve("fetched"), 1 << 20))
        .isInstanceOf(Download.Expired.class);
    assertThat(rights).isEqualTo("rw-------");
  }

  @Test
  void neverShowsAnUploadThatIsNoPictureInThePage() throws Exception {
    String upload = visitor.uploaded("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
    visitor.say(with(upload));
    String message = host.next().message().message();

    HttpResponse<byte[]> answer =
        visitor.get("/api/chat/messages/" + message + "/uploads/" + upload);

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment");
  }

  private String result(Conversation conversation) throws IOException {
    Path file = Files.write(folder.resolve("result.mp4"), bytes());
    Path cover = folder.resolve("photo.jpg");
    ContentRef picture = host.made.ref(cover);
    Duration length = Duration.ofMillis(1500);
    Video video =
        new Video(host.made.ref(file), picture, picture, 120, 160, length, Optional.empty());
    OutboundMessage message = OutboundMessage.of(Kind.RESULT, "Here it is").with(video);
    return ((SendOutcome.Sent) host.chat.send(conversation, message)).message();
  }

  @Test
  void offersCaptionsBesideTheirVideo() throws Exception {
    visitor.say("make it");
    Conversation conversation = host.next().message().conversation();
    Path file = Files.write(folder.resolve("result.mp4"), bytes());
    Path captions = Files.writeString(folder.resolve("captions"), "WEBVTT\n");
    Path cover = folder.resolve("photo.jpg");
    Video video =
        new Video(
            host.made.ref(file),
            host.made.ref(cover),
            host.made.ref(cover),
            120,
            160,
            Duration.ofSeconds(1),
            Optional.empty(),
            Optional.of(new Video.Captions(host.made.ref(captions), "vtt")));
    OutboundMessage message = OutboundMessage.of(Kind.RESULT, "Here it is").with(video);
    String sent = ((SendOutcome.Sent) host.chat.send(conversation, message)).message();

    HttpResponse<byte[]> answer = visitor.get("/api/chat/messages/" + sent + "/captions");

    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("WEBVTT\n");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/vtt; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).endsWith(".vtt\"");
    assertThat(visitor.get(resultAddress() + "/captions").statusCode()).isEqualTo(404);
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[1000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private String resultAddress() throws Exception {
    visitor.say("make it");
    return "/api/chat/messages/" + result(host.next().message().conversation());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=10-19, 10, 20",
    "bytes=990-, 990, 1000",
    "bytes=-10, 990, 1000",
    "bytes=500-5000, 500, 1000"
  })
  void servesAPartOfAVideo(String range, int from, int to) throws Exception {
    HttpResponse<byte[]> answer = visitor.get(resultAddress() + "/video", "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.headers().firstValue("Content-Range"))
        .hasValue("bytes " + from + "-" + (to - 1) + "/1000");
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes(), from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=-0", "bytes=4000-5000"})
  void refusesAPartThatIsNotThere(String range) throws Exception {
    HttpResponse<byte[]> answer = visitor.get(resultAddress() + "/video", "Range", range);

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(answer.headers().firstValue("Content-Range")).hasValue("bytes */1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=9-1", "bytes=0-1,4-5", "lines=1-2", "bytes=-", "bytes=x-"})
  void servesTheWholeVideoWhenTheRangeMakesNoSense(String range) throws Exception {
    HttpResponse<byte[]> answer = visitor.get(resultAddress() + "/video", "Range", range);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(bytes());
    assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("bytes");
  }

  @Test
  void offersTheVideoAsAFileWithAGoodName() throws Exception {
    HttpResponse<byte[]> answer = visitor.get(resultAddress() + "/download");

    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"photoplay-2026-11-20-[0-9a-f]{6}\\.mp4\"");
    assertThat(answer.body()).isEqualTo(bytes());
  }

  @Test
  void servesTheCoverAndKeepsBothToTheirOwner() throws Exception {
    String address = resultAddress();

    assertThat(visitor.get(address + "/cover").body()).isEqualTo(photo);
    try (WebVisitor other = WebVisitor.arrive(host)) {
      for (String part : List.of("/video", "/cover", "/download")) {
        assertThat(other.get(address + part).statusCode()).isEqualTo(404);
      }
    }
  }

  @Test
  void saysThatADeletedVideoIsGone() throws Exception {
    String address = resultAddress();
    host.made.clear();

    assertThat(visitor.get(address + "/video").statusCode()).isEqualTo(410);
  }

  @Test
  void doesNotSendAVideoAgainThatTheBrowserHas() throws Exception {
    String address = resultAddress() + "/video";
    String tag = visitor.get(address).headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> again = visitor.get(address, "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
  }
}
