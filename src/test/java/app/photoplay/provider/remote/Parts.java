package app.photoplay.provider.remote;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.sound.Loudness;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.remote.file.Conformer;
import app.photoplay.provider.remote.file.Stills;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.MemoryArtifactStore;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.TinyVideo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What tests of adapters order and answer with: a photo, a sound, a video, all of them real.
public final class Parts {
  private static final Path TOOLS = Path.of("target", "ffmpeg");
  private static final Object LOCK = new Object();
  private static byte[] video = new byte[0];

  private Parts() {}

  /// All that an adapter is given.
  ///
  /// @param home of its files
  public static Workshop workshop(Path home, SettableTime time) {
    return workshop(home, time, Callbacks.NONE);
  }

  /// The same where providers may call.
  public static Workshop workshop(Path home, InstantSource time, Callbacks callbacks) {
    Ffmpeg ffmpeg = new Ffmpeg(null, "", TOOLS);
    Pictures pictures = new Pictures();
    Conformer conformer =
        new Conformer(ffmpeg, pictures, new Lettering(TOOLS), home.resolve("made"), 1);
    return new Workshop(
        new Health(time),
        time,
        new Stills(pictures),
        conformer,
        home.resolve("scratch"),
        callbacks);
  }

  /// A video of one second with a tone, as a provider might have made it.
  public static byte[] video() throws IOException, InterruptedException {
    synchronized (LOCK) {
      if (video.length == 0) {
        video = video(1);
      }
      return video.clone();
    }
  }

  /// The same of another length.
  public static byte[] video(int seconds) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("parts");
    TinyVideo.make(new MemoryArtifactStore(folder), folder, 320, 180, seconds);
    return Files.readAllBytes(folder.resolve("video.mp4"));
  }

  /// A portrait as JPEG, 480 x 360.
  public static Path photo(Path home) throws IOException {
    return TinyVideo.portrait(home.resolve("photo.jpg"), 480, 360);
  }

  /// A talking photo of one second.
  public static TalkPrompt talk(Path home) throws IOException {
    Path timings = home.resolve("timings.json");
    var pause = new SpeechTimings.Phone("_", 0, 1000);
    new ObjectMapper()
        .writeValue(timings.toFile(), new SpeechTimings("en-US", "ipa", List.of(pause)));
    return new TalkPrompt(
        photo(home),
        tone(home.resolve("speech.wav"), 1),
        timings,
        Shape.WIDE,
        Quality.STANDARD,
        Motion.TALK,
        Style.CALM,
        Captions.OFF,
        "");
  }

  /// A shot that begins with the portrait.
  public static VideoPrompt shot(Path home, double seconds) throws IOException {
    return new VideoPrompt(
        "A fox looks up",
        "watercolour",
        "the fox turns its head",
        Optional.of(photo(home)),
        Optional.empty(),
        seconds,
        Shape.WIDE,
        Quality.STANDARD,
        CameraMove.PUSH_IN,
        ShotSize.WIDE,
        7);
  }

  /// A tone as WAV, 48 kHz, mono.
  public static Path tone(Path file, double seconds) throws IOException {
    double[] samples = new double[(int) (seconds * Loudness.SAMPLES_PER_SECOND)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 0.2 * Math.sin(2 * Math.PI * 220 * i / Loudness.SAMPLES_PER_SECOND);
    }
    Sounds.writeWav(samples, file);
    return file;
  }
}
