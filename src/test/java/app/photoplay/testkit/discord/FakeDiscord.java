package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A Discord on loopback with people on the other side: REST, gateway and files. It keeps Discord's
/// limits and rates, records every call, and can be told to misbehave.
///
/// Any process on this machine can be the bot: give it [#apiUrl()] and [#TOKEN].
public final class FakeDiscord implements AutoCloseable {
  /// The bot's id, which is that of the application too.
  public static final long BOT = 1_100_000_000_000_000_001L;

  /// What the bot logs in with.
  public static final String TOKEN = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Gfake0.fake-token-of-the-test-kit";

  private static final Duration WHILE = Duration.ofMinutes(1);

  private final Path folder;
  private final DiscordState state;
  private final RestServer rest;
  private final int port;
  private final int gatewayPort;
  private WebSocketServer sockets;

  private FakeDiscord(InstantSource clock) throws IOException {
    folder = Files.createTempDirectory("fake-discord");
    state = new DiscordState(clock, folder);
    rest = new RestServer(state, 0);
    port = rest.port();
    sockets = new WebSocketServer(0, state.gateway);
    gatewayPort = sockets.port();
    state.cdn.base("http://127.0.0.1:" + port);
    state.gateway.address("ws://127.0.0.1:" + gatewayPort);
  }

  /// A server on free ports that keeps real time.
  public static FakeDiscord start() {
    return start(Clock.systemUTC());
  }

  /// A server with this clock, by which tokens and addresses of files end.
  public static FakeDiscord start(InstantSource clock) {
    try {
      return new FakeDiscord(clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where REST is, which tells where the gateway is.
  public URI apiUrl() {
    return URI.create("http://127.0.0.1:%d/api/v10/".formatted(port));
  }

  /// Moves the fake's clock ahead of that of everybody else.
  public void advance(Duration by) {
    state.advance(by);
  }

  public DiscordGateway gateway() {
    return new DiscordGateway(state);
  }

  // ---- people and places

  /// A person in the conversation with the bot.
  public DiscordPerson person(long id) {
    return state.monitor.change(
        () -> new DiscordPerson(state, id, state.dm(id), "en-US", false, MessageChecks.FILE_LIMIT));
  }

  /// A server with the bot.
  public DiscordGuild guild(String name) {
    return elsewhere(name).invitesTheBot();
  }

  /// A server where the bot has only these rights, of [Permissions].
  public DiscordGuild guild(String name, long permissions) {
    return elsewhere(name).allows(permissions).invitesTheBot();
  }

  /// A server without the bot, where people may bring it along.
  public DiscordGuild elsewhere(String name) {
    return state.monitor.change(
        () -> new DiscordGuild(state, state.add(new Guild(state.ids.next(), name, false))));
  }

  /// A conversation of several people, where they may bring the bot along.
  public DiscordChannel people(String name) {
    return state.monitor.change(() ->
        new DiscordChannel(
            state,
            state.add(
                new Room(
                    state.ids.next(),
                    Room.GROUP_DM,
                    name,
                    Optional.empty(),
                    Optional.empty(),
                    0))));
  }

  // ---- misbehaviour

  /// The next calls of this route are answered so, in order; see [DiscordCall#went(String)].
  public void next(String route, DiscordReply... replies) {
    state.script(route, List.of(replies));
  }

  /// So many calls of this route are answered so.
  public void fail(String route, int status, String body, Map<String, String> headers, int times) {
    DiscordReply reply = DiscordReply.answer(status, body, headers);
    state.script(route, Stream.generate(() -> reply).limit(times).toList());
  }

  /// From now on every call is answered so, files included.
  public void breaksDown(Function<DiscordCall, DiscordReply> reply) {
    state.always(reply);
  }

  /// After a breakdown.
  public void recovers() {
    breaksDown(_ -> DiscordReply.usual());
  }

  /// Keeps its rates as if a second were so many times shorter.
  public FakeDiscord faster(int times) {
    state.monitor.change(() -> state.limits.faster = times);
    return this;
  }

  /// Switches the rates off.
  public FakeDiscord withoutRates() {
    return faster(0);
  }

  /// People wait so long for a first answer, where this machine is slow.
  public FakeDiscord patient(Duration most) {
    state.monitor.change(() -> state.patience = most);
    return this;
  }

  /// A file is not on the servers any more.
  public void forgetsFile(long id) {
    state.monitor.change(() -> {
      state.cdn.forget(id);
      return id;
    });
  }

  /// Somebody who may deletes a message.
  public void deletesMessage(DiscordMessage message) {
    state.monitor.change(() -> {
      state
          .room(message.channel())
          .flatMap(it -> it.find(message.id()))
          .ifPresent(state.messages::delete);
      return message;
    });
  }

  /// Cuts all connections and refuses new ones, until [#appears()]; people go on meanwhile.
  public void vanishes() {
    sockets.close();
    rest.vanish();
  }

  /// Listens again, at the same addresses.
  public void appears() {
    try {
      rest.appear(port);
      sockets = new WebSocketServer(gatewayPort, state.gateway);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- looking

  /// All calls so far, downloads of files among them.
  public List<DiscordCall> calls() {
    return state.calls();
  }

  public List<DiscordCall> calls(String route) {
    return calls().stream().filter(it -> it.went(route)).toList();
  }

  /// Every refusal that was not scripted: the call, status, code and message.
  public List<String> refusals() {
    return state.refusals();
  }

  /// Every message as it was shown at some time, edits included, in order.
  public List<DiscordMessage> history() {
    return state.history();
  }

  /// All messages of a place as they now stand, with those that only one person sees.
  public List<DiscordMessage> shown(long channel) {
    return state.messages(channel);
  }

  /// Calls that were refused with 401, 403 or 429, of which Discord bears only so many.
  public int invalidCalls() {
    return state.monitor.read(() -> state.invalid);
  }

  /// Commands for everybody, as `/name - description`, or only the name of those in menus.
  public List<String> commands() {
    return commands(0);
  }

  /// The commands of a server.
  public List<String> commands(DiscordGuild guild) {
    return commands(guild.id());
  }

  private List<String> commands(long guild) {
    return state.monitor.read(() ->
        state
            .commands
            .getOrDefault(guild, JsonNodeFactory.instance.arrayNode())
            .valueStream()
            .map(it ->
                it.path("type").asInt() == 1
                    ? "/%s - %s"
                        .formatted(it.path("name").asText(), it.path("description").asText())
                    : it.path("name").asText())
            .toList());
  }

  /// The first answer to an interaction, if there is one.
  public Optional<DiscordInteraction.Acknowledgement> acknowledgement(DiscordInteraction of) {
    return state.monitor.read(() ->
        Optional.ofNullable(state.interactions.get(of.id())).flatMap(Interaction::acknowledgement));
  }

  /// What people did without a first answer so far; at some time they are told that the bot did not
  /// respond.
  public List<DiscordInteraction> unanswered() {
    return state.monitor.read(() ->
        state.interactions.values().stream()
            .filter(it -> it.answer == 0)
            .map(Interaction::seen)
            .toList());
  }

  // ---- waiting

  /// Waits until a message of any place, as it now stands, fits.
  public DiscordMessage awaitShown(Predicate<DiscordMessage> wanted) throws InterruptedException {
    return awaitShown(wanted, WHILE);
  }

  public DiscordMessage awaitShown(Predicate<DiscordMessage> wanted, Duration most)
      throws InterruptedException {
    return state
        .awaitMessage(wanted, most)
        .orElseThrow(() -> new AssertionError("no such message in " + history()));
  }

  public DiscordInteraction.Acknowledgement awaitAcknowledged(DiscordInteraction of)
      throws InterruptedException {
    return state
        .monitor
        .await(() -> acknowledgement(of), WHILE)
        .orElseThrow(() -> new AssertionError("no answer to " + of));
  }

  public DiscordCall awaitCall(String route) throws InterruptedException {
    return awaitCall(route, _ -> true);
  }

  public DiscordCall awaitCall(String route, Predicate<DiscordCall> wanted)
      throws InterruptedException {
    return state
        .awaitCall(call -> call.went(route) && wanted.test(call), WHILE)
        .orElseThrow(() -> new AssertionError("no such " + route + " in " + calls()));
  }

  /// Waits until calls went this way so often.
  public void awaitCalls(String route, int count) throws InterruptedException {
    await(() -> calls(route).size() >= count, () -> calls(route).size() + " calls of " + route);
  }

  /// Waits until there are so many commands for everybody.
  public void awaitCommands(int count) throws InterruptedException {
    await(() -> commands().size() == count, () -> "commands " + commands());
  }

  private void await(BooleanSupplier wanted, Supplier<String> complaint)
      throws InterruptedException {
    var seen =
        state.monitor.await(
            () -> wanted.getAsBoolean() ? Optional.of(true) : Optional.empty(), WHILE);
    if (seen.isEmpty()) {
      throw new AssertionError(complaint.get());
    }
  }

  @Override
  public void close() {
    rest.close();
    sockets.close();
    try (var all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(FakeDiscord::delete);
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
