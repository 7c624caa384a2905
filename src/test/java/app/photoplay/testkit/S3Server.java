package app.photoplay.testkit;

import app.photoplay.config.Secret;
import app.photoplay.storage.bucket.Bucket;
import app.photoplay.storage.bucket.BucketSettings;
import app.photoplay.storage.s3.S3Bucket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/// A real S3 server over HTTP that keeps its objects in a folder.
public final class S3Server implements AutoCloseable {
  private static final String KEY = "photoplay-key";
  private static final String SECRET = "photoplay-secret-that-is-long";

  private final Path folder;
  private S3Proxy server;
  private final int port;

  private S3Server(Path folder) {
    this.folder = folder;
    this.server = serve(folder, 0);
    this.port = server.getPort();
  }

  /// One for all tests of a JVM, ends with it.
  public static S3Server shared() {
    return Shared.ONLY;
  }

  /// One that a test may stop.
  public static S3Server start(Path folder) {
    return new S3Server(folder);
  }

  private static S3Proxy serve(Path folder, int port) {
    try {
      Files.createDirectories(folder);
      Properties properties = new Properties();
      properties.setProperty("jclouds.identity", KEY);
      properties.setProperty("jclouds.credential", SECRET);
      properties.setProperty("jclouds.filesystem.basedir", folder.toString());
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(BlobStores.create("filesystem", properties))
              .endpoint(URI.create("http://127.0.0.1:" + port))
              .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, KEY, SECRET)
              .stopTimeout(0)
              .build();
      server.start();
      return server;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// A new bucket's name.
  public String newBucket() {
    String name = "b" + UUID.randomUUID().toString().substring(0, 12);
    try {
      Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return name;
  }

  public Bucket open(String bucket) {
    return open(bucket, SECRET);
  }

  /// With another secret.
  public Bucket open(String bucket, String secret) {
    return S3Bucket.open(bucket, settings(KEY, secret));
  }

  public BucketSettings.Store.S3 settings() {
    return settings(KEY, SECRET);
  }

  private BucketSettings.Store.S3 settings(String key, String secret) {
    return new BucketSettings.Store.S3(
        Optional.of(address()), "auto", true, new Secret(key), new Secret(secret));
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// The objects of a bucket, by their keys.
  public List<String> objects(String bucket) {
    try (Bucket opened = open(bucket)) {
      return opened.list("").stream().map(Bucket.Item::key).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes other bytes into all objects of a bucket that are not empty.
  public void damage(String bucket) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(bucket))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0) {
          bytes[bytes.length / 2] ^= 1;
          Files.write(file, bytes);
        }
      }
    }
  }

  /// Answers nobody until [#appear()].
  public void vanish() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public void appear() {
    server = serve(folder, port);
  }

  @Override
  public void close() {
    vanish();
  }

  private static final class Shared {
    private static final S3Server ONLY = start();

    private static S3Server start() {
      try {
        return new S3Server(Files.createTempDirectory("photoplay-s3"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
