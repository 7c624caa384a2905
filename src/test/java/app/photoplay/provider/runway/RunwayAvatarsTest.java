package app.photoplay.provider.runway;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
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
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.TalkNeed;
import app.photoplay.provider.talk.TalkPrompt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A photo becomes an avatar before it is paid for.
class RunwayAvatarsTest {
  private static final Money ESTIMATE = new Money(50_000);

  @TempDir Path home;

  @Test
  void theAvatarIsWaitedForBeforeAnythingIsOrdered() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().makesAvatars("PROCESSING");

      assertThat(work(bench).upload(Parts.talk(home)))
          .isInstanceOfSatisfying(
              Result.Running.class, it -> assertThat(it.pause()).isEqualTo(Duration.ofSeconds(5)));
      assertThat(bench.api().calls(Step.ORDER)).isEmpty();
    }
  }

  @Test
  void anAvatarIsMadeOnceHoweverOftenItIsAskedFor() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().makesAvatars("PROCESSING");
      work(bench).upload(Parts.talk(home));
      work(bench).upload(Parts.talk(home));
      assertThat(bench.api().avatars()).hasSize(1);
      bench.api().avatars().values().forEach(it -> it.put("status", "READY"));

      assertThat(work(bench).upload(Parts.talk(home))).isInstanceOf(Result.Ready.class);
      assertThat(created(bench)).hasSize(1);
    }
  }

  @Test
  void anotherSpeechOfTheSamePhotoIsAnotherAvatar() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      work(bench).upload(Parts.talk(home));
      TalkPrompt longer = Parts.talk(home);
      Parts.tone(longer.speech(), 2);
      work(bench).upload(longer);

      assertThat(bench.api().avatars()).hasSize(2);
    }
  }

  @Test
  void itIsFoundOnLaterPagesToo() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      for (int i = 0; i < 5; i++) {
        bench.api().put("other-" + i, "another " + i, "READY", "2026-06-01T12:00:00.000Z");
      }
      bench.api().pages(2);
      work(bench).upload(Parts.talk(home));
      work(bench).upload(Parts.talk(home));

      assertThat(created(bench)).hasSize(1);
      assertThat(bench.api().avatars()).as("those of others stay").hasSize(6);
    }
  }

  @Test
  void thoseThatNobodyCameBackForAreDeleted() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().put("old", "photoplay-0123", "READY", "2026-06-14T11:59:59.000Z");
      bench.api().put("young", "photoplay-4567", "READY", "2026-06-14T12:00:01.000Z");

      work(bench).upload(Parts.talk(home));

      assertThat(bench.api().avatars()).hasSize(2).containsKey("photoplay-4567");
    }
  }

  @Test
  void aPhotoOfWhichNoAvatarCanBeMadeIsRefusedAndLeavesNone() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      bench.api().makesAvatars("FAILED");

      assertThat(work(bench).upload(Parts.talk(home)))
          .isEqualTo(new Result.Refused<Uploads>(Failure.Code.NOT_ACCEPTED));
      assertThat(bench.api().avatars()).isEmpty();
    }
  }

  @Test
  void itSaysExactlyWhatWasRecorded() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      TalkPrompt talk = Parts.talk(home);
      ordered(bench, talk);

      Call call = bench.api().calls(Step.ORDER).getFirst();
      assertThat(call.path()).isEqualTo("/v1/avatar_videos");
      assertThat(call.text())
          .isEqualTo(
              "{\"model\":\"gwm1_avatars\","
                  + "\"avatar\":{\"type\":\"custom\",\"avatarId\":\"%s\"},"
                      .formatted(
                          bench.api().avatars().values().iterator().next().get("id").asText())
                  + "\"speech\":{\"type\":\"audio\",\"audio\":\"runway://3-speech.wav\"}}");
      assertThat(bench.api().file("runway://3-speech.wav"))
          .isEqualTo(Files.readAllBytes(talk.speech()));
    }
  }

  @Test
  void thePhotoDoesNotStayThere() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      TalkPrompt talk = RunwayBench.quick(Parts.talk(home));
      String operation = ordered(bench, talk);
      bench.api().task(bench.api().tasks().iterator().next()).put("status", "RUNNING");
      work(bench).poll(operation, () -> Optional.of(talk));
      assertThat(bench.api().avatars()).as("while it is at work").hasSize(1);
      bench.api().task(bench.api().tasks().iterator().next()).put("status", "SUCCEEDED");

      assertThat(work(bench).poll(operation, () -> Optional.of(talk)))
          .isInstanceOf(Result.Charged.class);
      assertThat(bench.api().avatars()).isEmpty();
    }
  }

  @Test
  void itDoesNotStayWhenTheVideoIsStoppedEither() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      String operation = ordered(bench, Parts.talk(home));
      bench.api().task(bench.api().tasks().iterator().next()).put("status", "RUNNING");

      work(bench).cancel(operation);

      assertThat(bench.api().avatars()).isEmpty();
    }
  }

  @Test
  void onlyFacesThatSpeakAreMadeAndOnlyInFramesLikeItsOwn() throws Exception {
    try (RunwayBench bench = new RunwayBench(home)) {
      PriceBook prices = RunwayBench.catalogue().with(new PriceBook(Map.of()));
      TalkNeed good = new TalkNeed(Motion.TALK, Shape.WIDE, Quality.STANDARD, 9500);

      assertThat(bench.avatars().price(good, prices)).contains(new Money(500_000));
      assertThat(
              bench
                  .avatars()
                  .price(new TalkNeed(Motion.ZOOM, Shape.WIDE, Quality.STANDARD, 9500), prices))
          .isEmpty();
      assertThat(
              bench
                  .avatars()
                  .price(new TalkNeed(Motion.TALK, Shape.TALL, Quality.STANDARD, 9500), prices))
          .isEmpty();
      assertThat(
              bench
                  .avatars()
                  .price(new TalkNeed(Motion.TALK, Shape.WIDE, Quality.STANDARD, 61_000), prices))
          .isEmpty();
    }
  }

  private static List<Call> created(RunwayBench bench) {
    return bench.api().calls(Step.UPLOAD).stream()
        .filter(it -> it.method().equals("POST") && it.path().equals("/v1/avatars"))
        .toList();
  }

  private static String ordered(RunwayBench bench, TalkPrompt talk) throws Exception {
    Uploads uploads = ((Result.Ready<Uploads>) work(bench).upload(talk)).value();
    Sent sent = work(bench).order(talk, uploads, ESTIMATE).send("one");
    return ((Sent.Accepted) sent).operation();
  }

  private static Work.Paid<TalkPrompt, Render> work(RunwayBench bench) {
    return (Work.Paid<TalkPrompt, Render>) bench.avatars().work();
  }
}
