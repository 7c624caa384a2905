package app.photoplay.provider.minimax;

import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.TinyVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The adapter with its fake.
final class MiniMaxBench implements AutoCloseable {
  static final String KEY = "eyJhbGciOiJSUzI1NiIsInR5cCI6";

  private final FakeMiniMax api;
  private final SettableTime time = SettableTime.noon();
  private final Workshop workshop;
  private final MiniMax miniMax;

  MiniMaxBench(Path home) throws Exception {
    this(home, KEY);
  }

  MiniMaxBench(Path home, String key) throws Exception {
    this(home, key, Callbacks.NONE);
  }

  /// @param callbacks where MiniMax may call
  MiniMaxBench(Path home, String key, Callbacks callbacks) throws Exception {
    byte[] tone = Files.readAllBytes(Parts.tone(home.resolve("tone.wav"), 1));
    api = new FakeMiniMax(key, Parts.video(), tone);
    workshop = Parts.workshop(home, time, callbacks);
    RemoteSettings settings =
        new RemoteSettings(
            "minimax",
            api.address(),
            Set.of(),
            Optional.empty(),
            List.of(new Account("minimax", "", new Secret(key), 4)));
    miniMax = new MiniMax(settings, catalogue(), workshop);
  }

  /// The models that come along.
  static Catalogue catalogue() {
    return Catalogue.read(Section.unstated(""));
  }

  /// One that need not be cropped.
  static Path photo(Path home) throws IOException {
    return TinyVideo.portrait(home.resolve("photo.jpg"), 640, 360);
  }

  /// A shot of one second, in the quality that is made fastest.
  static VideoPrompt shot(Optional<Path> first, Optional<Path> last, Shape shape, CameraMove move) {
    return new VideoPrompt(
        "A fox looks up",
        "watercolour",
        "",
        first,
        last,
        1,
        shape,
        Quality.ECONOMY,
        move,
        ShotSize.WIDE,
        7);
  }

  FakeMiniMax api() {
    return api;
  }

  SettableTime time() {
    return time;
  }

  Workshop workshop() {
    return workshop;
  }

  MiniMax miniMax() {
    return miniMax;
  }

  VideoModel camera(String name) {
    return miniMax.cameras().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  Work.Paid<VideoPrompt, Render> work(String name) {
    return (Work.Paid<VideoPrompt, Render>) camera(name).work();
  }

  SpeechModel speaker() {
    return miniMax.voices().getFirst();
  }

  @Override
  public void close() {
    api.close();
  }
}
