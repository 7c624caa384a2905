package app.photoplay.storage.bucket;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Whether a bucket can be used: writes, lists and deletes an empty object, and compares the
/// clocks.
public final class BucketCheck {
  /// Object stores refuse requests whose time is further off, and links of such a clock do not
  /// work.
  private static final Duration SKEW = Duration.ofMinutes(15);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private BucketCheck() {}

  /// What was found, in plain words.
  public sealed interface Found {
    /// @param links whether the bucket can be given links to
    record Works(boolean links) implements Found {}

    /// @param facts what does not work
    /// @param cure what helps
    record Broken(String facts, String cure) implements Found {}
  }

  /// @param prefix of all keys, empty or ending with a slash
  /// @param time the clock of this machine
  public static Found run(Bucket bucket, String prefix, InstantSource time)
      throws InterruptedException {
    Optional<Found> clock = clock(bucket, time);
    if (clock.isPresent()) {
      return clock.get();
    }
    String key = prefix + "doctor/" + UUID.randomUUID();
    try {
      bucket.mark(key);
      boolean there = bucket.list(prefix + "doctor/").stream().anyMatch(it -> it.key().equals(key));
      bucket.delete(key);
      return there
          ? new Found.Works(
              bucket.sign(key, Duration.ofMinutes(1), "text/plain", "doctor.txt").isPresent())
          : new Found.Broken(
              "What was written into the bucket is not listed in it.",
              "Use an object store that lists at once what it has taken.");
    } catch (BucketTrouble trouble) {
      return new Found.Broken(trouble.sentence(), trouble.cure());
    } catch (IOException e) {
      return new Found.Broken("The bucket could not be tried: " + e.getMessage(), "See the log.");
    }
  }

  private static Optional<Found> clock(Bucket bucket, InstantSource time)
      throws InterruptedException {
    Optional<Instant> theirs = theirTime(bucket);
    Instant ours = time.instant().truncatedTo(ChronoUnit.SECONDS);
    return theirs
        .filter(it -> Duration.between(it, ours).abs().compareTo(SKEW) > 0)
        .map(it ->
            new Found.Broken(
                "The clock of this machine says %s, that of the object store %s."
                    .formatted(ours, it),
                "Set the clock of this machine, best by NTP."));
  }

  /// As every answer states it, also a refusal.
  private static Optional<Instant> theirTime(Bucket bucket) throws InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(bucket.server()).timeout(PATIENCE).HEAD().build();
      return client
          .send(request, HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("Date")
          .map(it -> ZonedDateTime.parse(it, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (IOException | DateTimeException unknown) {
      return Optional.empty(); // the bucket itself will say what is wrong
    }
  }
}
