package app.photoplay.provider.flow;

import app.photoplay.provider.remote.Fault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// An answer of the gateway's that goes on while it works: events of `data: {json}`, with how far
/// it is in words, then the video's address, or an error. Read by one thread, asked by others.
final class Stream {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LONGEST_LINE = 1 << 20;
  private static final int LONGEST_CONTENT = 1 << 16;
  private static final Pattern VIDEO = Pattern.compile("<video[^>]+src=['\"](.*?)['\"]");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");

  private final BufferedSource source;
  private final StringBuilder content = new StringBuilder();
  private final CompletableFuture<End> end = new CompletableFuture<>();
  private volatile double fraction = -1;

  Stream(BufferedSource source) {
    this.source = source;
  }

  /// How an answer ends.
  sealed interface End {
    record Made(String address) implements End {}

    /// The gateway says that it failed.
    record Failed(Fault fault) implements End {}

    /// It broke off. The gateway may go on for nobody.
    record Lost(String why) implements End {}
  }

  /// Reads the first event.
  ///
  /// @throws Fault.Thrown when it is an error
  /// @throws IOException when none comes
  void begin() throws IOException {
    JsonNode first = next();
    if (first == null || !first.has("choices") && !first.has("error")) {
      throw new IOException("an answer without any sign of work");
    }
    if (first.has("error")) {
      throw FlowFaults.inside(first).thrown();
    }
    take(first);
  }

  /// Reads all others.
  void finish() {
    try {
      JsonNode event = next();
      while (event != null && !event.has("error")) {
        take(event);
        event = next();
      }
      end.complete(event == null ? made() : new End.Failed(FlowFaults.inside(event)));
    } catch (IOException e) {
      end.complete(new End.Lost(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
  }

  private End made() {
    Matcher video = VIDEO.matcher(content);
    return video.find()
        ? new End.Made(video.group(1))
        : new End.Failed(new Fault.Output("an answer without a video"));
  }

  /// The next event; null for that which ends all.
  private @Nullable JsonNode next() throws IOException {
    while (true) {
      String line = source.readUtf8LineStrict(LONGEST_LINE).strip();
      if (!line.startsWith("data:")) {
        continue; // blank lines and comments
      }
      String data = line.substring("data:".length()).strip();
      if (data.equals("[DONE]")) {
        return null;
      }
      return read(data);
    }
  }

  private static JsonNode read(String data) throws IOException {
    try {
      return JSON.readTree(data);
    } catch (JsonProcessingException e) {
      throw new IOException("an event that is no JSON", e);
    }
  }

  private void take(JsonNode event) {
    JsonNode delta = event.path("choices").path(0).path("delta");
    if (content.length() < LONGEST_CONTENT) {
      content.append(delta.path("content").asText(""));
    }
    Matcher percent = PERCENT.matcher(delta.path("reasoning_content").asText(""));
    while (percent.find()) {
      fraction = Math.min(1, Integer.parseInt(percent.group(1)) / 100.0);
    }
  }

  /// How it ends, or will end.
  CompletableFuture<End> end() {
    return end;
  }

  /// How far the work is, as far as the gateway says.
  OptionalDouble fraction() {
    return fraction < 0 ? OptionalDouble.empty() : OptionalDouble.of(fraction);
  }
}
