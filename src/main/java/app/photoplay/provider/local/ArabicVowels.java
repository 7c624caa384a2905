package app.photoplay.provider.local;

import app.photoplay.media.tool.JavaProgram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the vowels into Arabic, which people leave out and no voice can guess: libtashkeel in a
/// process of its own (126 MB while Arabic is spoken), started at the first text. Where it fails
/// the text is spoken as it is written. Thread-safe; one text at a time.
final class ArabicVowels {
  private static final Logger log = LoggerFactory.getLogger(ArabicVowels.class);
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final int FULL = 1000;
  private static final int FIRST_LETTER = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Case endings, which nobody says in everyday speech.
  private static final Pattern ENDING = Pattern.compile("[\\u064B-\\u0652]+(?![\\p{L}\\p{M}])");

  private static final String DOUBLED = "\u0651";

  private final Path cache;
  private final Lock lock = new ReentrantLock();
  private final Map<Integer, String> letters = new HashMap<>();
  private @Nullable Process process;
  private @Nullable DataOutputStream out;
  private @Nullable DataInputStream in;

  ArabicVowels(Path cache) {
    this.cache = cache;
  }

  /// Whether the network for this machine comes along.
  static boolean comeAlong() {
    return ArabicVowels.class.getResource("/libtashkeel_model.ort") != null;
  }

  /// The text with its vowels as espeak-ng reads them best: without those at the ends of words and
  /// without signs of doubling, which it would spell.
  String of(String text) throws InterruptedException {
    return comeAlong() ? cleaned(vowelled(text)) : text;
  }

  static String cleaned(String vowelled) {
    String composed = Normalizer.normalize(vowelled, Normalizer.Form.NFC);
    return ENDING.matcher(composed).replaceAll("").replace(DOUBLED, "");
  }

  private String vowelled(String text) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      CompletableFuture<String> answer = new CompletableFuture<>();
      Thread.ofVirtual()
          .name("vowels")
          .start(() -> {
            try {
              answer.complete(asked(text));
            } catch (IOException | RuntimeException e) {
              answer.completeExceptionally(e);
            }
          });
      try {
        String vowelled = answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        return vowelled.isBlank() ? text : vowelled;
      } catch (ExecutionException | TimeoutException e) {
        log.warn("Arabic is spoken without its vowels", e);
        stop();
        return text;
      } catch (InterruptedException e) {
        stop();
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  private String asked(String text) throws IOException {
    Process known = process;
    if (known == null || !known.isAlive()) {
      start();
    }
    DataOutputStream to = Objects.requireNonNull(out);
    DataInputStream from = Objects.requireNonNull(in);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    to.writeInt(bytes.length);
    to.write(bytes);
    to.flush();
    StringBuilder read = new StringBuilder();
    for (int left = from.readInt(); left > 0; left--) {
      int id = Math.round(from.readShort() * (float) FULL / Short.MAX_VALUE);
      if (id == FULL) {
        read.append(' '); // a sentence ends
      } else if (id >= FIRST_LETTER) {
        read.append(letters.getOrDefault(id, ""));
      }
    }
    return read.toString().strip();
  }

  private void start() throws IOException {
    Files.createDirectories(cache);
    Path model = unpacked("letters.onnx");
    Path settings = unpacked("letters.json");
    JsonNode ids = JSON.readTree(settings.toFile()).path("phoneme_id_map");
    ids.properties().forEach(it -> letters.put(it.getValue().path(0).asInt(), it.getKey()));
    Process started =
        JavaProgram.start(
            "app.photoplay.espeak.VowelProgram",
            48,
            List.of(),
            List.of(model.toString(), settings.toString()));
    process = started;
    out = new DataOutputStream(new BufferedOutputStream(started.getOutputStream()));
    DataInputStream from = new DataInputStream(new BufferedInputStream(started.getInputStream()));
    in = from;
    if (!from.readUTF().equals("ready")) {
      throw new IOException("libtashkeel does not start");
    }
  }

  private Path unpacked(String name) throws IOException {
    Path file = cache.resolve("vowels-" + name).toAbsolutePath();
    try (InputStream resource =
        Objects.requireNonNull(ArabicVowels.class.getResourceAsStream("/voices/" + name))) {
      Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private void stop() {
    Process known = process;
    if (known != null) {
      known.destroyForcibly();
    }
    process = null;
  }
}
