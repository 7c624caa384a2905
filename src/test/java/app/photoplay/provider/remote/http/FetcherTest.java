package app.photoplay.provider.remote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.http.Fetcher.Media;
import app.photoplay.testkit.SettableTime;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private static final byte[] VIDEO = "\0\0\0\u0018ftypisom-".getBytes(StandardCharsets.ISO_8859_1);
  private static final Dns LOOPBACK = _ -> List.of(InetAddress.getLoopbackAddress());

  @TempDir Path folder;
  private PlainApi api;
  private Path target;

  @BeforeEach
  void begin() {
    api = new PlainApi();
    target = folder.resolve("result");
  }

  @AfterEach
  void end() {
    api.close();
  }

  @Test
  void aServerThatIsTrustedMayLieAnywhereAndAnswerWithoutEncryption() throws Exception {
    api.next(Step.OTHER, Answer.bytes("video/mp4", VIDEO));

    fetch(api.address() + "/v.mp4", Map.of("X-Key", "secret"));

    assertThat(target).hasBinaryContent(VIDEO);
    assertThat(call().header("x-key")).isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/v.mp4",
        "ftp://example.org/v.mp4",
        "file:///etc/passwd",
        "data:video/mp4;base64,AAAA",
        "v.mp4",
        "",
        "https://somebody:password@example.org/v.mp4",
        "https://127.0.0.1/v.mp4",
        "https://127.1/v.mp4",
        "https://2130706433/v.mp4",
        "https://0.0.0.0/v.mp4",
        "https://10.1.2.3/v.mp4",
        "https://172.16.0.1/v.mp4",
        "https://192.168.1.1/v.mp4",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/v.mp4",
        "https://198.18.0.1/v.mp4",
        "https://224.0.0.1/v.mp4",
        "https://255.255.255.255/v.mp4",
        "https://[::1]/v.mp4",
        "https://[::]/v.mp4",
        "https://[fe80::1]/v.mp4",
        "https://[fd00::1]/v.mp4",
        "https://[ff02::1]/v.mp4",
        "https://[::ffff:10.0.0.1]/v.mp4",
        "https://[::ffff:7f00:1]/v.mp4",
        "https://[64:ff9b::7f00:1]/v.mp4",
        "https://[2002:7f00:1::]/v.mp4",
        "https://[2001:db8::1]/v.mp4",
        "https://①②⑦.0.0.1/v.mp4",
      })
  void nothingIsFetchedFromPrivateAddressesNorWithoutEncryption(String address) {
    assertThat(fault(() -> fetch(address, Map.of()))).isInstanceOf(Fault.Output.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1"})
  void aNameThatLeadsIntoAPrivateNetworkIsNotFollowed(String address) {
    Dns one = _ -> List.of(InetAddress.getByName(address));
    Dns among =
        _ -> List.of(InetAddress.getByName("93.184.215.14"), InetAddress.getByName(address));

    for (Dns names : List.of(one, among)) {
      Fetcher fetcher = fetcher(names);
      Fault fault =
          fault(() -> fetcher.fetch("https://cdn.test/v", Map.of(), target, Media.VIDEO, 100));
      assertThat(fault).isInstanceOf(Fault.Output.class);
      assertThat(fault.detail()).contains("private network");
    }
  }

  @Test
  void aTrustedNameIsTrustedAtItsOwnPortAlone() throws Exception {
    int port = api.address().getPort();
    Fetcher fetcher = fetcher(LOOPBACK, "cdn.test:" + port);
    api.next(Step.OTHER, Answer.bytes("video/mp4", VIDEO));

    fetcher.fetch("http://CDN.test:" + port + "/v", Map.of(), target, Media.VIDEO, 100);

    assertThat(target).hasBinaryContent(VIDEO);
    assertThat(fault(() -> fetcher.fetch("https://cdn.test/v", Map.of(), target, Media.VIDEO, 100)))
        .isInstanceOf(Fault.Output.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/v",
        "http://example.org/v",
        "https://evil.test/v",
        "gopher://x/"
      })
  void aRedirectLeadsNowhereElse(String address) {
    api.next(Step.OTHER, redirect(address));
    Fetcher fetcher = fetcher(LOOPBACK);

    assertThat(fault(() -> fetcher.fetch(api.address() + "/v", Map.of(), target, Media.VIDEO, 100)))
        .isInstanceOf(Fault.Output.class);
  }

  @Test
  void redirectsAreFollowedButNotForEver() throws Exception {
    for (int i = 0; i < 5; i++) {
      api.next(Step.OTHER, redirect("/next" + i));
    }
    api.next(Step.OTHER, Answer.bytes("video/mp4", VIDEO));
    fetch(api.address() + "/v", Map.of("X-Key", "secret"));
    assertThat(api.calls(Step.OTHER).getLast().path()).isEqualTo("/next4");
    assertThat(api.calls(Step.OTHER)).allMatch(it -> it.header("x-key").equals("secret"));

    for (int i = 0; i < 6; i++) {
      api.next(Step.OTHER, redirect("/next" + i));
    }
    assertThat(fault(() -> fetch(api.address() + "/v", Map.of())).detail())
        .isEqualTo("too many redirects");
  }

  @Test
  void aRedirectToNowhereIsNoResult() {
    api.next(Step.OTHER, Answer.empty(302));

    assertThat(fault(() -> fetch(api.address() + "/v", Map.of()))).isInstanceOf(Fault.Output.class);
  }

  @Test
  void aKeyIsNotShownToAnotherServer() throws Exception {
    try (PlainApi other = new PlainApi()) {
      Fetcher fetcher = fetcher(Dns.SYSTEM, "127.0.0.1:" + other.address().getPort());
      api.next(Step.OTHER, redirect(other.address() + "/v"));
      other.next(Step.OTHER, Answer.bytes("video/mp4", VIDEO));

      fetcher.fetch(
          api.address() + "/v", Map.of("Authorization", "secret"), target, Media.VIDEO, 100);

      assertThat(call().header("authorization")).isEqualTo("secret");
      assertThat(other.calls(Step.OTHER).getFirst().header("authorization")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, Gone",
    "401, Gone",
    "402, Gone",
    "403, Gone",
    "404, Gone",
    "410, Gone",
    "425, Unclear",
    "429, Busy",
    "500, Unclear",
    "503, Unclear",
  })
  void anAddressThatIsOverIsGoneAndAServerThatFailsMayRecover(int status, String fault) {
    api.next(Step.OTHER, Answer.json(status, "{}"));

    assertThat(fault(() -> fetch(api.address() + "/v", Map.of())).getClass().getSimpleName())
        .isEqualTo(fault);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html><body>Sign in</body></html>", "{\"error\":\"expired\"}"})
  void whatIsNoVideoIsNoResult(String body) {
    api.next(Step.OTHER, Answer.bytes("video/mp4", body.getBytes(StandardCharsets.UTF_8)));

    assertThat(fault(() -> fetch(api.address() + "/v", Map.of()))).isInstanceOf(Fault.Output.class);
  }

  @Test
  void aFileThatIsTooLargeIsGivenUpAlsoWhenItDoesNotSayHowLargeItIs() throws Exception {
    byte[] large = Arrays.copyOf(VIDEO, 101);
    api.next(Step.OTHER, Answer.bytes("video/mp4", large));
    assertThat(fault(() -> fetch(api.address() + "/v", Map.of())).detail()).contains("larger");

    try (RawServer server =
        new RawServer(client -> {
          RawServer.head(client);
          RawServer.say(client, "HTTP/1.1 200 OK\n\n");
          client.getOutputStream().write(large);
        })) {
      Fetcher fetcher = fetcher(Dns.SYSTEM, "127.0.0.1:" + server.port());
      assertThat(
              fault(() ->
                      fetcher.fetch(server.address() + "/v", Map.of(), target, Media.VIDEO, 100))
                  .detail())
          .contains("larger");
    }
  }

  @Test
  void aFileThatIsCutOffMayComeWholeNextTime() {
    api.next(Step.OTHER, new Answer.Stated(90, VIDEO));

    assertThatThrownBy(() -> fetch(api.address() + "/v", Map.of()))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(Fault.Thrown.class);
    assertThat(target).doesNotExist();
  }

  @Test
  void aLargeFileGoesStraightToTheDisk() throws Exception {
    int length = 100 << 20;
    try (RawServer server =
        new RawServer(client -> {
          RawServer.head(client);
          RawServer.say(client, "HTTP/1.1 200 OK\nContent-Length: " + length + "\n\n");
          byte[] block = new byte[1 << 20];
          System.arraycopy(VIDEO, 0, block, 0, VIDEO.length);
          for (int sent = 0; sent < length; sent += block.length) {
            client.getOutputStream().write(block);
          }
        })) {
      Fetcher fetcher = fetcher(Dns.SYSTEM, "127.0.0.1:" + server.port());
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();

      fetcher.fetch(server.address() + "/v", Map.of(), target, Media.VIDEO, 200 << 20);

      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
      assertThat(target).hasSize(length);
    }
  }

  @Test
  void resultsComeThroughAProxyInAPrivateNetworkToo() throws Exception {
    api.next(Step.OTHER, Answer.bytes("video/mp4", VIDEO));
    URI base = URI.create("http://api.example.test");
    Fetcher fetcher =
        new Fetcher(
            PlainApi.settings(
                base, Optional.of(URI.create("http://proxy.test:" + api.address().getPort()))),
            SettableTime.noon(),
            LOOPBACK);

    fetcher.fetch(base + "/v", Map.of(), target, Media.VIDEO, 100);

    assertThat(call().path()).isEqualTo("http://api.example.test/v");
  }

  private interface Attempt {
    void go() throws Exception;
  }

  private Fault fault(Attempt attempt) {
    Fault.Thrown thrown = catchThrowableOfType(Fault.Thrown.class, attempt::go);
    assertThat(thrown).isNotNull();
    assertThat(target).doesNotExist();
    return thrown.fault();
  }

  private void fetch(String address, Map<String, String> headers) throws IOException {
    fetcher(Dns.SYSTEM).fetch(address, headers, target, Media.VIDEO, 100);
  }

  private Fetcher fetcher(Dns names, String... hosts) {
    return new Fetcher(api.settings(Optional.empty(), hosts), SettableTime.noon(), names);
  }

  private Call call() {
    return api.calls(Step.OTHER).getFirst();
  }

  private static Answer redirect(String to) {
    return new Answer.Whole(302, Map.of("Location", to), new byte[0]);
  }
}
