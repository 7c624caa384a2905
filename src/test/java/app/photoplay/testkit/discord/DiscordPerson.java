package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A person with a telephone: uses commands, presses buttons, writes and looks at one place.
public final class DiscordPerson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration WHILE = Duration.ofMinutes(1);

  private final DiscordState state;
  private final long id;
  private final Room room;
  private final String locale;
  private final boolean installed;
  private final long fileLimit;

  DiscordPerson(
      DiscordState state, long id, Room room, String locale, boolean installed, long fileLimit) {
    this.state = state;
    this.id = id;
    this.room = room;
    this.locale = locale;
    this.installed = installed;
    this.fileLimit = fileLimit;
  }

  /// The same person in a channel, a thread or a group of people.
  public DiscordPerson in(DiscordChannel channel) {
    return new DiscordPerson(state, id, channel.room(), locale, installed, fileLimit);
  }

  /// This person where another is.
  public DiscordPerson in(DiscordPerson other) {
    return new DiscordPerson(state, id, other.room, locale, installed, fileLimit);
  }

  /// The same person with a telephone in this language.
  public DiscordPerson speaking(String tag) {
    return new DiscordPerson(state, id, room, tag, installed, fileLimit);
  }

  /// The same person who brought the bot along everywhere.
  public DiscordPerson installing() {
    return new DiscordPerson(state, id, room, locale, true, fileLimit);
  }

  /// The same person who pays for larger files, in bytes.
  public DiscordPerson sendingUpTo(long bytes) {
    return new DiscordPerson(state, id, room, locale, installed, bytes);
  }

  public long id() {
    return id;
  }

  public long channel() {
    return room.id;
  }

  String locale() {
    return locale;
  }

  boolean hasInstalled() {
    return installed;
  }

  long fileLimit() {
    return fileLimit;
  }

  // ---- commands

  /// Uses a slash command, once the bot has registered it.
  public DiscordInteraction slash(String command, DiscordOption... options)
      throws InterruptedException {
    JsonNode known = awaitCommand(1, command);
    return state.monitor.change(() -> {
      ObjectNode data = new CommandInput(state, known).filled(List.of(options));
      return happens(Interaction.COMMAND, data, Optional.empty());
    });
  }

  /// Uses what the menu of a message offers.
  public DiscordInteraction messageMenu(DiscordMessage message, String command)
      throws InterruptedException {
    JsonNode known = awaitCommand(3, command);
    return state.monitor.change(() -> {
      ObjectNode data = CommandInput.head(known).put("target_id", Long.toString(message.id()));
      Stored target = room.find(message.id()).orElseThrow();
      data.putObject("resolved")
          .putObject("messages")
          .set(Long.toString(target.id), target.json(state));
      return happens(Interaction.COMMAND, data, Optional.empty());
    });
  }

  /// Writes into an option for which the bot makes suggestions, the last one.
  public DiscordInteraction autocomplete(String command, DiscordOption... options)
      throws InterruptedException {
    JsonNode known = awaitCommand(1, command);
    return state.monitor.change(() -> {
      ObjectNode data = new CommandInput(state, known).begun(List.of(options));
      return happens(Interaction.AUTOCOMPLETE, data, Optional.empty());
    });
  }

  /// Whether Discord offers a slash command here and now.
  public boolean offers(String command) {
    return state.monitor.read(
        () -> state.command(room, 1, command).filter(this::offered).isPresent());
  }

  private JsonNode awaitCommand(int type, String name) throws InterruptedException {
    return state
        .monitor
        .await(() -> state.command(room, type, name).filter(this::offered), WHILE)
        .orElseThrow(() -> new AssertionError("no command " + name + " in " + state.commands));
  }

  /// Whether Discord offers a command in this place.
  private boolean offered(JsonNode command) {
    return lists(command.path("contexts"), InteractionJson.context(room), room.botIsHere())
        && lists(command.path("integration_types"), room.botIsHere() ? 0 : 1, room.botIsHere());
  }

  private static boolean lists(JsonNode list, int wanted, boolean otherwise) {
    return list.isArray()
        ? ((ArrayNode) list).valueStream().anyMatch(it -> it.asInt(-1) == wanted)
        : otherwise;
  }

  // ---- buttons and menus

  /// Presses the button with this label under the message as it now stands.
  public DiscordInteraction press(DiscordMessage message, String label) {
    return state.monitor.change(() -> {
      DiscordMessage.ShownButton button = current(message).shown(state).button(label);
      if (button.disabled() || button.style() == 5) {
        throw new AssertionError(label + " cannot be pressed");
      }
      return forge(message, button.id());
    });
  }

  /// Presses a button whose id is made up.
  public DiscordInteraction forge(DiscordMessage message, String customId) {
    return state.monitor.change(() -> {
      ObjectNode data = JSON.objectNode().put("component_type", 2).put("custom_id", customId);
      return happens(Interaction.COMPONENT, data.put("id", 2), Optional.of(current(message)));
    });
  }

  /// Chooses from the only menu of a message, by what its lines say.
  public DiscordInteraction choose(DiscordMessage message, String... labels) {
    return state.monitor.change(() -> {
      var select = current(message).shown(state).selects().getFirst();
      ObjectNode data = JSON.objectNode().put("component_type", 3).put("custom_id", select.id());
      ArrayNode values = data.put("id", 2).putArray("values");
      Arrays.stream(labels)
          .map(label ->
              select.options().stream()
                  .filter(it -> it.label().equals(label))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError(label + " is not in " + select)))
          .forEach(it -> values.add(it.value()));
      return happens(Interaction.COMPONENT, data, Optional.of(current(message)));
    });
  }

  // ---- forms

  /// Waits for the form that the bot opens as an answer.
  public DiscordModal awaitModal(DiscordInteraction interaction) throws InterruptedException {
    return state
        .monitor
        .await(
            () ->
                Optional.ofNullable(state.interactions.get(interaction.id()))
                    .filter(it -> it.answer == 9)
                    .map(ModalInput::read),
            WHILE)
        .orElseThrow(() -> new AssertionError("no form for " + interaction));
  }

  /// Sends a form, its fields by their ids; several files or lines are named several times.
  public DiscordInteraction submitModal(DiscordModal modal, DiscordOption... values) {
    return state.monitor.change(() -> {
      ObjectNode data = new ModalInput(state).filled(modal, List.of(values));
      Optional<Stored> source =
          Optional.ofNullable(state.interactions.get(modal.interaction())).flatMap(it -> it.source);
      return happens(Interaction.MODAL, data, source);
    });
  }

  // ---- writing

  /// Writes to the bot alone, wherever this person is.
  public DiscordMessage dm(String text, DiscordFile... files) {
    return state.monitor.change(() ->
        new PersonWriting(state, id, state.dm(id))
            .write(text, List.of(files), Optional.empty(), 0));
  }

  /// Writes here.
  public DiscordMessage writes(String text, DiscordFile... files) {
    return write(text, List.of(files), Optional.empty(), 0);
  }

  public DiscordMessage repliesTo(DiscordMessage message, String text, DiscordFile... files) {
    return write(text, List.of(files), Optional.of(message.id()), 0);
  }

  /// Speaks into the telephone.
  public DiscordMessage speaks(Path ogg, double seconds) {
    return write(
        "", List.of(DiscordFile.named("voice-message.ogg", ogg)), Optional.empty(), seconds);
  }

  /// Changes the words of a message of one's own.
  public void edits(long message, String text) {
    state.monitor.change(() -> {
      new Messages(state).reword(room.find(message).orElseThrow(), text);
      return true;
    });
  }

  private DiscordMessage write(
      String text, List<DiscordFile> files, Optional<Long> replyTo, double seconds) {
    return state.monitor.change(
        () -> new PersonWriting(state, id, room).write(text, files, replyTo, seconds));
  }

  /// The bot cannot write to this person any more.
  public void closesDms() {
    state.monitor.change(() -> state.closedToDms.add(id));
  }

  public void opensDms() {
    state.monitor.change(() -> state.closedToDms.remove(id));
  }

  private Stored current(DiscordMessage message) {
    return room.find(message.id())
        .filter(it -> it.onlyFor.isEmpty() || it.onlyFor.getAsLong() == id)
        .orElseThrow(() -> new AssertionError("cannot see " + message));
  }

  /// Anything, as Discord writes it; what is missing is added.
  public DiscordInteraction happens(int type, JsonNode data) {
    return state.monitor.change(() -> happens(type, data.deepCopy(), Optional.empty()));
  }

  private DiscordInteraction happens(int type, ObjectNode data, Optional<Stored> source) {
    return new InteractionJson(state).happens(this, room, type, data, source);
  }

  // ---- looking

  /// All messages of the place as they now stand, oldest first.
  public List<DiscordMessage> sees() {
    return state.messages(room.id).stream()
        .filter(it -> it.onlyFor().isEmpty() || it.onlyFor().getAsLong() == id)
        .toList();
  }

  /// Waits for a message of the bot, as it now stands, in this place.
  public DiscordMessage awaits(String what, Predicate<DiscordMessage> wanted)
      throws InterruptedException {
    return awaits(what, wanted, WHILE);
  }

  public DiscordMessage awaits(String what, Predicate<DiscordMessage> wanted, Duration most)
      throws InterruptedException {
    return state
        .awaitMessage(
            message ->
                message.channel() == room.id
                    && message.fromBot()
                    && (message.onlyFor().isEmpty() || message.onlyFor().getAsLong() == id)
                    && wanted.test(message),
            most)
        .orElseThrow(() -> new AssertionError("no " + what + " in " + sees()));
  }
}
