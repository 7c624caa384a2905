package app.photoplay.kind.film;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Entry;
import app.photoplay.budget.Ledger;
import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.account.SqlLedger;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobReader;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.job.SqlUnresolvedSubmissions;
import app.photoplay.database.sql.Ids;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.HaltingStore;
import app.photoplay.engine.JobStore;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Lease;
import app.photoplay.engine.SteppedEngine;
import app.photoplay.intake.JobDesk;
import app.photoplay.intake.Order;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.intake.Placement;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.kind.clip.ClipKind;
import app.photoplay.kind.speech.SpeechKind;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Router;
import app.photoplay.provider.image.ImageModel;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.ReuseCache;
import app.photoplay.testkit.ScriptedHouse;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Films by paid houses on a real database, stepped by hand: one life of the program. Whoever ends
/// it goes on with [#restart].
final class FilmWorld {
  /// Prices of every house: a storyboard 1 cent, a picture 2, a second of speech 1, of video 10.
  static PriceBook prices(String... houses) {
    Map<String, Money> prices = new HashMap<>();
    for (String house : houses) {
      prices.put(house + ".text", new Money(10_000));
      prices.put(house + ".image", new Money(20_000));
      prices.put(house + ".speech", new Money(10_000));
      prices.put(house + ".video", new Money(100_000));
    }
    return PriceBook.perSecond(prices);
  }

  /// Who makes the pieces.
  record Makers(
      List<TextModel> writers,
      List<ImageModel> painters,
      SpeechModel voice,
      List<VideoModel> cameras) {}

  private static final AccountId STAFF = new AccountId(1);
  private static final Money MUCH = new Money(100_000_000_000L);
  private static final Caps CAPS = new Caps(MUCH, MUCH, MUCH, ZoneId.of("UTC"));
  private static final int MAX_SECONDS = 60;

  final SettableTime time;
  final LocalArtifactStore files;
  final Kinds kinds;
  private final Ledger ledger;
  private final UnresolvedSubmissions doubts;
  private final SqlJobReader reader;
  private final JobStore store;
  private final JobDesk desk;
  private final SqlAccounts accounts;
  private final List<ScriptedHouse> houses;
  private final Map<String, Integer> places;
  private SteppedEngine engine;
  private int orders;

  FilmWorld(
      Database database,
      Path folder,
      SettableTime time,
      Makers makers,
      PriceBook prices,
      Cutter cutter,
      List<ScriptedHouse> houses) {
    this(database, folder, time, makers, prices, cutter, houses, Map.of());
  }

  /// A world.
  ///
  /// @param places how many works may go on at a house at a time, by its name, half of them one
  ///   person's; as good as endless where nothing is said
  FilmWorld(
      Database database,
      Path folder,
      SettableTime time,
      Makers makers,
      PriceBook prices,
      Cutter cutter,
      List<ScriptedHouse> houses,
      Map<String, Integer> places) {
    this.time = time;
    this.houses = houses;
    this.places = places;
    this.files = new LocalArtifactStore(folder.resolve("files"), InstantSource.system());
    Ids ids = new Ids(time);
    this.ledger = new SqlLedger(database, CAPS, ids);
    this.doubts = new SqlUnresolvedSubmissions(database, CAPS, ids);
    this.reader = new SqlJobReader(database);
    this.accounts = new SqlAccounts(database, ids);
    ReuseCache reuse =
        new ReuseCache(new SqlReuseStore(database), files, Duration.ofDays(30), 100, time);
    this.store = new SqlJobStore(database, CAPS, ids, reuse);
    this.kinds = kinds(makers, prices, cutter);
    this.desk =
        new JobDesk(
            new SqlDeskStore(database, CAPS, ids),
            kinds,
            reuse,
            new JobDesk.Limits(1000, 10_000),
            time,
            _ -> false,
            _ -> {},
            _ -> {});
    this.engine = engine(store);
  }

  private Kinds kinds(Makers makers, PriceBook prices, Cutter cutter) {
    Router<ShotNeed, VideoModel> cameras = new Router<>(makers.cameras(), prices);
    List<JobKind<?, ?>> kinds =
        new ArrayList<>(
            List.of(
                new SpeechKind(
                    makers.voice(),
                    new Router<>(List.of(makers.voice()), prices),
                    files,
                    MAX_SECONDS),
                new ClipKind(cameras, new Pictures(), files)));
    Films films =
        new Films(
            new Films.Models(
                new Router<>(makers.writers(), prices),
                new Router<>(makers.painters(), prices),
                cameras,
                makers.voice()),
            files,
            MAX_SECONDS);
    Lettering lettering = new Lettering(files.scratch(".letters"));
    kinds.addAll(films.kinds(kinds, cutter, new Pictures(), lettering));
    return new Kinds(kinds);
  }

  private SteppedEngine engine(JobStore seen) {
    List<LaneRules> lanes = new ArrayList<>();
    lanes.add(LaneRules.local(Lane.LIGHT, 64));
    lanes.add(LaneRules.local(Lane.CPU, 1));
    houses.forEach(house -> {
      int most = places.getOrDefault(house.name(), 1000);
      lanes.add(new LaneRules(house.lane(), most, Math.max(1, most / 2), true, Optional.empty()));
    });
    return new SteppedEngine(seen, kinds, EngineSettings.of(lanes, Set.of()), Lease.ENDLESS, time)
        .start();
  }

  /// From now on the program may end at a point.
  void halting(HaltingStore halting) {
    houses.forEach(house -> house.passing(halting::reach));
    engine = engine(halting.around(store));
  }

  /// The program has ended and begins again.
  void restart() {
    houses.forEach(house -> house.passing(_ -> {}));
    engine = engine(store);
  }

  /// Places an order that must be taken, in whatever way.
  JobId order(int person, JobRequest wish) {
    return switch (placed(person, wish)) {
      case Placement.Accepted(var job, _) -> job;
      case Placement.AlreadyMade(var job) -> job;
      case Placement other -> throw new AssertionError("not taken but " + other);
    };
  }

  Placement placed(int person, JobRequest wish) {
    AccountId account = account(person);
    Conversation chat = new Conversation("telegram", Integer.toString(person), "", false);
    return desk.submit(
        new Order(
            account,
            wish,
            List.of(),
            new OrderTrigger(new MessageRef(chat, Integer.toString(++orders)), "", "", "en"),
            false,
            Optional.empty()));
  }

  private AccountId account(int person) {
    return accounts.of(new Person("telegram", Integer.toString(person), "en", ""), time.instant());
  }

  /// Orders and goes on until it is over.
  JobReport film(int person, JobRequest wish) throws InterruptedException {
    JobId job = order(person, wish);
    play(job);
    return report(job);
  }

  void play(JobId... jobs) throws InterruptedException {
    engine.runDue();
    for (int i = 0; i < 2000 && !over(jobs); i++) {
      time.advance(Duration.ofSeconds(10));
      engine.runDue();
      for (UnresolvedSubmissions.Doubt doubt : doubts.open()) {
        doubts.settle(STAFF, doubt.key(), decision(doubt), time.instant());
      }
    }
  }

  /// Goes on for so long, whatever is over.
  void goesOn(Duration time) throws InterruptedException {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      this.time.advance(Duration.ofMinutes(1));
      engine.runDue();
    }
  }

  /// Goes on until all are over.
  ///
  /// @return how long each took
  Map<JobId, Duration> times(List<JobId> jobs) throws InterruptedException {
    Instant begun = time.instant();
    Map<JobId, Duration> times = new HashMap<>();
    while (times.size() < jobs.size()) {
      engine.runDue();
      for (JobId job : jobs) {
        if (!times.containsKey(job) && report(job).status().over()) {
          times.put(job, Duration.between(begun, time.instant()));
        }
      }
      time.advance(Duration.ofSeconds(10));
    }
    return times;
  }

  private boolean over(JobId... jobs) {
    return List.of(jobs).stream().allMatch(job -> report(job).status().over());
  }

  private UnresolvedSubmissions.Decision decision(UnresolvedSubmissions.Doubt doubt) {
    ScriptedHouse house =
        houses.stream().filter(it -> it.name().equals(doubt.provider())).findFirst().orElseThrow();
    return house.find(doubt.key()) instanceof PaidCall.Found.There(var operation)
        ? new UnresolvedSubmissions.Decision.There(operation)
        : new UnresolvedSubmissions.Decision.Absent();
  }

  JobReport report(JobId job) {
    return reader.find(job).orElseThrow();
  }

  List<Entry> entries(JobId job) {
    return ledger.entries(job.value());
  }

  /// What a person has spent or set aside today.
  Money spent(int person) {
    return ledger.allowance(account(person), Optional.empty(), time.instant()).spent();
  }
}
