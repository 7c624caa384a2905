package app.photoplay.provider.flow;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;

/// The answers that are being read, and those that have ended, for as long as their videos can be
/// fetched. Thread-safe.
final class Streams {
  private static final long KEPT_HOURS = 2;

  private final Map<String, Stream> streams = new ConcurrentHashMap<>();

  /// Reads an answer to its end, in the background.
  ///
  /// @param response closed then
  /// @return its name
  String read(Stream stream, Response response) {
    String name = UUID.randomUUID().toString();
    streams.put(name, stream);
    Thread.ofVirtual()
        .name("flow-" + name)
        .start(() -> {
          try (response) {
            stream.finish();
          } finally {
            CompletableFuture.delayedExecutor(KEPT_HOURS, TimeUnit.HOURS)
                .execute(() -> streams.remove(name));
          }
        });
    return name;
  }

  /// One of them; empty when this program does not read it.
  Optional<Stream> find(String name) {
    return Optional.ofNullable(streams.get(name));
  }
}
