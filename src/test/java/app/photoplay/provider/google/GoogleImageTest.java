package app.photoplay.provider.google;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Size;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.image.GeneratedImage;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.Bench;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.SettableTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pictures by key and in a project.
class GoogleImageTest extends GoogleContract<ImagePrompt, GeneratedImage> {
  @TempDir Path home;
  private final SettableTime time = SettableTime.noon();
  private final GoogleFake fake = new GoogleFake(KEY);

  @AfterEach
  void end() {
    fake.close();
  }

  @Override
  protected Bench<ImagePrompt, GeneratedImage> bench(Path home) throws IOException {
    GoogleFake api = new GoogleFake(KEY);
    api.answers(picture());
    Workshop workshop = Parts.workshop(home, time);
    Google google = Keys.gemini(api, KEY, workshop);
    return new Bench<>(
        api, paid(painter(google, "google-nano-banana")), prompt(home), workshop, time);
  }

  @Override
  String more() {
    return picture().replaceFirst("\\{", "{\"news\":{\"a\":[1]},");
  }

  /// A draft that is a square, and then what was meant.
  private static String picture() {
    return GoogleFake.media(
        "image/png",
        PhotoFiles.encoded(PhotoFiles.corners(40, 40), "png"),
        PhotoFiles.encoded(PhotoFiles.corners(768, 432), "png"));
  }

  private static ImagePrompt prompt(Path home) throws IOException {
    return new ImagePrompt(
        "A fox in a boat",
        "watercolour",
        ShotSize.WIDE,
        new Size(1920, 1080),
        7,
        List.of(Parts.photo(home)));
  }

  @Test
  void theRequestIsAsDocumented() throws Exception {
    fake.answers(picture());

    ordered(painter(Keys.gemini(fake, KEY, workshop()), "google-nano-banana"));

    Call call = fake.calls(Step.ORDER).getFirst();
    assertThat(call.path()).isEqualTo("/v1beta/models/gemini-nano-banana-2.1:generateContent");
    ObjectNode body = (ObjectNode) call.json();
    ObjectNode reference = (ObjectNode) body.at("/contents/0/parts/1/inlineData");
    assertThat(decoded(reference.remove("data"))).isEqualTo(new Size(480, 270));
    assertThat(body)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"contents":[{"role":"user","parts":[
                      {"text":"A picture, wide shot.\\nA fox in a boat\\nStyle: watercolour\\nWho \
                    and what is in the pictures looks the same."},
                      {"inlineData":{"mimeType":"image/jpeg"}}]}],
                     "generationConfig":{"responseModalities":["TEXT","IMAGE"],
                      "imageConfig":{"aspectRatio":"16:9","imageSize":"2K"}}}
                    """));
  }

  private static Size decoded(JsonNode data) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(data.binaryValue()));
    return new Size(image.getWidth(), image.getHeight());
  }

  @Test
  void theLastPictureThatIsNoDraftIsTaken() throws Exception {
    fake.answers(picture());
    ImageModel painter = painter(Keys.gemini(fake, KEY, workshop()), "google-nano-banana");

    Sent sent = ordered(painter);
    Result<GeneratedImage> result =
        paid(painter).poll(((Sent.Accepted) sent).operation(), Optional::empty);

    GeneratedImage image = ((Result.Ready<GeneratedImage>) result).value();
    assertThat(image.size()).isEqualTo(new Size(768, 432));
    assertThat(Files.readAllBytes(image.picture()))
        .isEqualTo(PhotoFiles.encoded(PhotoFiles.corners(768, 432), "png"));
  }

  @Test
  void aPictureIsThereAgainForWhoDiedBeforeItWasStored() throws Exception {
    fake.answers(picture());
    ImageModel painter = painter(Keys.gemini(fake, KEY, workshop()), "google-nano-banana");
    String operation = ((Sent.Accepted) ordered(painter)).operation();
    paid(painter).poll(operation, Optional::empty);

    ImageModel after = painter(Keys.gemini(fake, KEY, workshop()), "google-nano-banana");

    assertThat(paid(after).poll(operation, Optional::empty)).isInstanceOf(Result.Ready.class);
    assertThat(operation).hasSizeLessThan(500);
  }

  @ParameterizedTest
  @CsvSource({
    "IMAGE_SAFETY, POLICY",
    "IMAGE_PROHIBITED_CONTENT, POLICY",
    "PROHIBITED_CONTENT, POLICY",
    "IMAGE_RECITATION, POLICY",
    "NO_IMAGE, BAD_RESULT",
    "IMAGE_OTHER, BAD_RESULT",
    "A_REASON_OF_TOMORROW, BAD_RESULT"
  })
  void anEndWithoutAPictureIsToldApart(String end, Code code) throws Exception {
    fake.answers("{\"candidates\":[{\"finishReason\":\"" + end + "\",\"index\":0}]}");

    assertThat(refused(ordered(painter(Keys.gemini(fake, KEY, workshop()), "google-nano-banana"))))
        .isEqualTo(code);
  }

  @Test
  void wordsAloneAreARefusal() throws Exception {
    fake.answers(GoogleFake.words("I cannot draw this person."));

    assertThat(refused(ordered(painter(Keys.gemini(fake, KEY, workshop()), "google-nano-banana"))))
        .isEqualTo(Code.POLICY);
  }

  @Test
  void aModelThatIsGoneDoesNotBlameTheKey() throws Exception {
    fake.next(Step.ORDER, GoogleFake.error(404, "NOT_FOUND", "models/x is no longer available"));

    assertThat(refused(ordered(painter(Keys.gemini(fake, KEY, workshop()), "google-nano-banana"))))
        .isEqualTo(Code.PROVIDER_BROKEN);
  }

  @Test
  void theSizeThatIsNotOfferedIsNotAskedFor() throws Exception {
    fake.answers(picture());

    ordered(painter(Keys.vertex(fake, KEY, home, "", workshop()), "google-lite-image"));

    Call call = fake.calls(Step.ORDER).getFirst();
    assertThat(call.path()).contains("/locations/global/");
    assertThat(call.json().at("/generationConfig/imageConfig").toString())
        .isEqualTo("{\"aspectRatio\":\"16:9\"}");
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080, 16:9", "1080, 1920, 9:16", "500, 500, 1:1", "1000, 1250, 4:5"})
  void theNearestRatioIsAskedFor(int width, int height, String ratio) {
    assertThat(GoogleImage.ratio(new Size(width, height))).isEqualTo(ratio);
  }

  @Test
  void aPictureOfTwentyMegabytesIsRead() throws Exception {
    byte[] large = new byte[20_000_000];
    fake.next(Step.ORDER, Answer.json(200, GoogleFake.media("image/png", new byte[1], large)));

    assertThat(ordered(painter(Keys.gemini(fake, KEY, workshop()), "google-nano-banana")))
        .isInstanceOf(Sent.Accepted.class);
  }

  private Workshop workshop() {
    return Parts.workshop(home, time);
  }

  private Sent ordered(ImageModel painter) throws Exception {
    return paid(painter).order(prompt(home), Uploads.NONE, new Money(200_000)).send("key");
  }

  private static Code refused(Sent sent) {
    return ((Sent.Refused) sent).failure().code();
  }

  private static ImageModel painter(Google google, String name) {
    return google.painters().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Work.Paid<ImagePrompt, GeneratedImage> paid(ImageModel model) {
    return (Work.Paid<ImagePrompt, GeneratedImage>) model.work();
  }
}
