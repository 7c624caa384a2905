package app.photoplay;

import app.photoplay.assembly.Adapters;
import app.photoplay.assembly.PortDecorator;
import app.photoplay.assembly.WebModule;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.chat.telegram.TelegramChat;
import app.photoplay.chat.telegram.TelegramSettings;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.minimax.MiniMax;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Parts;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.hook.Callbacks;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.SettableTime;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// A real bot on Telegram whose shots a real adapter has made, over HTTP, by a house that calls
/// back over HTTP.
final class PaidBot implements AutoCloseable {
  static final String KEY = "eyJhbGciOiJSUzI1NiIsInR5cCI6-of-the-operator";

  final FilmHouse house;
  final FakeTelegram telegram;
  final TelegramPerson ann;

  /// By it the adapter knows how long work has taken; everybody else goes by the system's.
  final SettableTime clock = new SettableTime(InstantSource.system().instant());

  private final Path folder;
  private final boolean alone;
  private final MiniMax adapter;
  private TestBot bot;
  private WebServer server;

  /// One whose shots this machine could make as well.
  PaidBot(Path folder) throws Exception {
    this(folder, false);
  }

  /// @param alone whether nobody else can make shots, and the house has but one model
  PaidBot(Path folder, boolean alone) throws Exception {
    this.folder = folder;
    this.alone = alone;
    this.house = new FilmHouse(Parts.video(6));
    this.telegram = FakeTelegram.start();
    this.ann = telegram.person(7).waiting(Duration.ofSeconds(25));
    this.adapter =
        new MiniMax(
            new RemoteSettings(
                "minimax",
                house.address(),
                Set.of(),
                Optional.empty(),
                List.of(new Account("minimax", "", new Secret(KEY), 2))),
            Catalogue.read(Section.unstated("")),
            Parts.workshop(folder.resolve("parts"), clock, callbacks()));
    open();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Callbacks callbacks() throws IOException {
    Files.createDirectories(data());
    try (Database database = Databases.open(data())) {
      return WebModule.callbacks(TestBot.settings(data(), TestBot.FREE).web(), database);
    }
  }

  private void open() {
    bot =
        new TestBot(
                data(),
                List.of(new TelegramChat(new TelegramSettings(telegram.token(), telegram.uri()))),
                TestBot.FREE,
                paying(),
                InstantSource.system())
            .start();
    server = WebServer.open(ServerSettings.ANYWHERE, bot.bot.hooks()::routes);
  }

  private PortDecorator paying() {
    return new PortDecorator() {
      @Override
      public <T> T port(Class<T> type, T real) {
        return switch (real) {
          case PriceBook book -> type.cast(Catalogue.read(Section.unstated("")).with(book));
          case Adapters all -> type.cast(with(all));
          default -> real;
        };
      }
    };
  }

  private Adapters with(Adapters all) {
    List<VideoModel> cameras = new ArrayList<>(adapter.cameras());
    if (alone) {
      cameras.removeIf(it -> !it.name().equals("minimax-hailuo23-6s"));
    } else {
      cameras.addAll(all.cameras());
    }
    return new Adapters(
        all.platforms(),
        all.pictures(),
        all.speakers(),
        all.renderers(),
        cameras,
        all.writers(),
        all.painters(),
        all.health(),
        Map.of("minimax", adapter.hook().orElseThrow()),
        all.preferences(),
        all.ffmpeg(),
        all.time(),
        all.around());
  }

  Database database() {
    return bot.database;
  }

  /// Ann wishes a shot and chooses who is paid for it; returns when the house has it.
  void orders(String words) throws Exception {
    int before = house.calls(Step.STATUS).size();
    asksFor(words);
    await("the house was asked how far it is", () -> house.calls(Step.STATUS).size() > before);
  }

  /// The same without a look at the house.
  void asksFor(String words) throws Exception {
    asksFor(ann, words);
  }

  /// The same of any bot.
  static void asksFor(TelegramPerson person, String words) throws Exception {
    int before = questions(person).size();
    person.sends("/clip " + words);
    await("who shall make it", () -> questions(person).size() > before);
    ShownMessage question = questions(person).getLast();
    person.presses(question, question.labels().getFirst());
  }

  private static List<ShownMessage> questions(TelegramPerson person) {
    return person.sees().stream()
        .filter(it -> it.text().startsWith("Who shall make it?") && !it.labels().isEmpty())
        .toList();
  }

  /// The house says, at the address that it was told, that something has become of the latest work.
  int calls() throws IOException, InterruptedException {
    String address = house.addresses().getLast();
    return calls(URI.create(address).getPath(), "{\"task_id\":\"" + house.work() + "\"}");
  }

  int calls(String path, String body) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(server.address() + path))
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString())
          .statusCode();
    }
  }

  /// Stops as SIGTERM would, and starts again.
  void restarts() throws InterruptedException {
    stop();
    open();
  }

  private void stop() throws InterruptedException {
    server.close();
    bot.stop();
  }

  static void await(String what, BooleanSupplier so) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException(what);
      }
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    telegram.close();
    house.close();
  }
}
