package app.photoplay.storage.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.config.Secret;
import app.photoplay.storage.bucket.BucketCheck.Found;
import app.photoplay.storage.s3.S3Bucket;
import app.photoplay.testkit.S3Server;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// One sentence for each thing that may be wrong with a bucket.
class BucketCheckTest {
  private final S3Server server = S3Server.shared();

  @Test
  void aBucketOfOursWorksAndNothingIsLeftInIt() throws InterruptedException {
    String name = server.newBucket();

    assertThat(run(server.open(name))).isEqualTo(new Found.Works(true));
    assertThat(server.objects(name)).isEmpty();
  }

  @Test
  void aBucketThatIsNotThere() throws InterruptedException {
    assertThat(broken(server.open("nobodys-bucket"))).contains("no bucket of this name");
  }

  @Test
  void aWrongSecret() throws InterruptedException {
    assertThat(broken(server.open(server.newBucket(), "another-secret")))
        .contains("does not know these credentials");
  }

  @Test
  void aServerThatIsNotThere() throws InterruptedException {
    BucketSettings.Store.S3 nowhere =
        new BucketSettings.Store.S3(
            Optional.of(URI.create("http://127.0.0.1:1")),
            "auto",
            true,
            new Secret("key"),
            new Secret("secret"));

    assertThat(broken(S3Bucket.open("photos", nowhere))).contains("cannot be reached");
  }

  @Test
  void aClockThatIsTwentyMinutesOff() throws InterruptedException {
    InstantSource slow = () -> InstantSource.system().instant().minus(Duration.ofMinutes(20));

    Found found = BucketCheck.run(server.open(server.newBucket()), "", slow);

    assertThat(found).isInstanceOf(Found.Broken.class);
    assertThat(((Found.Broken) found).facts())
        .matches("The clock of this machine says .*Z, that of the object store .*Z\\.");
  }

  private static String broken(Bucket bucket) throws InterruptedException {
    Found found = run(bucket);
    assertThat(found).isInstanceOf(Found.Broken.class);
    return ((Found.Broken) found).facts();
  }

  private static Found run(Bucket bucket) throws InterruptedException {
    try (bucket) {
      return BucketCheck.run(bucket, "photos/", InstantSource.system());
    }
  }
}
