package app.photoplay.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.TinyVideo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes over the wire, beside the documented bodies.
class RunwayRequestsTest {
  private static final Money ENOUGH = new Money(1_000_000);

  @TempDir Path home;

  @Test
  void aPhotoAndWordsBecomeTheDocumentedBody() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      Call call = ordered(bench, "runway-gen45", Parts.shot(home, 4.2));

      assertThat(call.path()).isEqualTo("/v1/image_to_video");
      assertThat(call.json())
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"model": "gen4.5",
                       "promptImage": [{"uri": "runway://1-photo.jpg", "position": "first"}],
                       "promptText": "the fox turns its head. Camera: push in. watercolour.",
                       "duration": 5,
                       "ratio": "1280:720",
                       "seed": 7}
                      """));
    }
  }

  @Test
  void everyRequestNamesKeyVersionAndType() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      Call call = ordered(bench, "runway-gen45", Parts.shot(home, 4));

      assertThat(call.header("authorization")).isEqualTo("Bearer " + RunwayBench.KEY);
      assertThat(call.header("x-runway-version")).isEqualTo("2024-11-06");
      assertThat(call.header("content-type")).startsWith("application/json");
    }
  }

  @Test
  void firstAndLastFrameHaveTheirPlaces() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      VideoPrompt shot = Parts.shot(home, 5);

      Call call =
          ordered(bench, "runway-veo-fast-sound", between(shot, shot.firstFrame().orElseThrow()));

      assertThat(call.json().path("promptImage").findValuesAsText("position"))
          .containsExactly("first", "last");
      assertThat(call.json().path("duration").asInt()).isEqualTo(6);
      assertThat(call.json().path("audio").asBoolean()).isTrue();
      assertThat(call.json().has("seed")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "runway-gen45-words,WIDE,1280:720",
    "runway-gen45-words,TALL,720:1280",
    "runway-wan3-480p,TALL,480:832",
    "runway-veo,WIDE,1920:1080",
    "runway-seedance2-mini,SQUARE,960:960",
    "runway-seedance2-mini,PORTRAIT,834:1112",
    "runway-seedance2,PHOTO,1920:1080"
  })
  void wordsAloneAreTakenInEachShape(String model, Shape shape, String ratio) throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      Call call = ordered(bench, model, words("A fox looks up", shape));

      assertThat(call.path()).isEqualTo("/v1/text_to_video");
      assertThat(call.json().path("ratio").asText()).isEqualTo(ratio);
      assertThat(call.json().path("promptText").asText())
          .isEqualTo("A fox looks up. wide shot. Camera: push in. watercolour.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "runway-gen4-turbo,480,360,1104:832",
    "runway-gen4-turbo,400,400,960:960",
    "runway-gen4-turbo,360,480,832:1104",
    "runway-gen4-turbo,900,400,1280:720",
    "runway-veo-fast,700,400,1280:720",
    "runway-wan3-720p,480,360,auto_720p"
  })
  void aPhotosOwnShapeGetsTheNearestFrame(String model, int width, int height, String ratio)
      throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      Path photo = TinyVideo.portrait(home.resolve("own.jpg"), width, height);

      Call call = ordered(bench, model, of(photo, Shape.PHOTO));

      assertThat(call.json().path("ratio").asText()).isEqualTo(ratio);
    }
  }

  @Test
  void aPhotoOfWhichMostWouldBeCutAwayIsNotSent() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      Path square = TinyVideo.portrait(home.resolve("square.jpg"), 400, 400);

      Result<Uploads> result = work(bench, "runway-veo-fast").upload(of(square, Shape.PHOTO));

      assertThat(result).isEqualTo(new Result.Refused<Uploads>(Failure.Code.NOT_ACCEPTED));
      assertThat(bench.api().calls(Step.UPLOAD)).isEmpty();
    }
  }

  @Test
  void theWordsEndWhereTheModelsRoomEnds() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String almost = "🦊".repeat(495);

      Call call = ordered(bench, "runway-gen45-words", words(almost, Shape.WIDE));

      // 990 units and a full stop: no room is left for the camera
      assertThat(call.json().path("promptText").asText()).isEqualTo(almost + ".");
    }
  }

  @Test
  void theSeedIsWithinTheAllowedRange() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      VideoPrompt shot = words("A fox looks up", Shape.WIDE);

      Call call = ordered(bench, "runway-gen45-words", seeded(shot, -2));

      assertThat(call.json().path("seed").asLong()).isEqualTo(4294967294L);
    }
  }

  @Test
  void anUploadBringsThePhotoWithoutTheKey() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      ordered(bench, "runway-gen4-turbo", Parts.shot(home, 4));

      List<Call> calls = bench.api().calls(Step.UPLOAD);
      assertThat(calls.getFirst().text())
          .isEqualTo("{\"filename\":\"photo.jpg\",\"type\":\"ephemeral\"}");
      assertThat(calls.getLast().path()).isEqualTo("/bucket/");
      assertThat(calls.getLast().header("authorization")).isEmpty();
      assertThat(bench.api().file("runway://1-photo.jpg")).startsWith(0xFF, 0xD8, 0xFF);
    }
  }

  @Test
  void aRefusedUploadIsTriedWithANewTicket() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      Work.Paid<VideoPrompt, Render> work = work(bench, "runway-gen4-turbo");
      bench.api().refuseNextFile();

      assertThat(work.upload(Parts.shot(home, 4))).isInstanceOf(Result.Broken.class);
      assertThat(work.upload(Parts.shot(home, 4)))
          .isInstanceOfSatisfying(
              Result.Ready.class,
              it -> assertThat(it.value().toString()).contains("runway://2-photo.jpg"));
    }
  }

  private static Call ordered(RunwayBench bench, String model, VideoPrompt prompt)
      throws Exception {
    Work.Paid<VideoPrompt, Render> work = work(bench, model);
    Uploads uploads = ((Result.Ready<Uploads>) work.upload(prompt)).value();
    Sent sent = work.order(prompt, uploads, ENOUGH).send("one");
    assertThat(sent).isInstanceOf(Sent.Accepted.class);
    return bench.api().calls(Step.ORDER).getFirst();
  }

  private static Work.Paid<VideoPrompt, Render> work(RunwayBench bench, String model) {
    return (Work.Paid<VideoPrompt, Render>) bench.camera(model).work();
  }

  private static VideoPrompt words(String text, Shape shape) {
    return prompt(text, Optional.empty(), Optional.empty(), shape, 7);
  }

  private static VideoPrompt of(Path photo, Shape shape) {
    return prompt("A fox", Optional.of(photo), Optional.empty(), shape, 7);
  }

  private static VideoPrompt between(VideoPrompt shot, Path last) {
    return prompt(shot.text(), shot.firstFrame(), Optional.of(last), shot.shape(), 7);
  }

  private static VideoPrompt seeded(VideoPrompt shot, long seed) {
    return prompt(shot.text(), Optional.empty(), Optional.empty(), shot.shape(), seed);
  }

  private static VideoPrompt prompt(
      String text, Optional<Path> first, Optional<Path> last, Shape shape, long seed) {
    return new VideoPrompt(
        text,
        "watercolour",
        "",
        first,
        last,
        5,
        shape,
        Quality.STANDARD,
        CameraMove.PUSH_IN,
        ShotSize.WIDE,
        seed);
  }
}
