package app.photoplay.provider.local.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Natural voices are put onto the shelf whole or not at all.
class VoiceInstallerTest {
  private static final byte[] RUNTIME = "a library".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private VoiceShelf shelf;
  private HttpServer server;
  private byte[] model = TinyVoice.model();
  private String settings = TinyVoice.settings(22_050);

  @BeforeEach
  void serve() throws IOException {
    shelf = new VoiceShelf(folder.resolve("voices"));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes =
              switch (exchange.getRequestURI().getPath()) {
                case "/tiny.onnx" -> model;
                case "/tiny.onnx.json" -> settings.getBytes(StandardCharsets.UTF_8);
                default -> new byte[0];
              };
          exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesAVoiceWithTheLibraryThatRunsIt() throws Exception {
    PiperVoice voice = installer(sha256(TinyVoice.model())).add("tiny", Optional.empty(), "");

    assertThat(voice.title()).isEqualTo("Tiny Tim");
    assertThat(voice.language()).isEqualTo("en-US");
    assertThat(voice.licence()).isEqualTo("CC0 1.0");
    assertThat(voice.durations()).isEqualTo(TinyVoice.DURATIONS);
    assertThat(shelf.voices()).containsExactly(voice);
    assertThat(shelf.runtime()).hasBinaryContent(RUNTIME);
  }

  @Test
  void anotherFileThanTheOneMeantIsNotKept() {
    assertThatThrownBy(() -> installer("0".repeat(64)).add("tiny", Optional.empty(), ""))
        .isInstanceOf(VoiceInstaller.Refused.class)
        .hasMessageContaining("is not the file that was meant");

    assertThat(shelf.voices()).isEmpty();
    assertThat(shelf.of("tiny")).doesNotExist();
  }

  @Test
  void withoutAChecksumNothingIsFetched() throws Exception {
    VoiceInstaller installer = installer("");
    assertThatThrownBy(() -> installer.add("tiny", Optional.empty(), ""))
        .hasMessageContaining("--sha256")
        .hasMessageContaining("--from");

    String own = sha256(TinyVoice.model()).toUpperCase(Locale.ROOT);
    assertThat(installer.add("tiny", Optional.empty(), own).name()).isEqualTo("tiny");
  }

  @Test
  void aFileCutShortIsNotKept() throws Exception {
    model = Arrays.copyOf(TinyVoice.model(), 900);

    assertThatThrownBy(() -> installer(sha256(model)).add("tiny", Optional.empty(), ""))
        .hasMessageContaining("cut short");
    assertThat(shelf.voices()).isEmpty();
  }

  @Test
  void aBetterVoiceTakesThePlaceOfTheOneBeforeAndAWorseOneDoesNot() throws Exception {
    VoiceInstaller installer = installer(sha256(TinyVoice.model()));
    installer.add("tiny", Optional.empty(), "");
    settings = TinyVoice.settings(16_000);
    assertThat(installer.add("tiny", Optional.empty(), "").settings().rate()).isEqualTo(16_000);
    settings = "{}";
    assertThatThrownBy(() -> installer.add("tiny", Optional.empty(), ""))
        .hasMessageContaining("name no sample rate");

    assertThat(shelf.voices()).extracting(it -> it.settings().rate()).containsExactly(16_000);
  }

  @Test
  void takesAFolderThatTheOperatorFilled() throws Exception {
    Path own = TinyVoice.into(folder.resolve("own"), 22_050);
    Files.write(own.resolve("onnxruntime-1.29.0.jar"), RUNTIME);
    server.stop(0);

    PiperVoice voice = installer("").add("emma", Optional.of(own), "");

    assertThat(voice.title()).isEqualTo("Emma");
    assertThat(shelf.voices()).containsExactly(voice);
  }

  @Test
  void saysWhatTheFolderLacks() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> installer("").add("emma", Optional.of(empty), ""))
        .hasMessageContaining("there is no .onnx file");
    Files.write(empty.resolve("a.onnx"), model);
    assertThatThrownBy(() -> installer("").add("emma", Optional.of(empty), ""))
        .hasMessageContaining("there is no a.onnx.json");
    Files.writeString(empty.resolve("a.onnx.json"), settings);
    Files.writeString(empty.resolve("a.onnx"), "not a model");
    assertThatThrownBy(() -> installer("").add("emma", Optional.of(empty), ""))
        .hasMessageContaining("was not added");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "../up", "Amy", "nobody-knows", "klaus"})
  void refusesNamesThatAreNone(String name) {
    assertThatThrownBy(() -> installer("").add(name, Optional.empty(), ""))
        .isInstanceOf(VoiceInstaller.Refused.class);
  }

  @Test
  void theTableNamesAddressesAndLicences() {
    VoiceTable table = VoiceTable.read();

    assertThat(table.runtime().sha256()).matches("[0-9a-f]{64}");
    assertThat(table.runtime().file()).isEqualTo("onnxruntime-1.29.0.jar");
    assertThat(table.voices())
        .isNotEmpty()
        .allSatisfy(entry -> {
          assertThat(entry.name()).matches("[a-z][a-z0-9]{1,19}");
          assertThat(entry.title()).isNotBlank();
          assertThat(entry.licence()).isNotBlank();
          assertThat(Locale.forLanguageTag(entry.language()).getLanguage()).hasSize(2);
          assertThat(entry.sha256()).matches("|[0-9a-f]{64}");
          assertThat(entry.source()).hasScheme("https");
          assertThat(entry.model()).hasScheme("https");
          assertThat(entry.settings().toString()).isEqualTo(entry.model() + ".json");
        });
    assertThat(new HashSet<>(table.voices().stream().map(VoiceTable.Entry::name).toList()))
        .hasSameSizeAs(table.voices());
  }

  private VoiceInstaller installer(String sha256) throws IOException {
    URI base = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    VoiceTable.Entry tiny =
        new VoiceTable.Entry(
            "tiny",
            "Tiny Tim",
            "en-US",
            "CC0 1.0",
            base,
            base.resolve("tiny.onnx"),
            sha256,
            base.resolve("tiny.onnx.json"));
    VoiceTable.Library runtime =
        new VoiceTable.Library("org.example:runtime:1.0", sha256(RUNTIME), "MIT");
    return new VoiceInstaller(
        shelf,
        new VoiceTable(runtime, List.of(tiny)),
        address -> {
          try (InputStream in = address.toURL().openStream()) {
            return in.readAllBytes();
          }
        },
        _ -> RUNTIME);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
