package app.photoplay.provider.remote.file;

import static app.photoplay.provider.remote.file.ForeignVideos.FFMPEG;
import static app.photoplay.provider.remote.file.ForeignVideos.QUICK;
import static app.photoplay.provider.remote.file.ForeignVideos.wanted;
import static app.photoplay.provider.remote.file.ForeignVideos.wide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.foreign.ForeignFile;
import app.photoplay.media.foreign.ForeignSound;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.sound.stereo.Sound;
import app.photoplay.media.tool.Prober;
import app.photoplay.provider.Render;
import app.photoplay.testkit.DecodedVideo;
import app.photoplay.testkit.PhotoFiles;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConformerTest {
  @TempDir Path folder;
  private ForeignVideos videos;

  @BeforeEach
  void begin() {
    videos = new ForeignVideos(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "film.mp4; s=640x360:r=24000/1001; sine=d=2; -c:v libx264 -preset ultrafast -c:a aac",
        "hevc.mp4; s=640x360:r=25; ; -c:v libx265 -preset ultrafast -x265-params log-level=none",
        "vp9.webm; s=320x180:r=30; sine=d=2; -c:v libvpx-vp9 -cpu-used 8 -deadline realtime",
        "av1.mp4; s=320x180:r=24; ; -c:v libaom-av1 -cpu-used 8 -strict experimental",
        "odd.mp4; s=321x181:r=25; ; -c:v libx264 -preset ultrafast -pix_fmt yuv444p",
        "60.mp4; s=640x360:r=60; sine=d=2:r=44100; -c:v libx264 -preset ultrafast -ac 1 -c:a aac",
        "full.mp4; s=640x360:r=25; ; -c:v libx264 -preset ultrafast -pix_fmt yuvj420p",
        "live.mp4; s=640x360:r=25; sine=d=2; -c:v libx264 -c:a aac -movflags frag_keyframe+empty_moov",
        "vary.mp4; s=640x360:r=25; ; -vf select='mod(n\\,7)+eq(n\\,0)' -vsync vfr -c:v libx264",
      })
  void whateverComesBecomesWhatWasOrdered(String name, String picture, String sound, String coding)
      throws Exception {
    String heard = sound == null ? "" : sound;
    Path video = videos.make(name, "testsrc2=d=2:" + picture, heard, coding);

    Render render = videos.conformer().conform(video, wide(2));

    Prober.Facts facts = new Prober(FFMPEG).probe(render.video());
    assertThat(facts)
        .isEqualTo(
            new Prober.Facts(new Size(1280, 720), 24, Duration.ofSeconds(2), !heard.isEmpty()));
    assertThat(render.size()).isEqualTo(facts.size());
    assertThat(render.duration()).isEqualTo(facts.picture());
    assertThat(DecodedVideo.starts(FFMPEG.binary().path(), render.video())).containsOnly(0.0);
    assertThat(frames(render)).hasSize(48).doesNotHaveDuplicates();
    assertThat(new String(Files.readAllBytes(render.video()), StandardCharsets.ISO_8859_1))
        .containsSubsequence("ftyp", "moov", "mdat");
    assertThat(ImageIO.read(render.cover().toFile()).getWidth()).isEqualTo(1280);
    assertThat(video).doesNotExist();
    assertThat(videos.left()).containsExactlyInAnyOrder(render.video(), render.cover());
  }

  @Test
  void aVideoOnItsSideStandsUpright() throws Exception {
    Path corners = folder.resolve("corners.png");
    Files.write(corners, PhotoFiles.encoded(PhotoFiles.corners(360, 640), "png"));
    Path flat =
        videos.ffmpeg(
            "flat.mp4",
            List.of("-loop", "1", "-t", "1", "-i", corners.toString(), "-vf", "transpose=2"));
    Path turned =
        videos.ffmpeg(
            "turned.mp4",
            List.of("-i", flat.toString(), "-c", "copy", "-metadata:s:v", "rotate=270"));

    Render render =
        videos.conformer().conform(turned, wanted(Shape.PHOTO, 0, Optional.empty(), ""));

    assertThat(render.size()).isEqualTo(new Size(720, 1280));
    BufferedImage cover = ImageIO.read(render.cover().toFile());
    assertThat(near(cover, 100, 100, 0xFF0000)).isTrue();
    assertThat(near(cover, 600, 100, 0x00FF00)).isTrue();
    assertThat(near(cover, 100, 1200, 0x0000FF)).isTrue();
    assertThat(near(cover, 600, 1200, 0xFFFFFF)).isTrue();
  }

  @Test
  void anotherShapeIsFilledAndCutOnBothSidesAlike() throws Exception {
    // a third of the width is blue, red and green each
    String thirds =
        "color=red:s=720x240:r=24:d=1,drawbox=w=240:c=blue:t=fill,drawbox=x=480:w=240:c=green:t=fill";
    Path video = videos.make("x.mp4", thirds, "", QUICK);

    Render render =
        videos.conformer().conform(video, wanted(Shape.SQUARE, 1, Optional.empty(), ""));

    assertThat(render.size()).isEqualTo(new Size(720, 720));
    BufferedImage cover = ImageIO.read(render.cover().toFile());
    assertThat(near(cover, 4, 4, 0xFF0000)).isTrue();
    assertThat(near(cover, 715, 715, 0xFF0000)).isTrue();
  }

  @Test
  void pixelsThatAreNotSquareAreStretchedNotCut() throws Exception {
    Path video =
        videos.make(
            "x.mp4", "color=red:s=320x360:r=24:d=1,drawbox=w=40:c=blue:t=fill,setsar=2", "", QUICK);

    Render render = videos.conformer().conform(video, wide(1));

    BufferedImage cover = ImageIO.read(render.cover().toFile());
    assertThat(near(cover, 80, 300, 0x0000FF)).isTrue();
    assertThat(near(cover, 240, 300, 0xFF0000)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "-pix_fmt yuv420p -vf scale=out_color_matrix=bt709 -colorspace bt709",
        "-pix_fmt yuv420p -vf scale=out_color_matrix=bt709",
        "-pix_fmt yuvj420p -vf scale=out_color_matrix=bt709:out_range=pc -colorspace bt709",
        "-pix_fmt yuv444p -vf scale=out_color_matrix=bt601 -colorspace smpte170m",
      })
  void coloursStayWhatTheyAre(String coding) throws Exception {
    Path video =
        videos.make(
            "x.mp4",
            "color=0x4080C0:s=1280x720:r=24:d=1,format=rgb24",
            "",
            "-c:v libx264 -preset ultrafast -crf 5 " + coding);

    Render render = videos.conformer().conform(video, wide(1));

    assertThat(near(ImageIO.read(render.cover().toFile()), 600, 300, 0x4080C0)).isTrue();
  }

  @Test
  void theCoverIsTheFirstPictureOnWhichSomethingIsSeen() throws Exception {
    Path video =
        videos.make("x.mp4", "testsrc2=s=640x360:r=24:d=2,fade=in:st=0.5:d=0.2", "", QUICK);

    Render render = videos.conformer().conform(video, wide(2));

    BufferedImage cover = ImageIO.read(render.cover().toFile());
    long seen =
        IntStream.range(0, 1280).filter(x -> (cover.getRGB(x, 300) & 0xFFFFFF) > 0x101010).count();
    assertThat(seen).isGreaterThan(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sine=frequency=500:d=3:r=44100,volume=0.05",
        "anoisesrc=d=3:c=white:a=1",
        "aevalsrc=exprs='if(lt(mod(t\\,0.5)\\,0.02)\\,random(0)*2-1\\,0.02*sin(2*PI*440*t))':d=3",
      })
  void itsSoundIsBroughtToTheLoudnessOfAllVideos(String heard) throws Exception {
    Path video =
        videos.make("x.mp4", "testsrc2=s=320x180:r=24:d=3", heard, QUICK + " -b:a 192k -ac 1");

    Render render = videos.conformer().conform(video, wide(3));

    Sound sound = sound(render, 3);
    assertThat(sound.loudness()).isCloseTo(-16, within(0.5));
    assertThat(sound.peak()).isLessThanOrEqualTo(-1);
  }

  @Test
  void ourSpeechTakesThePlaceOfItsSoundAndTellsTheLength() throws Exception {
    Path speech = folder.resolve("speech.wav");
    Sounds.writeWav(new double[48_000 * 3 / 2], speech);
    Path video = videos.make("x.mp4", "testsrc2=s=320x180:r=25:d=3", "sine=d=3", QUICK);

    Render render =
        videos.conformer().conform(video, wanted(Shape.WIDE, 0, Optional.of(speech), ""));

    assertThat(render.duration()).isEqualTo(Duration.ofMillis(1500));
    assertThat(sound(render, 1.5).loudness()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(speech).exists();
  }

  @ParameterizedTest
  @CsvSource({"3, 1.5, 1.5", "1.6, 2, 2", "2.5, 0, 2.5", "1, 1.25, 1.25"})
  void itIsExactlyAsLongAsItWasOrdered(double made, double ordered, double expected)
      throws Exception {
    Path video = videos.make("x.mp4", "testsrc2=s=320x180:r=24:d=" + made, "", QUICK);

    Render render = videos.conformer().conform(video, wide(ordered));

    assertThat(frames(render)).hasSize((int) Math.round(expected * 24));
    assertThat(render.duration().toMillis() / 1000.0).isCloseTo(expected, within(0.05));
  }

  @Test
  void captionsAndTheLabelAreWrittenOnIt() throws Exception {
    Path speech = folder.resolve("speech.wav");
    Sounds.writeWav(new double[48_000], speech);
    Path timings = folder.resolve("timings.json");
    Files.writeString(
        timings,
        """
        {"language":"en","alphabet":"ipa","phones":[],
         "words":[{"text":"Hello","startMillis":0,"endMillis":900}]}
        """);
    Path video = videos.make("x.mp4", "color=black:s=640x360:r=24:d=1", "", QUICK);
    Wanted wanted =
        new Wanted(
            Shape.WIDE,
            Quality.ECONOMY,
            Optional.empty(),
            0,
            Optional.of(speech),
            Optional.of(timings),
            Captions.BURNED,
            "AI");

    Render render = videos.conformer().conform(video, wanted);

    byte[] middle = frames(render).get(12);
    assertThat(brightest(middle, 0, 360)).isGreaterThan(200);
    assertThat(brightest(middle, 360, 720)).isGreaterThan(200);
  }

  private static int brightest(byte[] grey, int fromRow, int toRow) {
    int brightest = 0;
    for (int i = fromRow * 1280; i < toRow * 1280; i++) {
      brightest = Math.max(brightest, grey[i] & 255);
    }
    return brightest;
  }

  private static Sound sound(Render render, double seconds) throws Exception {
    Path binary = FFMPEG.binary().path();
    return ForeignSound.of(binary, ForeignFile.of(binary, render.video()).orElseThrow(), seconds);
  }

  private static List<byte[]> frames(Render render) throws Exception {
    Size size = render.size();
    return DecodedVideo.grey(
        FFMPEG.binary().path(), render.video(), 0, 0, size.width(), size.height());
  }

  private static boolean near(BufferedImage image, int x, int y, int rgb) {
    int seen = image.getRGB(x, y);
    for (int shift = 0; shift < 24; shift += 8) {
      if (Math.abs((seen >> shift & 255) - (rgb >> shift & 255)) > 6) {
        return false;
      }
    }
    return true;
  }
}
