package app.photoplay.storage.bucket;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A bucket whose requests are counted.
final class CountedBucket implements Bucket {
  private final Bucket bucket;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger downloads = new AtomicInteger();

  CountedBucket(Bucket bucket) {
    this.bucket = bucket;
  }

  int requests() {
    return requests.get();
  }

  int downloads() {
    return downloads.get();
  }

  @Override
  public void put(String key, Path file, String type) throws IOException {
    requests.incrementAndGet();
    bucket.put(key, file, type);
  }

  @Override
  public void mark(String key) throws IOException {
    requests.incrementAndGet();
    bucket.mark(key);
  }

  @Override
  public List<Item> list(String prefix) throws IOException {
    requests.incrementAndGet();
    return bucket.list(prefix);
  }

  @Override
  public void download(String key, Path target) throws IOException {
    requests.incrementAndGet();
    downloads.incrementAndGet();
    bucket.download(key, target);
  }

  @Override
  public void delete(String key) throws IOException {
    requests.incrementAndGet();
    bucket.delete(key);
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
