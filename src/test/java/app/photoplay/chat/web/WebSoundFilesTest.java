package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.update.ChatUpdate.PlainMessage;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a person's own recordings come back to the page.
class WebSoundFilesTest {
  @TempDir Path folder;
  private WebHost host;
  private WebVisitor visitor;

  @BeforeEach
  void open() throws Exception {
    host = WebHost.open(folder);
    visitor = WebVisitor.arrive(host);
  }

  @AfterEach
  void close() {
    visitor.close();
    host.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1a45dfa3, audio/webm, audio/webm",
    "4f676753, '', audio/ogg",
    "000000186674797069736f36, audio/mp4, audio/mp4",
    "00000018667479704d344120, video/mp4, audio/mp4",
    "0000001866747970, video/mp4, video/mp4",
    "52494646000000005741564566, audio/x-wav, audio/wav",
    "fffb9064, audio/mp3, audio/mpeg",
    "0102030405, text/plain, application/octet-stream"
  })
  void playsRecordingsInPartsAlsoToBrowsersThatTakeThemPacked(
      String begin, String stated, String type) throws Exception {
    byte[] sound = Arrays.copyOf(HexFormat.of().parseHex(begin), 20_000);
    ObjectNode message = WebVisitor.message("");
    String uploaded = visitor.uploaded(sound);
    message.putArray("uploads").addObject().put("id", uploaded).put("type", stated);
    visitor.say(message);
    PlainMessage update = (PlainMessage) host.next();
    String upload = update.attachments().getFirst().file().substring(33);
    String address = "/api/chat/messages/" + update.message().message() + "/uploads/" + upload;

    HttpResponse<byte[]> whole = visitor.get(address, "Accept-Encoding", "gzip, deflate, br");
    HttpResponse<byte[]> part =
        visitor.get(address, "Accept-Encoding", "gzip", "Range", "bytes=100-199");

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(sound);
    assertThat(whole.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).hasSize(100);
  }
}
