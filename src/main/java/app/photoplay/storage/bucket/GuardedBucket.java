package app.photoplay.storage.bucket;

import app.photoplay.retry.Backoff;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A bucket that is not asked for a while after it failed, so that nobody waits for its time-outs
/// again and again. Says once that it is away, and once that it is back. Thread-safe.
final class GuardedBucket implements Bucket {
  private static final Logger log = LoggerFactory.getLogger(GuardedBucket.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private static final Duration RETURNING = Duration.ofMinutes(2);

  private final Bucket bucket;
  private final InstantSource time;
  private @Nullable BucketTrouble trouble;
  private int failures;
  private Instant asked = Instant.MIN;
  private Instant returned = Instant.EPOCH;

  GuardedBucket(Bucket bucket, InstantSource time) {
    this.bucket = bucket;
    this.time = time;
  }

  private interface Call<T> {
    T run() throws IOException;
  }

  /// Why it is away, empty when it is not.
  synchronized Optional<BucketTrouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /// Whether it came back just now: others may not have uploaded yet what waited with them.
  synchronized boolean returning() {
    Instant now = time.instant();
    return now.isBefore(returned.plus(RETURNING)) && !now.isBefore(returned);
  }

  /// Whether it works; asks it when it did not, and the time for that has come.
  boolean works() {
    if (trouble().isEmpty()) {
      return true;
    }
    try {
      list("probe/");
      return true;
    } catch (IOException stillAway) {
      return false;
    }
  }

  private <T> T call(Call<T> call) throws IOException {
    refuseWhileAway();
    T answer;
    try {
      answer = call.run();
    } catch (BucketTrouble failed) {
      away(failed);
      throw failed;
    }
    back();
    return answer;
  }

  private synchronized void refuseWhileAway() throws BucketTrouble {
    Instant now = time.instant();
    if (trouble == null) {
      return;
    }
    // a clock that was set back must not keep it away
    if (now.isBefore(asked.plus(BACKOFF.pause(failures))) && !now.isBefore(asked)) {
      throw new BucketTrouble(trouble.kind(), "not asked again yet", trouble);
    }
    asked = now; // one asks, the others wait for what comes of it
  }

  private synchronized void away(BucketTrouble why) {
    if (trouble == null) {
      log.atWarn()
          .addKeyValue("error", why.getMessage())
          .log("the bucket is away; new files wait on this machine");
    }
    trouble = why;
    failures++;
    asked = time.instant();
  }

  private synchronized void back() {
    if (trouble != null) {
      log.info("the bucket is back");
      returned = time.instant();
    }
    trouble = null;
    failures = 0;
  }

  @Override
  public void put(String key, Path file, String type) throws IOException {
    call(() -> {
      bucket.put(key, file, type);
      return key;
    });
  }

  @Override
  public void mark(String key) throws IOException {
    call(() -> {
      bucket.mark(key);
      return key;
    });
  }

  @Override
  public List<Item> list(String prefix) throws IOException {
    return call(() -> bucket.list(prefix));
  }

  @Override
  public void download(String key, Path target) throws IOException {
    call(() -> {
      bucket.download(key, target);
      return key;
    });
  }

  @Override
  public void delete(String key) throws IOException {
    call(() -> {
      bucket.delete(key);
      return key;
    });
  }

  @Override
  public Optional<URI> sign(String key, Duration lives, String type, String name) {
    return bucket.sign(key, lives, type, name);
  }

  @Override
  public URI server() {
    return bucket.server();
  }

  @Override
  public void close() {
    bucket.close();
  }
}
