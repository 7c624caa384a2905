package app.photoplay.storage.bucket;

import app.photoplay.config.Kind;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Where files are kept.
///
/// @param bucket its name; empty when they stay on this machine
/// @param prefix of all keys, empty or ending with a slash
/// @param cacheSize bytes that copies on this machine may take
/// @param linksLive how long a link to a file works
public record BucketSettings(
    Store store, String bucket, String prefix, long cacheSize, Duration linksLive) {

  private static final Duration LONGEST_LINK = Duration.ofDays(7);

  /// Kinds of stores.
  public sealed interface Store {
    /// On this machine.
    record Local() implements Store {}

    /// Whatever speaks the language of S3.
    ///
    /// @param endpoint where it is; empty for Amazon's of the region
    /// @param pathStyle whether the bucket is part of the path, not of the host's name
    record S3(Optional<URI> endpoint, String region, boolean pathStyle, Secret key, Secret secret)
        implements Store {}

    /// Google Cloud Storage.
    ///
    /// @param baseUrl another server that speaks its language
    /// @param credentials a file; empty for those of the machine
    record Gcs(Optional<URI> baseUrl, Optional<Secret> credentials) implements Store {}
  }

  private enum Named {
    LOCAL,
    S3,
    GCS
  }

  private static final Kind<String> BUCKET =
      Kind.of(
          "3 to 63 lower-case letters, digits, hyphens and dots, or nothing",
          text ->
              Optional.of(text)
                  .filter(it -> it.isEmpty() || it.matches("[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]")));

  private static final Kind<String> PREFIX =
      Kind.of(
          "letters, digits, hyphens and slashes, or nothing",
          text ->
              Optional.of(text.replaceAll("^/+|/+$", ""))
                  .filter(it -> it.matches("[A-Za-z0-9_/-]{0,100}") && !it.contains("//"))
                  .map(it -> it.isEmpty() ? "" : it + "/"));

  private static final Kind<String> REGION =
      Kind.of(
          "a region such as auto or eu-central-1",
          text -> Optional.of(text).filter(it -> it.matches("[a-z0-9-]{2,32}")));

  private static final Kind<Boolean> YES_OR_NO =
      Kind.of(
          "true or false",
          text ->
              Optional.of(text)
                  .filter(it -> it.equals("true") || it.equals("false"))
                  .map(Boolean::valueOf));

  private static final Kind<Optional<URI>> SERVER_OR_NONE =
      new Kind<>(
          "an address such as https://storage.example.org, or nothing",
          (text, base) ->
              text.isEmpty()
                  ? Optional.of(Optional.empty())
                  : Values.SERVER.reading().read(text, base).map(Optional::of));

  private static final Kind<Duration> LINKS =
      new Kind<>(
          "from 1m to 7d",
          (text, base) ->
              Values.TIME
                  .reading()
                  .read(text, base)
                  .filter(it -> it.toMinutes() > 0 && it.compareTo(LONGEST_LINK) <= 0));

  /// Reads the section `storage`, and the secrets.
  public static BucketSettings read(Section root) {
    Section storage = root.section("storage");
    Named named = storage.value("store", "local", Values.oneOf(Named.class));
    String bucket = storage.value("bucket", "", BUCKET);
    String prefix = storage.value("prefix", "", PREFIX);
    if (named != Named.LOCAL && bucket.isEmpty()) {
      storage.problem("bucket", "storage.store is not local, so name the bucket");
    }
    if (named == Named.LOCAL && !bucket.isEmpty()) {
      storage.problem("bucket", "set storage.store to s3 or gcs to use it");
    }
    Store s3 = s3(root, storage, named);
    Store gcs = gcs(root, storage);
    return new BucketSettings(
        switch (named) {
          case LOCAL -> new Store.Local();
          case S3 -> s3;
          case GCS -> gcs;
        },
        bucket,
        prefix,
        storage.value("cache-size", "2GB", Values.BYTES),
        storage.value("links-live", "24h", LINKS));
  }

  private static Store s3(Section root, Section storage, Named named) {
    Section own = storage.section("s3");
    Optional<Secret> key = secret(root, "access-key-id");
    Optional<Secret> secret = secret(root, "secret-access-key");
    if (named == Named.S3 && (key.isEmpty() || secret.isEmpty())) {
      storage.problem(
          "store", "s3 needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY in .env or the environment");
    }
    return new Store.S3(
        own.value("endpoint", "", SERVER_OR_NONE),
        own.value("region", "auto", REGION),
        own.value("path-style", "true", YES_OR_NO),
        key.orElse(new Secret("")),
        secret.orElse(new Secret("")));
  }

  private static Optional<Secret> secret(Section root, String name) {
    return root.section("s3")
        .secret(name, "r2." + name, it -> it.matches("\\S+"), "must be one word");
  }

  private static Store gcs(Section root, Section storage) {
    return new Store.Gcs(
        storage.section("gcs").value("base-url", "", SERVER_OR_NONE),
        root.section("google")
            .secret("application-credentials", it -> !it.isBlank(), "must be the path of a file"));
  }
}
