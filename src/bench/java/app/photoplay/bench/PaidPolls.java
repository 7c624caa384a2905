package app.photoplay.bench;

import app.photoplay.assembly.PaidProviders;
import app.photoplay.assembly.Settings;
import app.photoplay.budget.AccountId;
import app.photoplay.budget.Caps;
import app.photoplay.budget.Money;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.Person;
import app.photoplay.config.ConfigResult;
import app.photoplay.database.Database;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.sql.Ids;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.LaneRules;
import app.photoplay.engine.Lease;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.OrderTrigger;
import app.photoplay.job.Kinds;
import app.photoplay.job.Lane;
import app.photoplay.job.Priority;
import app.photoplay.kind.clip.ClipKind;
import app.photoplay.kind.clip.ClipRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Router;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.remote.file.Conformer;
import app.photoplay.provider.remote.file.Kept;
import app.photoplay.provider.remote.file.Stills;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.storage.reuse.Fingerprint;
import app.photoplay.storage.reuse.ReuseCache;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// A thousand clips in the making at a paid provider: real kind, adapter, engine and SQLite; the
/// provider, in a program of its own, is asked over HTTP about each every 15 s on average and says
/// that it goes on.
final class PaidPolls {
  private static final int OPERATIONS = 1000;
  private static final int PEOPLE = 100;

  /// At this age the adapter asks every 15 s on average; there its clock stands still, so that it
  /// goes on asking so.
  private static final Duration AGE = Duration.ofSeconds(133);

  /// So long it runs before, until it is compiled.
  private static final Duration SETTLING = Duration.ofSeconds(120);

  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Money MUCH = new Money(1L << 50);
  private static final Caps CAPS = new Caps(MUCH, MUCH, MUCH, ZoneId.of("UTC"));
  private static final InstantSource TIME = InstantSource.system();

  private final Path folder;
  private final int port;
  private final AtomicReference<Optional<Instant>> stopped =
      new AtomicReference<>(Optional.empty());

  private PaidPolls(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  static void main() throws Exception {
    Path folder = Folders.fresh("paid-polls");
    Process house =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-classpath",
                System.getProperty("java.class.path"),
                PollHouse.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = house.inputReader()) {
      new PaidPolls(folder, Integer.parseInt(said.readLine())).run();
    } finally {
      house.destroy();
      house.waitFor();
    }
    Folders.delete(folder);
  }

  private void run() throws Exception {
    LocalArtifactStore files = new LocalArtifactStore(folder.resolve("files"), TIME);
    Settings settings = settings();
    List<VideoModel> cameras =
        settings.paid().switchedOn().stream()
            .map(PaidProviders.Adapter::provider)
            .flatMap(provider -> provider.apply(workshop(files)).cameras().stream())
            .filter(it -> it.name().equals("openrouter-veo-lite"))
            .toList();
    ClipKind kind = new ClipKind(new Router<>(cameras, settings.prices()), new Pictures(), files);
    try (Database database = Databases.open(folder.resolve("data"))) {
      Ids ids = new Ids(TIME);
      ReuseCache reuse =
          new ReuseCache(new SqlReuseStore(database), files, Duration.ofDays(1), 1000, TIME);
      order(database, ids, kind);
      Lane lane = cameras.getFirst().lane();
      EngineSettings lanes =
          EngineSettings.of(
              List.of(
                  LaneRules.local(Lane.LIGHT, 64),
                  new LaneRules(lane, OPERATIONS, OPERATIONS, true, Optional.empty())),
              Set.of());
      long before = used();
      long residentBefore = resident();
      JobEngine engine =
          new JobEngine(
              new SqlJobStore(database, CAPS, ids, reuse),
              new Kinds(List.of(kind)),
              lanes,
              Lease.ENDLESS,
              TIME,
              _ -> {});
      engine.start();
      measure(before, residentBefore);
      engine.stop(Duration.ofSeconds(5));
    }
  }

  private void measure(long before, long residentBefore) throws Exception {
    while (questions() < OPERATIONS) {
      Thread.sleep(200);
    }
    stopped.set(Optional.of(TIME.instant().plus(AGE)));
    Thread.sleep(SETTLING);
    double heap = (used() - before) / 1048576.0;
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int asked = questions();
    long cpu = system.getProcessCpuTime();
    long begin = System.nanoTime();
    Thread.sleep(MEASURED);
    double seconds = (System.nanoTime() - begin) / 1e9;
    double core = (system.getProcessCpuTime() - cpu) / 1e9 / seconds;
    double each = OPERATIONS * seconds / (questions() - asked);
    double resident = (resident() - residentBefore) / 1024.0;
    Row.of(
            "1,000 operations at a paid provider, asked over HTTP every 15 s: a core",
            "<= 3 %",
            String.format(Locale.ROOT, "%.1f %%, each every %.1f s", core * 100, each),
            core <= 0.03)
        .print();
    Row.of(
            "the same: more memory",
            "<= 100 MB",
            String.format(
                Locale.ROOT, "%.0f MB in use after collection, %.0f MB resident", heap, resident),
            Math.max(heap, resident) <= 100)
        .print();
  }

  private Settings settings() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("config.yaml"),
        """
        models: [{name: openrouter-veo-lite, simultaneous: 1000}]
        providers: {openrouter: {base-url: "http://127.0.0.1:%d/api/v1", simultaneous: 1000}}
        """
            .formatted(port));
    Map<String, String> environment = Map.of("OPENROUTER_API_KEY", "a-key-of-nobody");
    return switch (Settings.read(folder, null, folder.resolve("data"), environment)) {
      case ConfigResult.Valid<Settings> valid -> valid.settings();
      case ConfigResult.Invalid<Settings> invalid ->
          throw new IllegalStateException(invalid.report());
    };
  }

  private Workshop workshop(LocalArtifactStore files) {
    Pictures pictures = new Pictures();
    Path scratch = folder.resolve("scratch");
    Ffmpeg ffmpeg = new Ffmpeg(null, "", folder.resolve("cache"));
    Lettering lettering = new Lettering(folder.resolve("cache"));
    return new Workshop(
        new Health(TIME),
        this::now,
        new Stills(pictures),
        new Conformer(ffmpeg, pictures, lettering, scratch, 1),
        scratch,
        new Kept(() -> files),
        Callbacks.NONE);
  }

  private Instant now() {
    return stopped.get().orElseGet(TIME::instant);
  }

  private static void order(Database database, Ids ids, ClipKind kind) {
    DeskStore desk = new SqlDeskStore(database, CAPS, ids);
    SqlAccounts accounts = new SqlAccounts(database, ids);
    for (int i = 0; i < OPERATIONS; i++) {
      String chat = String.valueOf(i % PEOPLE);
      AccountId account = accounts.of(new Person("bench", chat, "en", ""), TIME.instant());
      ClipRequest wish =
          new ClipRequest(
              "a lighthouse, the " + i + ". of many",
              Optional.empty(),
              Optional.empty(),
              6,
              Shape.WIDE,
              Quality.ECONOMY,
              CameraMove.PAN_LEFT,
              ShotSize.WIDE);
      String request = kind.encode(wish);
      MessageRef message =
          new MessageRef(new Conversation("bench", chat, "", false), String.valueOf(i));
      DeskStore.Placed placed =
          desk.place(
              new DeskStore.NewJob(
                  account,
                  kind.name(),
                  request,
                  Fingerprint.of(account, kind.name(), request),
                  kind.offer(wish),
                  Optional.empty(),
                  List.of(),
                  new OrderTrigger(message, "", "", "en"),
                  Optional.empty(),
                  Priority.NORMAL,
                  OPERATIONS,
                  OPERATIONS),
              TIME.instant());
      if (!(placed instanceof DeskStore.Placed.Accepted)) {
        throw new IllegalStateException("not taken but " + placed);
      }
    }
  }

  /// How often the provider was asked about work.
  private int questions() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + port + "/questions");
      return Integer.parseInt(
          client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
    }
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(100);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// In kB; 0 where nothing tells.
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.notExists(status)
        ? 0
        : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(0);
  }
}
