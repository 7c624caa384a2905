package app.photoplay.kind;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Codec;
import app.photoplay.job.Failure;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Progress;
import app.photoplay.job.Turn;
import app.photoplay.kind.clip.ClipKind;
import app.photoplay.kind.clip.ClipRequest;
import app.photoplay.kind.clip.ClipState;
import app.photoplay.kind.speech.SpeechState;
import app.photoplay.kind.talk.TalkState;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Candidate;
import app.photoplay.provider.Router;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.ScriptedRenderer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// States as an earlier version stored them, which chose no provider and let the embedded renderer
/// keep its whole order as the name of an operation.
class LandedStatesTest {
  @TempDir Path folder;

  @Test
  void ofTalkingPhotosAreRead() {
    Codec<TalkState> states = Codec.json(TalkState.class);

    assertThat(states.decode("{\"is\":\"Ordered\"}"))
        .isEqualTo(new TalkState.Ordered(Route.UNCHOSEN));
    assertThat(states.decode("{\"is\":\"Speaking\"}"))
        .isEqualTo(new TalkState.Speaking(Route.UNCHOSEN));
    assertThat(
            states.decode(
                """
                {"is":"Rendering","operation":{"provider":"local","id":"{\\"photo\\":\\"/p\\"}"},\
                "millis":1500}\
                """))
        .isEqualTo(new TalkState.Rendering(new Making.Here(Route.UNCHOSEN), 1500));
  }

  @Test
  void ofSpeechesAreRead() {
    Codec<SpeechState> states = Codec.json(SpeechState.class);

    assertThat(states.decode("{\"is\":\"Ordered\"}"))
        .isEqualTo(new SpeechState.Ordered(Route.UNCHOSEN));
    assertThat(states.decode("{\"is\":\"Speaking\"}"))
        .isEqualTo(new SpeechState.Speaking(new Making.Here(Route.UNCHOSEN)));
  }

  @Test
  void ofShotsAreReadAndGoOnWithWhoeverCanDoItNow() throws Exception {
    ClipKind kind = clips();
    ClipState filming =
        kind.states()
            .decode("{\"is\":\"Filming\",\"operation\":{\"provider\":\"local\",\"id\":\"{}\"}}");

    Progress<ClipState> next = kind.advance(shot(), filming, new FirstTry());

    Candidate local = new Candidate("local", "local", "", Lane.CPU, new Money(4_000));
    assertThat(next)
        .isEqualTo(
            new Progress.Queue<>(
                new ClipState.Filming(
                    new Making.Here(new Route(List.of(local), local.price(), null)), 0),
                Lane.CPU));
    assertThat(kind.advance(shot(), ((Progress.Queue<ClipState>) next).state(), new FirstTry()))
        .isInstanceOf(Progress.Done.class);
  }

  @Test
  void whatIsStoredNowIsReadAgain() {
    Codec<ClipState> states = Codec.json(ClipState.class);
    Candidate other = new Candidate("fal", "omni", "main", new Lane("fal"), new Money(7));
    Route route = new Route(List.of(other), new Money(9), new Failure(Failure.Code.POLICY));
    Uploads uploads = new Uploads(Map.of("photo", "https://there/photo"));

    for (Making making :
        List.of(
            new Making.Here(route),
            new Making.Uploading(route),
            new Making.Submitting(route, uploads),
            new Making.Working(route, "op-1"))) {
      ClipState state = new ClipState.Filming(making, 1);
      assertThat(states.decode(states.encode(state))).isEqualTo(state);
    }
  }

  @Test
  void anOrderKeepsWhatWasChosenForItsPrice() {
    JobKind.Plan<String> offer = clips().offer(shot());

    assertThat(offer.quote().total()).isEqualTo(new Money(4_000));
    assertThat(clips().states().decode(offer.first()))
        .isInstanceOfSatisfying(
            ClipState.Ordered.class,
            ordered -> assertThat(ordered.route().agreed()).isEqualTo(new Money(4_000)));
  }

  private ClipKind clips() {
    PriceBook prices = PriceBook.perSecond(Map.of("local.clip-economy", new Money(2_000)));
    return new ClipKind(
        new Router<>(List.of(new ScriptedRenderer(folder).filming()), prices),
        new Pictures(),
        new LocalArtifactStore(folder.resolve("files"), InstantSource.system()));
  }

  private static ClipRequest shot() {
    return new ClipRequest(
        "a castle",
        Optional.empty(),
        Optional.empty(),
        2,
        Shape.WIDE,
        Quality.ECONOMY,
        CameraMove.PUSH_IN,
        ShotSize.WIDE);
  }

  private record FirstTry() implements Turn {
    @Override
    public JobId job() {
      return new JobId(1);
    }

    @Override
    public JobCode code() {
      return new JobCode("ABC234");
    }

    @Override
    public int attempt() {
      return 1;
    }

    @Override
    public Map<String, Outcome> children() {
      return Map.of();
    }

    @Override
    public boolean child() {
      return false;
    }

    @Override
    public boolean refunded() {
      return false;
    }

    @Override
    public void report(double fraction) {}
  }
}
