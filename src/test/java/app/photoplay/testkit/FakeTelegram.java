package app.photoplay.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A Bot API server on loopback with people on the other side. It keeps Telegram's limits and
/// rates, records every call, and can be told to misbehave.
///
/// Any process on this machine can be the bot: give it [#uri()] and [#token()].
public final class FakeTelegram implements AutoCloseable {

  /// The bot's user name.
  public static final String BOT = "PhotoplayTestBot";

  private static final String TOKEN = "123456:AAF-fake_Token";
  private static final Duration WHILE = Duration.ofMinutes(1);

  static {
    // else each answer waits 40 ms for the other side's delayed acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ObjectMapper json = new ObjectMapper();
  private final TelegramState state = new TelegramState(Clock.systemUTC());
  private final Path folder;
  private final TelegramWire wire;
  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile HttpServer server;

  static {
    // The JDK's server sends head and body apart; without this each answer waits 40 ms for the
    // client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private FakeTelegram(int port) throws IOException {
    folder = Files.createTempDirectory("fake-telegram");
    wire = new TelegramWire(TOKEN, folder, state);
    server = listen(port);
    this.port = server.getAddress().getPort();
  }

  private HttpServer listen(int at) throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 256);
    opened.setExecutor(threads);
    opened.createContext("/", wire::handle);
    opened.start();
    return opened;
  }

  /// A server on a free port.
  public static FakeTelegram start() {
    return start(0);
  }

  /// A server on this port, for one that comes back.
  public static FakeTelegram start(int port) {
    try {
      return new FakeTelegram(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public String token() {
    return TOKEN;
  }

  // ---- people

  /// A person in the private chat with the bot, which has the person's id.
  public TelegramPerson person(long id) {
    return new TelegramPerson(state, id, id, OptionalInt.empty(), "en");
  }

  /// Delivers an update once more, with the id it had.
  public void repeats(TelegramUpdate update) {
    state.updates.pushAsItIs(update.json().deepCopy().put("update_id", update.id()));
  }

  /// Delivers what an update says once more, under a new id.
  public TelegramUpdate repeatsAsNew(TelegramUpdate update) {
    int id = state.updates.push(update.json().deepCopy());
    return new TelegramUpdate(id, update.message(), update.json());
  }

  /// Delivers any JSON as an update; the id is added.
  public int pushes(String update) {
    try {
      return state.updates.push((ObjectNode) json.readTree(update));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// Delivers any text as an update, whatever id it says. The server knows it by the next id.
  public void pushesRaw(String update) {
    state.updates.pushRaw(update);
  }

  /// The id that the next update will have.
  public int nextUpdateId() {
    return state.updates.nextId();
  }

  /// The next update has this id, as after an idle week.
  public void countsUpdatesFrom(int id) {
    state.updates.countFrom(id);
  }

  // ---- misbehaviour

  /// The next call of this method is answered so; several are answered in order.
  public void next(String method, TelegramReply... replies) {
    for (TelegramReply reply : replies) {
      state.script(method.toLowerCase(Locale.ROOT), reply);
    }
  }

  /// From now on every call is answered so, files included.
  public void breaksDown(TelegramReply reply) {
    breaksDown(_ -> reply);
  }

  /// The same for some of the calls.
  public void breaksDown(Function<TelegramCall, TelegramReply> reply) {
    state.always(reply);
  }

  /// After a breakdown.
  public void recovers() {
    breaksDown(TelegramReply.usual());
  }

  /// Keeps its rates as if a second were so many times shorter.
  public FakeTelegram faster(int times) {
    state.rates(Optional.of(new TelegramRates(times)));
    return this;
  }

  /// Cuts all connections and refuses new ones, until [#appears()]; people go on meanwhile.
  public void vanishes() {
    server.stop(0);
  }

  /// Listens again, at the same port.
  public void appears() {
    try {
      server = listen(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Switches the rates off.
  public FakeTelegram withoutRates() {
    state.rates(Optional.empty());
    return this;
  }

  public void setsWebhook() {
    state.updates.webhook(true);
  }

  public void deletesWebhook() {
    state.updates.webhook(false);
  }

  /// Open button presses are too old to be answered from now on.
  public void expiresPresses() {
    state.expirePresses();
  }

  /// A file id is not known any more.
  public void forgetsFile(String fileId) {
    state.monitor.change(() -> {
      state.files.forget(fileId);
      return true;
    });
  }

  /// A message disappears.
  public void deletesMessage(ShownMessage message) {
    state.monitor.change(() ->
        state.room(message.chat()).entries.removeIf(entry -> entry.shown().id() == message.id()));
  }

  // ---- looking

  /// All calls so far, `getupdates` among them; file downloads have the method `file`.
  public List<TelegramCall> calls() {
    return state.calls();
  }

  public List<TelegramCall> calls(String method) {
    return calls().stream()
        .filter(call -> call.method().equals(method.toLowerCase(Locale.ROOT)))
        .toList();
  }

  /// Every refusal that was not scripted: `method: description`.
  public List<String> refusals() {
    return state.refusals();
  }

  /// Every message as it was shown at some time, edits and reactions included, in order.
  public List<ShownMessage> history() {
    return state.history();
  }

  public List<ShownMessage> messages(long chat) {
    return state.messages(chat);
  }

  /// Commands that the bot registered for a language, as `/name - description`.
  ///
  /// @param language its two letters; empty for all that have none of their own
  public List<String> commands(String language) {
    return state.monitor.read(() -> {
      Iterable<JsonNode> commands = state.commands(language);
      List<String> lines = new ArrayList<>();
      commands.forEach(command ->
          lines.add(
              "/%s - %s"
                  .formatted(
                      command.path("command").asText(), command.path("description").asText())));
      return lines;
    });
  }

  public int unconfirmedUpdates() {
    return state.updates.unconfirmed();
  }

  /// Button presses that still show a spinner.
  public int openPresses() {
    return state.openPresses();
  }

  // ---- waiting

  /// Waits until a message of any chat, as it now stands, fits.
  public ShownMessage awaitMessage(Predicate<ShownMessage> wanted, Duration most)
      throws InterruptedException {
    return state
        .awaitMessage(wanted, most)
        .orElseThrow(() -> new AssertionError("no such message in " + history()));
  }

  public TelegramCall awaitCall(String method) throws InterruptedException {
    return awaitCall(method, _ -> true);
  }

  public TelegramCall awaitCall(String method, Predicate<TelegramCall> wanted)
      throws InterruptedException {
    String name = method.toLowerCase(Locale.ROOT);
    return state
        .awaitCall(call -> call.method().equals(name) && wanted.test(call), WHILE)
        .orElseThrow(() -> new AssertionError("no such " + method + " in " + calls()));
  }

  /// Waits until a method was called so often.
  public void awaitCalls(String method, int count) throws InterruptedException {
    awaitCalls(method, count, WHILE);
  }

  public void awaitCalls(String method, int count, Duration most) throws InterruptedException {
    await(
        () -> calls(method).size() >= count,
        most,
        () -> calls(method).size() + " calls of " + method);
  }

  /// Waits for the answer to a button press.
  public String awaitNotice(Predicate<String> wanted) throws InterruptedException {
    return state.awaitNotice(wanted, WHILE).orElseThrow(() -> new AssertionError("no notice"));
  }

  /// Waits until every update is confirmed.
  public void awaitConfirmed() throws InterruptedException {
    await(
        () -> state.updates.unconfirmed() == 0,
        WHILE,
        () -> unconfirmedUpdates() + " updates are unconfirmed");
  }

  /// Waits until a poll is being held.
  public void awaitPoller() throws InterruptedException {
    await(state.updates::beingPolled, WHILE, () -> "nobody polls");
  }

  private void await(BooleanSupplier wanted, Duration most, Supplier<String> complaint)
      throws InterruptedException {
    var seen =
        state.monitor.await(
            () -> wanted.getAsBoolean() ? Optional.of(true) : Optional.empty(), most);
    if (seen.isEmpty()) {
      throw new AssertionError(complaint.get());
    }
  }

  @Override
  public void close() {
    state.updates.close();
    wire.close();
    server.stop(0);
    threads.shutdownNow();
    if (Files.notExists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(FakeTelegram::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
