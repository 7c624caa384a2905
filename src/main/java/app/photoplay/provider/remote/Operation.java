package app.photoplay.provider.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;

/// Work that a provider has, as it is written down: JSON, so that an operator can read it.
///
/// @param id the provider's own name for it
/// @param since milliseconds since 1970 when it was taken
/// @param more what else is needed to ask for it, such as addresses that the provider gave
public record Operation(String id, long since, Map<String, String> more) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public Operation {
    more = Map.copyOf(more);
  }

  public static Operation of(String id, Instant since) {
    return new Operation(id, since.toEpochMilli(), Map.of());
  }

  /// Reads what [#toString] wrote; a text that is none is the provider's bare name.
  public static Operation parse(String text) {
    try {
      return text.startsWith("{") ? JSON.readValue(text, Operation.class) : bare(text);
    } catch (JsonProcessingException e) {
      return bare(text);
    }
  }

  private static Operation bare(String text) {
    return new Operation(text, 0, Map.of());
  }

  @Override
  public String toString() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
