package app.photoplay.provider.remote.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Reads what one provider posts when something has become of work. Thread-safe.
@FunctionalInterface
public interface Hook {
  /// What a call comes to. May ask the provider for its keys, and block for it.
  ///
  /// @param headers by name, in any case; empty text for one that is not there
  /// @throws IOException when it cannot be told now whether the provider has sent it
  Call read(UnaryOperator<String> headers, byte[] body) throws IOException;

  /// What a call comes to.
  sealed interface Call {
    /// Something has become of this work; what, the provider tells when it is asked.
    ///
    /// @param id the provider's own name for it
    record Work(String id) implements Call {}

    /// It wants to hear this JSON, which proves that the address is ours.
    record Proof(String answer) implements Call {}

    /// Its signature is not the provider's.
    record Forged() implements Call {}

    /// Nothing that concerns us.
    record Nothing() implements Call {}
  }

  /// One that signs nothing: who knows the address is taken for the provider.
  ///
  /// @param pointers JSON pointers to the work's name, the first that is there counts
  static Hook unsigned(String... pointers) {
    return (_, body) -> work(body, pointers);
  }

  /// The work that a body is about.
  ///
  /// @param pointers as in [#unsigned]
  static Call work(byte[] body, String... pointers) {
    JsonNode said = Json.read(body);
    return Arrays.stream(pointers)
        .map(pointer -> said.at(pointer).asText(""))
        .filter(Json.NAME.asMatchPredicate())
        .findFirst()
        .<Call>map(Call.Work::new)
        .orElseGet(Call.Nothing::new);
  }

  /// Bodies and what may stand in them.
  final class Json {
    /// What providers call their work: looked up as it is, so nothing else may be in it.
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,200}");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    /// The body; a missing node when it is no JSON.
    public static JsonNode read(byte[] body) {
      try {
        return JSON.readTree(new String(body, StandardCharsets.UTF_8));
      } catch (JsonProcessingException _) {
        return JSON.missingNode();
      }
    }
  }
}
