package app.photoplay.storage.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.storage.bucket.Bucket;
import app.photoplay.storage.bucket.BucketTrouble;
import app.photoplay.testkit.GcsServer;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcsBucketTest {
  @TempDir Path folder;
  private final GcsServer server = GcsServer.start().withBucket("photos");
  private Bucket bucket;

  @BeforeEach
  void open() {
    bucket = GcsBucket.open("photos", server.settings());
  }

  @AfterEach
  void close() {
    bucket.close();
    server.close();
  }

  @Test
  void anUploadThatIsCutGoesOnWhereItWasCut() throws IOException {
    byte[] bytes = bytes(5_000_000);
    server.cutUploads(2);

    bucket.put("a/video", Files.write(folder.resolve("v.mp4"), bytes), "video/mp4");

    assertThat(server.objects("photos").get("a/video")).isEqualTo(bytes);
    assertThat(server.requests()).filteredOn(it -> it.startsWith("POST")).hasSize(1);
  }

  @Test
  void whatWasStoredThoughTheAnswerWasLostIsStored() throws IOException {
    byte[] bytes = bytes(100);
    server.loseAnswers(1);
    bucket.put("a/video", Files.write(folder.resolve("v.mp4"), bytes), "video/mp4");
    server.loseAnswers(1);
    bucket.mark("a/mark");

    assertThat(server.objects("photos")).containsOnlyKeys("a/video", "a/mark");
    assertThat(server.objects("photos").get("a/video")).isEqualTo(bytes);
  }

  @Test
  void whatIsThereUnderTheKeyAndIsNotTheSameIsNotTakenForIt() throws IOException {
    bucket.put("a/video", Files.write(folder.resolve("v.mp4"), bytes(100)), "video/mp4");
    Path other = Files.write(folder.resolve("w.mp4"), bytes(200));

    assertThatThrownBy(() -> bucket.put("a/video", other, "video/mp4"))
        .isInstanceOf(BucketTrouble.class);
  }

  @Test
  void downloadsWhatWasUploaded() throws IOException {
    byte[] bytes = bytes(3_000_000);
    bucket.put("a/video", Files.write(folder.resolve("v.mp4"), bytes), "video/mp4");

    bucket.download("a/video", folder.resolve("copy"));

    assertThat(folder.resolve("copy")).hasBinaryContent(bytes);
    assertThatThrownBy(() -> bucket.download("a/other", folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void saysWhatIsWrongInOneWord() {
    Bucket none = GcsBucket.open("nobodys", server.settings());
    assertThat(trouble(none)).isEqualTo(BucketTrouble.Kind.NO_BUCKET);
    server.refuse(403);
    assertThat(trouble(bucket)).isEqualTo(BucketTrouble.Kind.NOT_OURS);
    server.refuse(401);
    assertThat(trouble(bucket)).isEqualTo(BucketTrouble.Kind.WRONG_KEY);
    server.refuse(0);
    server.close();
  }

  private static BucketTrouble.Kind trouble(Bucket bucket) {
    try {
      bucket.list("");
      throw new AssertionError("it works");
    } catch (BucketTrouble trouble) {
      return trouble.kind();
    } catch (IOException other) {
      throw new AssertionError(other);
    }
  }

  @Test
  void linksAreSignedForAWeekAtMost() throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    ServiceAccountCredentials account =
        ServiceAccountCredentials.newBuilder()
            .setClientEmail("bot@example.iam.gserviceaccount.com")
            .setPrivateKey(keys.generateKeyPair().getPrivate())
            .build();
    Bucket ours = GcsBucket.open("photos", server.settings(), account);

    URI link = ours.sign("a/b c#d.mp4", Duration.ofDays(7), "video/mp4", "me.mp4").orElseThrow();

    assertThat(link.toString())
        .startsWith(server.address() + "/photos/a/b%20c%23d.mp4?")
        .contains("X-Goog-Algorithm=GOOG4-RSA-SHA256", "X-Goog-Expires=604800")
        .contains("response-content-type=video%2Fmp4", "me.mp4");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void withoutASignerThereAreNoLinks() {
    assertThat(bucket.sign("a/b", Duration.ofHours(1), "video/mp4", "me.mp4")).isEmpty();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
