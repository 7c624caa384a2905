package app.photoplay.provider.runway;

import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.media.Quality;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.talk.TalkPrompt;
import app.photoplay.provider.talk.TalkingModel;
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
final class RunwayBench implements AutoCloseable {
  static final String KEY = "key_1f2e3d4c5b6a79880f1e2d3c4b5a6978";

  private final FakeRunway api;
  private final SettableTime time = SettableTime.noon();
  private final Workshop workshop;
  private final Runway runway;

  RunwayBench(Path home) throws Exception {
    this(home, KEY);
  }

  RunwayBench(Path home, String key) throws Exception {
    api = new FakeRunway(key, Parts.video(), tone(home));
    workshop = Parts.workshop(home, time);
    runway = new Runway(settings(key), catalogue(), workshop);
  }

  private static byte[] tone(Path home) throws IOException {
    return Files.readAllBytes(Parts.tone(home.resolve("tone.wav"), 1));
  }

  private RemoteSettings settings(String key) {
    return new RemoteSettings(
        "runway",
        api.address(),
        Set.of(),
        Optional.empty(),
        List.of(new Account("runway", "", new Secret(key), 4)));
  }

  /// The models that come along.
  static Catalogue catalogue() {
    return Catalogue.read(Section.unstated(""));
  }

  /// The same in the quality that is made fastest, of a photo that need not be cropped.
  static VideoPrompt quick(VideoPrompt prompt, Path home) throws IOException {
    return new VideoPrompt(
        prompt.text(),
        prompt.style(),
        prompt.motion(),
        Optional.of(wide(home)),
        prompt.lastFrame(),
        prompt.seconds(),
        prompt.shape(),
        Quality.ECONOMY,
        prompt.camera(),
        prompt.shot(),
        prompt.seed());
  }

  static Path wide(Path home) throws IOException {
    return TinyVideo.portrait(home.resolve("wide.jpg"), 640, 360);
  }

  /// The same in the quality that is made fastest, of a photo that need not be cropped.
  static TalkPrompt quick(TalkPrompt prompt, Path home) throws IOException {
    return new TalkPrompt(
        wide(home),
        prompt.speech(),
        prompt.timings(),
        prompt.shape(),
        Quality.ECONOMY,
        prompt.motion(),
        prompt.style(),
        prompt.captions(),
        prompt.label());
  }

  FakeRunway api() {
    return api;
  }

  SettableTime time() {
    return time;
  }

  Workshop workshop() {
    return workshop;
  }

  Runway runway() {
    return runway;
  }

  VideoModel camera(String name) {
    return runway.cameras().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  TalkingModel avatars() {
    return runway.renderers().getFirst();
  }

  @Override
  public void close() {
    api.close();
  }
}
