package app.photoplay.provider.local.piper;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Puts a natural voice onto the shelf: from the address in the table, or from a folder that the
/// operator filled. Nothing is there before all of it is, and what was there before stays until
/// then.
public final class VoiceInstaller {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,19}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final VoiceShelf shelf;
  private final VoiceTable table;
  private final Fetching fetching;
  private final Libraries libraries;

  /// An installer.
  ///
  /// @param shelf where voices lie
  public VoiceInstaller(VoiceShelf shelf, VoiceTable table) {
    this(shelf, table, VoiceInstaller::fetched, MavenLibrary::fetch);
  }

  VoiceInstaller(VoiceShelf shelf, VoiceTable table, Fetching fetching, Libraries libraries) {
    this.shelf = shelf;
    this.table = table;
    this.fetching = fetching;
    this.libraries = libraries;
  }

  /// What brings the bytes at an address.
  @FunctionalInterface
  interface Fetching {
    byte[] fetch(URI address) throws IOException, InterruptedException;
  }

  /// What brings the jar of a library.
  @FunctionalInterface
  interface Libraries {
    byte[] fetch(VoiceTable.Library library) throws IOException, InterruptedException;
  }

  /// Adds a voice.
  ///
  /// @param from a folder with one `.onnx` file, its `.onnx.json` and, unless it is on the shelf or
  ///   can be fetched, the jar of ONNX Runtime; empty to fetch the voice
  /// @param sha256 of the model as the operator knows it, may be empty
  /// @return the voice as it speaks from the next start on
  /// @throws Refused with a sentence that says what to do
  public PiperVoice add(String name, Optional<Path> from, String sha256)
      throws Refused, InterruptedException {
    if (!NAME.matcher(name).matches()) {
      throw new Refused("A voice's name is 2 to 20 small letters and digits, such as thorsten.");
    }
    String hash = sha256.strip().toLowerCase(Locale.ROOT);
    if (!hash.isEmpty() && !HASH.matcher(hash).matches()) {
      throw new Refused("--sha256 takes 64 digits from 0 to f.");
    }
    try {
      if (from.isPresent()) {
        addFrom(name, from.get(), hash);
      } else {
        addFetched(name, hash);
      }
      return PiperVoice.in(shelf.of(name));
    } catch (IOException e) {
      throw new Refused("The voice " + name + " was not added: " + e.getMessage() + ".");
    }
  }

  private void addFetched(String name, String hash)
      throws IOException, Refused, InterruptedException {
    VoiceTable.Entry entry =
        table
            .find(name)
            .orElseThrow(() ->
                new Refused(
                    "There is no voice "
                        + name
                        + " in the table: ./photoplay voices lists them. For"
                        + " files of your own add --from FOLDER."));
    String expected = hash.isEmpty() ? entry.sha256() : hash;
    if (expected.isEmpty()) {
      throw new Refused(
          "The checksum of "
              + name
              + " is not known here, so it is not fetched unseen. Look it up beside "
              + entry.model()
              + " and add --sha256 CHECKSUM, or download the file and "
              + entry.settings()
              + " into a folder and add --from FOLDER.");
    }
    byte[] model = checked(fetching.fetch(entry.model()), expected, "the voice's model");
    byte[] settings = fetching.fetch(entry.settings());
    runtime(Optional.empty());
    put(name, model, settings, entry.title(), entry.licence(), entry.source().toString());
  }

  private void addFrom(String name, Path folder, String hash)
      throws IOException, Refused, InterruptedException {
    Path model = only(folder, ".onnx");
    Path settings = folder.resolve(model.getFileName() + ".json");
    if (!Files.isRegularFile(settings)) {
      throw new Refused("Beside " + model + " there is no " + settings.getFileName() + ".");
    }
    byte[] bytes = Files.readAllBytes(model);
    if (!hash.isEmpty()) {
      checked(bytes, hash, "the voice's model");
    }
    runtime(Optional.of(folder));
    Optional<VoiceTable.Entry> known = table.find(name);
    put(
        name,
        bytes,
        Files.readAllBytes(settings),
        known.map(VoiceTable.Entry::title).orElse(titled(name)),
        known.map(VoiceTable.Entry::licence).orElse(""),
        "");
  }

  private static String titled(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static Path only(Path folder, String ending) throws IOException, Refused {
    if (!Files.isDirectory(folder)) {
      throw new Refused(folder + " is no folder.");
    }
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found = all.filter(it -> it.toString().endsWith(ending)).toList();
      if (found.size() != 1) {
        throw new Refused(
            "In "
                + folder
                + " there "
                + (found.isEmpty() ? "is no" : "are several")
                + " "
                + ending
                + " files: put one voice into it.");
      }
      return found.getFirst();
    }
  }

  /// The library that runs voices is fetched with the first of them.
  private void runtime(Optional<Path> folder) throws IOException, InterruptedException {
    if (Files.isRegularFile(shelf.runtime())) {
      return;
    }
    Optional<Path> own = folder.flatMap(VoiceInstaller::jar);
    byte[] jar = own.isPresent() ? Files.readAllBytes(own.get()) : libraries.fetch(table.runtime());
    checked(jar, table.runtime().sha256(), "ONNX Runtime");
    write(shelf.runtime(), jar);
  }

  private static Optional<Path> jar(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(it -> it.getFileName().toString().matches("onnxruntime.*\\.jar"))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void put(
      String name, byte[] model, byte[] settings, String title, String licence, String source)
      throws IOException {
    PiperVoice.Settings.read(settings);
    OnnxGraph graph = OnnxGraph.of(model);
    Optional<String> durations = graph.durations();
    ObjectMapper json = new ObjectMapper();
    ObjectNode origin = json.createObjectNode();
    origin.put("title", title).put("licence", licence).put("source", source);
    origin.put("sha256", sha256(model)).put("durations", durations.orElse(""));
    Path fresh = shelf.of("." + name);
    write(fresh.resolve(PiperVoice.MODEL), durations.map(graph::withOutput).orElse(model));
    write(fresh.resolve(PiperVoice.CONFIG), settings);
    write(fresh.resolve(PiperVoice.ORIGIN), json.writeValueAsBytes(origin));
    Path target = shelf.of(name);
    remove(target);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void remove(Path folder) throws IOException {
    for (String file : List.of(PiperVoice.MODEL, PiperVoice.CONFIG, PiperVoice.ORIGIN)) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.deleteIfExists(folder);
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] checked(byte[] bytes, String sha256, String what) throws IOException {
    String own = sha256(bytes);
    if (!own.equals(sha256)) {
      throw new IOException(
          what
              + " is not the file that was meant (its SHA-256 is "
              + own
              + ", not "
              + sha256
              + ")");
    }
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] fetched(URI address) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(15)).build();
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IOException(address + " answered " + response.statusCode());
      }
      return response.body();
    }
  }

  /// The operator can mend it.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    Refused(String sentence) {
      super(sentence);
    }
  }
}
