package app.photoplay.provider.local.piper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of natural voices: one folder for each, and the library that runs them.
///
/// ```
/// voices/onnxruntime.jar
/// voices/thorsten/voice.onnx  voice.json  origin.json
/// ```
public final class VoiceShelf {
  static final String RUNTIME = "onnxruntime.jar";
  private static final Logger log = LoggerFactory.getLogger(VoiceShelf.class);

  private final Path folder;

  /// @param folder need not be there
  public VoiceShelf(Path folder) {
    this.folder = folder;
  }

  /// Where a voice lies or would.
  Path of(String name) {
    return folder.resolve(name);
  }

  /// Where the library lies or would.
  public Path runtime() {
    return folder.resolve(RUNTIME);
  }

  /// All that can be read, by name; none without the library that runs them. What is wrong with
  /// another is logged.
  public List<PiperVoice> voices() {
    if (!Files.isRegularFile(runtime())) {
      return List.of();
    }
    List<PiperVoice> voices = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path one : all.filter(Files::isDirectory).sorted().toList()) {
        read(one).ifPresent(voices::add);
      }
    } catch (IOException e) {
      log.warn("the natural voices in {} cannot be read", folder, e);
    }
    return voices;
  }

  private static Optional<PiperVoice> read(Path one) {
    if (String.valueOf(one.getFileName()).startsWith(".")) {
      return Optional.empty(); // not finished
    }
    try {
      return Optional.of(PiperVoice.in(one));
    } catch (IOException e) {
      log.warn("the natural voice in {} is left out: {}", one, e.getMessage());
      return Optional.empty();
    }
  }
}
