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
    api = new FakeRunway(key, Parts.video());
    workshop = Parts.workshop(home, time);
    runway = new Runway(settings(key), catalogue(), workshop);
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

  /// The same in the quality that is made fastest.
  static VideoPrompt quick(VideoPrompt prompt) {
    return new VideoPrompt(
        prompt.text(),
        prompt.style(),
        prompt.motion(),
        prompt.firstFrame(),
        prompt.lastFrame(),
        prompt.seconds(),
        prompt.shape(),
        Quality.ECONOMY,
        prompt.camera(),
        prompt.shot(),
        prompt.seed());
  }

  /// The same in the quality that is made fastest.
  static TalkPrompt quick(TalkPrompt prompt) {
    return new TalkPrompt(
        prompt.photo(),
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
