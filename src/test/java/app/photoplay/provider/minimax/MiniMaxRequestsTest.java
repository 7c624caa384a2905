package app.photoplay.provider.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.remote.FakeApi.Call;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.TinyVideo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes over the wire, beside the documented bodies, and what it costs.
class MiniMaxRequestsTest {
  @TempDir Path home;

  @Test
  void theFirstApiGetsFrameCommandLengthAndSize() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      Call call = ordered(bench, "minimax-hailuo23-fast-10s", photo(Shape.WIDE));

      ObjectNode body = (ObjectNode) call.json();
      assertThat(body.remove("first_frame_image").asText()).startsWith("data:image/jpeg;base64,");
      assertThat(call.path()).isEqualTo("/v1/video_generation");
      assertThat(call.header("authorization")).isEqualTo("Bearer " + MiniMaxBench.KEY);
      assertThat(body)
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"model": "MiniMax-Hailuo-2.3-Fast",
                       "prompt": "A fox looks up. watercolour. [Push in]",
                       "prompt_optimizer": false,
                       "duration": 10,
                       "resolution": "768P"}
                      """));
    }
  }

  @Test
  void theSecondApiGetsPartsWithTheirRoles() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      Path photo = MiniMaxBench.photo(home);
      VideoPrompt shot =
          MiniMaxBench.shot(Optional.of(photo), Optional.of(photo), Shape.WIDE, CameraMove.TILT_UP);

      Call call = ordered(bench, "minimax-h3-2k", shot);

      ObjectNode body = (ObjectNode) call.json();
      body.path("content")
          .forEach(part -> {
            if (part.path("image_url") instanceof ObjectNode image) {
              assertThat(image.get("url").asText()).startsWith("data:image/jpeg;base64,");
              image.put("url", "a photo");
            }
          });
      assertThat(call.path()).isEqualTo("/v2/video_generation");
      assertThat(body)
          .isEqualTo(
              new ObjectMapper()
                  .readTree(
                      """
                      {"model": "MiniMax-H3",
                       "content": [
                         {"type": "text",
                          "text": "A fox looks up. Camera: tilt up. watercolour."},
                         {"type": "image_url", "image_url": {"url": "a photo"},
                          "role": "first_frame"},
                         {"type": "image_url", "image_url": {"url": "a photo"},
                          "role": "last_frame"}],
                       "resolution": "2K",
                       "duration": 4,
                       "ratio": "adaptive"}
                      """));
    }
  }

  @ParameterizedTest
  @EnumSource(CameraMove.class)
  void everyMoveHasItsCommand(CameraMove move) {
    String label = move.label().replace('-', ' ');

    assertThat(CameraCommands.of(move))
        .isEqualTo(
            "["
                + label.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + label.substring(1)
                + "]");
  }

  @Test
  void bracketsInPeoplesWordsMoveNoCamera() {
    VideoPrompt shot =
        MiniMaxBench.shot(Optional.empty(), Optional.empty(), Shape.WIDE, CameraMove.SHAKE);
    VideoPrompt bracketed =
        new VideoPrompt(
            "A sign [Pan left]",
            "",
            "",
            shot.firstFrame(),
            shot.lastFrame(),
            6,
            shot.shape(),
            shot.quality(),
            shot.camera(),
            shot.shot(),
            1);

    assertThat(CameraCommands.in(bracketed, 2000))
        .isEqualTo("A sign (Pan left). wide shot. [Shake]");
    assertThat(CameraCommands.in(bracketed, 20)).isEqualTo("A sign (Pan [Shake]");
  }

  @ParameterizedTest
  @CsvSource({"WIDE,16:9", "TALL,9:16", "SQUARE,1:1", "PORTRAIT,3:4", "PHOTO,16:9"})
  void wordsAloneNameTheirShape(Shape shape, String ratio) throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      Call call =
          ordered(
              bench,
              "minimax-h3",
              MiniMaxBench.shot(Optional.empty(), Optional.empty(), shape, CameraMove.PUSH_IN));

      assertThat(call.json().path("ratio").asText()).isEqualTo(ratio);
    }
  }

  @ParameterizedTest
  @CsvSource({"90,160,PHOTO", "900,80,PHOTO", "80,900,PHOTO", "200,200,TALL", "640,480,WIDE"})
  void photosArriveLargeEnoughAndInAnAllowedShape(int width, int height, Shape shape)
      throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      Path photo = TinyVideo.portrait(home.resolve("small.jpg"), width, height);
      VideoPrompt shot =
          MiniMaxBench.shot(Optional.of(photo), Optional.empty(), shape, CameraMove.PUSH_IN);

      // the fake refuses them as the real one does
      assertThat(send(bench, "minimax-hailuo23-6s", shot)).isInstanceOf(Sent.Accepted.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "minimax-hailuo02-512p-6s,ECONOMY,5,100000",
    "minimax-hailuo23-fast-6s,STANDARD,6,190000",
    "minimax-hailuo23-fast-10s,STANDARD,7,320000",
    "minimax-hailuo23-1080p,PREMIUM,6,490000",
    "minimax-h3,STANDARD,5,400000",
    "minimax-h3-2k,PREMIUM,3,520000"
  })
  void aPriceIsForTheClipThatIsMade(String model, Quality quality, int seconds, long microUsd)
      throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      assertThat(bench.camera(model).price(need(true, seconds, Shape.SQUARE, quality), prices()))
          .contains(Money.ofMicroUsd(microUsd));
    }
  }

  @Test
  void whatAModelDoesNotMakeHasNoPrice() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      var model = bench.camera("minimax-hailuo23-6s");
      Quality quality = Quality.STANDARD;

      assertThat(model.price(need(false, 6, Shape.WIDE, quality), prices())).isPresent();
      assertThat(model.price(need(false, 6, Shape.TALL, quality), prices()))
          .as("words alone are always wide")
          .isEmpty();
      assertThat(model.price(need(true, 7, Shape.WIDE, quality), prices())).isEmpty();
      assertThat(model.price(need(true, 6, Shape.WIDE, Quality.PREMIUM), prices())).isEmpty();
      assertThat(
              bench
                  .camera("minimax-hailuo23-fast-6s")
                  .price(need(false, 6, Shape.WIDE, quality), prices()))
          .isEmpty();
    }
  }

  private Call ordered(MiniMaxBench bench, String model, VideoPrompt prompt) throws Exception {
    assertThat(send(bench, model, prompt)).isInstanceOf(Sent.Accepted.class);
    return bench.api().calls(Step.ORDER).getFirst();
  }

  private static Sent send(MiniMaxBench bench, String model, VideoPrompt prompt) throws Exception {
    return bench.work(model).order(prompt, Uploads.NONE, new Money(1)).send("one");
  }

  private VideoPrompt photo(Shape shape) throws Exception {
    return MiniMaxBench.shot(
        Optional.of(MiniMaxBench.photo(home)), Optional.empty(), shape, CameraMove.PUSH_IN);
  }

  private static PriceBook prices() {
    return MiniMaxBench.catalogue().with(new PriceBook(Map.of()));
  }

  private static ShotNeed need(boolean first, int seconds, Shape shape, Quality quality) {
    return new ShotNeed("A fox", first, false, seconds, shape, quality, CameraMove.PUSH_IN);
  }
}
