package app.photoplay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.database.Database;
import app.photoplay.database.sqlite.NewDatabase;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.Artifact;
import app.photoplay.job.Failure;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.PaidCall;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.kind.clip.ClipKind;
import app.photoplay.kind.clip.ClipRequest;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.kind.talk.TalkKind;
import app.photoplay.kind.talk.TalkRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Router;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.talk.TalkingModel;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.storage.Lease;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ScriptedStudio;
import app.photoplay.testkit.ScriptedStudio.Manner;
import app.photoplay.testkit.ScriptedVoice;
import app.photoplay.testkit.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A preferred provider does not do the work: who does it, and what is it charged? Each case is
/// played once, and then again with the program ended before or after each third of all that it
/// does to the disk and to the providers, the three kinds of provider in turn; at every point in
/// [FallbackEverywhereTest].
///
/// Two seconds cost 20 cents with the first provider, 10 with the second, 60 with the dear one, and
/// nothing on this machine; two seconds of speech cost 2 cents.
class FallbackTest {
  private static final PriceBook PRICES =
      PriceBook.perSecond(
          Map.of(
              "first.video", new Money(100_000),
              "second.video", new Money(50_000),
              "dear.video", new Money(300_000),
              "local.clip-economy", Money.ZERO,
              "local.talk-economy", Money.ZERO,
              "local.speech", new Money(10_000)));

  private static final int FIRST = 200_000;
  private static final int SECOND = 100_000;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> whoIsPreferredDoesIt() {
    return each(
        new FallbackCase("takes it", Manner.WORKS).made("first", FIRST),
        new FallbackCase("is busy for a moment", Manner.IS_BUSY_ONCE).made("first", FIRST),
        new FallbackCase("its first answer gets lost", Manner.LOSES_FIRST_ANSWER)
            .made("first", FIRST),
        new FallbackCase("the first question gets lost", Manner.LOSES_FIRST_QUESTION)
            .made("first", FIRST));
  }

  @TestFactory
  Stream<DynamicTest> whatNobodyWasChargedForGoesToTheNextAtItsPrice() {
    return each(
        new FallbackCase("is overloaded", Manner.TAKES_NOTHING).made("second", SECOND),
        new FallbackCase("floods", Manner.FLOODS).made("second", SECOND),
        new FallbackCase("is busy for an hour", Manner.IS_BUSY_FOR_LONG).made("second", SECOND),
        new FallbackCase("does not take the files", Manner.TAKES_NO_FILES).made("second", SECOND),
        new FallbackCase("fails at it", Manner.FAILS).made("second", SECOND));
  }

  @TestFactory
  Stream<DynamicTest> whatWasPaidInVainIsNotPaidAgainButMadeForNothing() {
    return each(
        new FallbackCase("fails for money", Manner.FAILS_FOR_MONEY).made("render", 0),
        new FallbackCase("is never heard of again", Manner.VANISHES).made("render", 0),
        new FallbackCase("delivers what is no video", Manner.SPOILS).made("render", 0));
  }

  @TestFactory
  Stream<DynamicTest> whenNobodyIsLeftItIsSaidWhyAndCostsNothing() {
    return each(
        new FallbackCase("both are broken", Manner.TAKES_NOTHING)
            .then("second", Manner.FAILS)
            .failed(Failure.Code.PROVIDER_BROKEN));
  }

  @TestFactory
  Stream<DynamicTest> whatRulesForbidIsNotAskedOfSomebodyElse() {
    return each(
        new FallbackCase("refuses", Manner.REFUSES)
            .then("second", Manner.WORKS)
            .failed(Failure.Code.POLICY),
        new FallbackCase("refuses for money", Manner.REFUSES_FOR_MONEY)
            .then("second", Manner.WORKS)
            .failed(Failure.Code.POLICY),
        new FallbackCase("the second refuses", Manner.TAKES_NOTHING)
            .then("second", Manner.REFUSES)
            .failed(Failure.Code.POLICY));
  }

  @TestFactory
  Stream<DynamicTest> whoIsDearerIsNeverAskedWithoutAQuestion() {
    return each(
        new FallbackCase("only a dearer one is left", Manner.TAKES_NOTHING)
            .then("dear", Manner.WORKS)
            .failed(Failure.Code.DEARER_THAN_HELD),
        new FallbackCase("a cheaper one comes after a dearer one", Manner.TAKES_NOTHING)
            .then("dear", Manner.WORKS)
            .and("second", Manner.WORKS)
            .made("second", SECOND));
  }

  @TestFactory
  Stream<DynamicTest> aTalkingPhotoKeepsItsSpeechAndGoesTheSameWay() {
    return each(
        new FallbackCase("takes it", Manner.WORKS).talk().made("first", FIRST + 20_000),
        new FallbackCase("is overloaded", Manner.TAKES_NOTHING)
            .talk()
            .made("second", SECOND + 20_000),
        // its hold was for a longer speech: what is left of it pays the second
        new FallbackCase("vanishes", Manner.VANISHES).talk().made("second", SECOND + 20_000));
  }

  private Stream<DynamicTest> each(FallbackCase... cases) {
    return Stream.of(cases)
        .flatMap(each ->
            Stream.of(Idempotency.values())
                .map(idempotency ->
                    DynamicTest.dynamicTest(
                        each.name() + ", " + idempotency, () -> everywhere(each, idempotency))));
  }

  /// From one point where the program ends to the next one, of one kind of provider.
  int stride() {
    return 9;
  }

  private void everywhere(FallbackCase each, Idempotency idempotency) throws Exception {
    Path data = folder.resolve(each.name() + idempotency + each.talks());
    try (Database database = NewDatabase.in(data)) {
      int points = new Life(database, data, 0, each, idempotency).run(-1).size();
      assertThat(points).isGreaterThan(6);
      // Looking for a lost provider takes a hundred steps, so that fewer points must do.
      boolean lost =
          each.order().getFirst().getValue() == Manner.VANISHES
              || each.order().getFirst().getValue() == Manner.SPOILS;
      int step = lost ? 4 * stride() : stride();
      for (int end = idempotency.ordinal() * step / 3; end < points; end += step) {
        new Life(database, data, end + 1, each, idempotency).run(end);
      }
    }
  }

  /// One order of a person of its own, on a day of its own.
  private static final class Life {
    private final int number;
    private final FallbackCase each;
    private final SettableTime time = SettableTime.noon();
    private final Paid paid;
    private final LocalArtifactStore files;
    private final List<ScriptedStudio> studios = new ArrayList<>();
    private final JobKind<?, ?>[] kinds;
    private final String photo;
    private SteppedEngine engine;

    Life(Database database, Path data, int number, FallbackCase each, Idempotency idempotency)
        throws IOException {
      this.number = number;
      this.each = each;
      time.advance(Duration.ofDays(number));
      Path work = data.resolve("work");
      files = new LocalArtifactStore(data.resolve("files"), InstantSource.system());
      each.order()
          .forEach(studio ->
              studios.add(
                  new ScriptedStudio(studio.getKey(), idempotency, studio.getValue(), work)));
      paid = new Paid(database, data, new ScriptedProvider(), time, lanes());
      Path sent = Files.createTempFile("photo", ".jpg");
      photo = files.put(Files.writeString(sent, "a photo " + number)).content();
      kinds = kinds(new ScriptedRenderer(work), new ScriptedVoice(work));
      engine = paid.engine(paid.store, kinds);
    }

    private LaneRules[] lanes() {
      List<LaneRules> lanes = new ArrayList<>();
      lanes.add(LaneRules.local(Lane.CPU, 1));
      lanes.add(LaneRules.local(Lane.VOICE, 1));
      studios.forEach(it -> lanes.add(new LaneRules(it.lane(), 1, 1, true, Optional.empty())));
      return lanes.toArray(LaneRules[]::new);
    }

    private JobKind<?, ?>[] kinds(ScriptedRenderer renderer, ScriptedVoice voice) {
      List<VideoModel> filming = new ArrayList<>();
      List<TalkingModel> talking = new ArrayList<>();
      studios.forEach(studio -> {
        filming.add(studio.filming());
        talking.add(studio.talking());
      });
      if (each.local()) {
        filming.add(renderer.filming());
        talking.add(renderer.talking());
      }
      SpeechKind speech = new SpeechKind(voice, new Router<>(List.of(voice), PRICES), files, 60);
      Pictures pictures = new Pictures();
      return new JobKind<?, ?>[] {
        speech,
        new TalkKind(voice, speech, new Router<>(talking, PRICES), pictures, files, 60),
        new ClipKind(new Router<>(filming, PRICES), pictures, files)
      };
    }

    List<String> run(int end) throws InterruptedException, IOException {
      JobId job = paid.accepted(number, kinds[each.talks() ? 1 : 2], wish());
      HaltingStore halting = new HaltingStore(end);
      studios.forEach(studio -> studio.passing(halting::reach));
      try {
        engine = paid.engine(halting.around(paid.store), kinds);
        play(job);
      } catch (CrashingStore.Crash e) {
        studios.forEach(studio -> studio.passing(_ -> {}));
        engine = paid.engine(paid.store, kinds);
        play(job);
      }
      String where = end < 0 ? "nowhere" : halting.reached().get(end);
      assertThat(complaints(job)).as("ended %s", where).isEmpty();
      return halting.reached();
    }

    private JobRequest wish() {
      return each.talks()
          ? new TalkRequest(
              photo,
              "Two words",
              "slt",
              Shape.SQUARE,
              Quality.ECONOMY,
              Motion.TALK,
              Style.CALM,
              Captions.OFF,
              "")
          : new ClipRequest(
              "a castle",
              Optional.empty(),
              Optional.empty(),
              2,
              Shape.WIDE,
              Quality.ECONOMY,
              CameraMove.PUSH_IN,
              ShotSize.WIDE);
    }

    private void play(JobId job) throws InterruptedException {
      engine.runDue();
      for (int i = 0; i < 400 && !paid.report(job).status().over(); i++) {
        time.advance(Duration.ofSeconds(10));
        engine.runDue();
        for (UnresolvedSubmissions.Doubt doubt : paid.doubts.open()) {
          paid.doubts.settle(new AccountId(1), doubt.key(), staff(doubt), time.instant());
        }
      }
    }

    private UnresolvedSubmissions.Decision staff(UnresolvedSubmissions.Doubt doubt) {
      ScriptedStudio studio =
          studios.stream()
              .filter(it -> it.lane().name().equals(doubt.provider()))
              .findFirst()
              .orElseThrow();
      return studio.find(doubt.key()) instanceof PaidCall.Found.There(var operation)
          ? new UnresolvedSubmissions.Decision.There(operation)
          : new UnresolvedSubmissions.Decision.Absent();
    }

    private List<String> complaints(JobId job) throws IOException {
      List<String> complaints = new ArrayList<>();
      JobReport report = paid.report(job);
      if (report.status() != (each.code() == null ? Status.MADE : Status.FAILED)) {
        complaints.add("it is " + report.status() + " " + report.outcome());
      } else if (report.outcome().orElseThrow() instanceof Outcome.Failed(var failure)) {
        if (failure.code() != each.code()) {
          complaints.add("it failed for " + failure);
        }
      } else if (!maker(report).startsWith(each.maker())) {
        complaints.add("made by " + maker(report));
      }
      for (ScriptedStudio studio : studios) {
        if (studio.charged().size() > 1) {
          complaints.add(studio.lane() + " was paid " + studio.charged());
        }
        if (studio.lane().name().equals("dear") && studio.asked() > 0) {
          complaints.add("the dear one was asked");
        }
      }
      if (paid.spent(number).microUsd() != each.charge()) {
        complaints.add("charged " + paid.spent(number));
      }
      List<Entry> lines = paid.ledger.entries(job.value());
      if (!lines.stream()
          .map(Entry::kind)
          .toList()
          .equals(List.of(Entry.Kind.HOLD, Entry.Kind.RELEASE, Entry.Kind.CHARGE))) {
        complaints.add("lines in the ledger: " + lines);
      }
      return complaints;
    }

    private String maker(JobReport report) throws IOException {
      Artifact video = Artifact.get(report.artifacts(), Artifact.VIDEO);
      try (Lease file = files.open(video.content()).orElseThrow()) {
        return Files.readString(file.path()).replace("made by ", "");
      }
    }
  }
}
