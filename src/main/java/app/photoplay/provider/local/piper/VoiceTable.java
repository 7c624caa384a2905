package app.photoplay.provider.local.piper;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The natural voices that can be fetched: those whose licences allow it.
///
/// @param runtime the library that runs them
public record VoiceTable(Library runtime, List<Entry> voices) {
  private static final String TABLE = "/voices/piper.json";

  public VoiceTable {
    voices = List.copyOf(voices);
  }

  /// A library that Maven fetches, from wherever this machine's Maven fetches its libraries.
  ///
  /// @param artifact group, name and version, with colons between
  /// @param sha256 of its jar, lower-case hex
  public record Library(String artifact, String sha256, String licence) {
    /// The name of its jar.
    String file() {
      String[] parts = artifact.split(":", 3);
      return parts[1] + "-" + parts[2] + ".jar";
    }
  }

  /// A voice.
  ///
  /// @param name lower case, as `voices add` takes it
  /// @param title what people call it
  /// @param language BCP 47 tag
  /// @param licence of the recordings that it learned from
  /// @param source where that is stated
  /// @param model the ONNX file
  /// @param sha256 of the model, lower-case hex; empty where it is not known for sure
  /// @param settings the JSON beside it
  public record Entry(
      String name,
      String title,
      String language,
      String licence,
      URI source,
      URI model,
      String sha256,
      URI settings) {}

  /// The table that comes along.
  public static VoiceTable read() {
    try (InputStream in = Objects.requireNonNull(VoiceTable.class.getResourceAsStream(TABLE))) {
      return new ObjectMapper().readValue(in, VoiceTable.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Entry> find(String name) {
    return voices.stream().filter(it -> it.name().equals(name)).findFirst();
  }
}
