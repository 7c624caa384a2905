package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.media.Quality;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.stitch.Clip;
import app.photoplay.media.stitch.ClipTransition;
import app.photoplay.media.stitch.Format;
import app.photoplay.media.stitch.NormaliseResult;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.media.stitch.Timeline.Cut;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.media.tool.ToolProcess;
import app.photoplay.testkit.PhotoFiles;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a film's label stands when a head is in the corner in some of its scenes.
class SceneGroundTest {
  private static final Size CANVAS = new Size(640, 360);

  @TempDir Path folder;

  private final Ffmpeg ffmpeg = new Ffmpeg(null, "", Path.of("target", "cache"));

  @Test
  void theLabelKeepsOffTheHeadsOfAllScenes() throws Exception {
    Cut empty = cut("empty", "color=c=0x808080:s=640x360:d=0.4");
    Cut head = cut("head", photo());

    assertThat(label(List.of(empty))).matches(it -> it.x < 320 && it.y < 180);
    assertThat(label(List.of(empty, head))).matches(it -> it.x > 320 || it.y > 180);
    assertThat(folder.resolve("ground.jpg")).doesNotExist();
  }

  /// The bundled portrait with its head in the upper left corner.
  private String photo() throws Exception {
    Path photo = Files.write(folder.resolve("photo.jpg"), PhotoFiles.portrait());
    return "movie=" + photo + ",crop=332:186:180:15,scale=640:360,loop=10:1,trim=end_frame=10";
  }

  private Rectangle label(List<Cut> cuts) throws Exception {
    return new SceneGround(new Stitcher(ffmpeg, folder.resolve("work")), folder)
        .labelled(
            Overlay.empty(CANVAS, 25),
            "Made by AI",
            Locale.ENGLISH,
            new Lettering(folder.resolve("letters")),
            cuts)
        .parts(10)
        .getFirst()
        .area();
  }

  private Cut cut(String name, String picture) throws Exception {
    Path file = folder.resolve(name + ".mp4");
    List<String> words = new ArrayList<>(List.of("-y", "-loglevel", "error", "-f", "lavfi"));
    words.addAll(List.of("-i", picture, "-r", "25", "-c:v", "libx264", file.toString()));
    ToolProcess.run(ffmpeg.binary().path(), words, Duration.ofSeconds(30));
    Normaliser.Order order =
        new Normaliser.Order(
            Format.of(CANVAS, Quality.ECONOMY),
            ClipTransition.CUT,
            ClipTransition.CUT,
            folder.resolve(name));
    NormaliseResult made =
        new Normaliser(ffmpeg, 1).clip(file, NormaliseResult.Sender.PROVIDER, order);
    Clip clip = ((NormaliseResult.Ready) made).clip();
    return new Cut(clip, Cut.AMBIENCE, ClipTransition.CUT);
  }
}
