package app.photoplay.conversation;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static java.util.stream.Collectors.joining;

import app.photoplay.testkit.discord.DiscordFile;
import app.photoplay.testkit.discord.DiscordInteraction;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordMessage.ShownFile;
import app.photoplay.testkit.discord.DiscordModal;
import app.photoplay.testkit.discord.DiscordOption;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.FakeDiscord;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/// A telephone with Discord, at the place where a person uses commands and at the one where the
/// person writes, which may be the same.
final class DiscordScreen implements Screen {
  /// What the field for the words of a command is called.
  private static final Map<String, String> WORDS =
      Map.of(
          "talk", "script",
          "clip", "prompt",
          "film", "idea",
          "scene", "words",
          "help", "command",
          "settings", "change");

  private static final Map<String, String> MENUS =
      Map.of("talk", "Make this photo talk", "clip", "Animate this photo");
  private static final Set<String> NUMBERS = Set.of("speed", "pitch", "seconds", "number");
  private static final int SILENT = 1 << 12;
  private static final double SOME_SECONDS = 3;

  /// What the gateway says of something that was done.
  private record Event(String name, JsonNode json) {}

  private final FakeDiscord discord;
  private final Notices notices;
  private final DiscordPerson commanding;
  private final DiscordPerson writing;
  private final Map<String, Event> events = new HashMap<>();
  private final Map<Long, DiscordInteraction> done = new HashMap<>();
  private final Set<Long> whispers = new HashSet<>();

  DiscordScreen(
      FakeDiscord discord, Notices notices, DiscordPerson commanding, DiscordPerson writing) {
    this.discord = discord;
    this.notices = notices;
    this.commanding = commanding;
    this.writing = writing;
  }

  DiscordPerson person() {
    return writing;
  }

  @Override
  public String place() {
    return Long.toString(commanding.channel());
  }

  // ---- doing

  @Override
  public String writes(Line line) {
    DiscordFile[] files = line.file().map(DiscordFile::of).stream().toArray(DiscordFile[]::new);
    DiscordMessage message;
    if (line.on().isPresent()) {
      message = writing.repliesTo(shown(line.on().get()), line.words(), files);
    } else if (line.file().map(Line::mediaType).filter("audio/ogg"::equals).isPresent()) {
      message = writing.speaks(line.file().get(), SOME_SECONDS);
    } else {
      message = writing.writes(line.words(), files);
    }
    String id = Long.toString(message.id());
    events.put(id, new Event("MESSAGE_CREATE", message.json()));
    return id;
  }

  @Override
  public String calls(Call call) throws InterruptedException {
    List<DiscordOption> options = new ArrayList<>();
    if (call.on().isPresent()) {
      DiscordMessage photo = shown(call.on().get());
      if (call.words().isEmpty()) {
        return kept(
            at(photo).messageMenu(photo, Objects.requireNonNull(MENUS.get(call.command()))));
      }
      if (call.command().equals("talk")) {
        DiscordInteraction opened =
            at(photo).messageMenu(photo, Objects.requireNonNull(MENUS.get("talk")));
        return fills(opened, Line.of(call.words()));
      }
      // a menu takes no words: the photo is sent once more
      ShownFile file = photo.file();
      options.add(option("photo", DiscordFile.named(file.name(), file.file())));
    }
    call.photo().ifPresent(it -> options.add(option("photo", it)));
    if (!call.words().isEmpty()) {
      options.add(option(WORDS.getOrDefault(call.command(), "code"), call.words()));
    }
    call.options()
        .forEach((name, value) ->
            options.add(
                NUMBERS.contains(name)
                    ? option(name, Double.parseDouble(value))
                    : option(name, value)));
    return kept(commanding.slash(call.command(), options.toArray(DiscordOption[]::new)));
  }

  @Override
  public String fills(Act call, Line line) throws InterruptedException {
    return fills(interaction(call), line);
  }

  private String fills(DiscordInteraction call, Line line) throws InterruptedException {
    DiscordModal form = commanding.awaitModal(call);
    DiscordPerson there = call.channel() == commanding.channel() ? commanding : writing;
    List<DiscordOption> values = new ArrayList<>();
    values.add(option(form.fields().getFirst().id(), line.words()));
    line.file().ifPresent(it -> values.add(option(form.fields().getLast().id(), it)));
    return kept(there.submitModal(form, values.toArray(DiscordOption[]::new)));
  }

  @Override
  public String form(Act call) throws InterruptedException {
    DiscordModal form = commanding.awaitModal(interaction(call));
    return form.fields().stream().map(DiscordModal.Field::label).collect(joining(", "));
  }

  @Override
  public List<String> suggestions(String command, String option, String begun)
      throws InterruptedException {
    DiscordInteraction typing = commanding.autocomplete(command, option(option, begun));
    List<String> suggested = new ArrayList<>();
    discord
        .awaitAcknowledged(typing)
        .data()
        .path("choices")
        .forEach(it -> suggested.add(it.path("name").asText()));
    return suggested;
  }

  @Override
  public String sendsTogether(List<Path> photos, int worded, String words) {
    DiscordFile[] files = photos.stream().map(DiscordFile::of).toArray(DiscordFile[]::new);
    return Long.toString(writing.writes(words, files).id());
  }

  @Override
  public void edits(Said message, String words) {
    writing.edits(Long.parseLong(message.id()), words);
  }

  @Override
  public Act presses(Said message, String data) throws Exception {
    DiscordMessage pressed = shown(message);
    String id = kept(at(pressed).forge(pressed, data));
    String words = notices.await(id);
    if (!words.isEmpty()) {
      DiscordMessage whisper =
          discord.awaitShown(
              it -> it.ephemeral() && answers(it, id) && plain(it.text()).equals(words));
      whispers.add(whisper.id());
    }
    return new Act(id, words);
  }

  private static boolean answers(DiscordMessage message, String interaction) {
    return message.answers().equals(OptionalLong.of(Long.parseLong(interaction)));
  }

  @Override
  public void repeats(Act act) {
    Event event = events.get(act.id());
    if (event == null) {
      throw new IllegalArgumentException("not done here: " + act);
    }
    discord.gateway().tell(event.name(), event.json());
  }

  private String kept(DiscordInteraction interaction) {
    String id = Long.toString(interaction.id());
    events.put(id, new Event("INTERACTION_CREATE", interaction.json()));
    done.put(interaction.id(), interaction);
    return id;
  }

  private DiscordInteraction interaction(Act act) {
    DiscordInteraction interaction = done.get(Long.parseLong(act.id()));
    if (interaction == null) {
      throw new IllegalArgumentException("not done here: " + act);
    }
    return interaction;
  }

  private DiscordPerson at(DiscordMessage message) {
    return message.channel() == commanding.channel() ? commanding : writing;
  }

  // ---- looking

  @Override
  public List<Seen> history() {
    return discord.history().stream().filter(this::sees).map(this::seen).toList();
  }

  @Override
  public List<Seen> sees() {
    List<DiscordMessage> all = new ArrayList<>(commanding.sees());
    if (writing.channel() != commanding.channel()) {
      all.addAll(writing.sees());
    }
    return all.stream()
        .filter(this::sees)
        .sorted((one, other) -> Long.compare(one.id(), other.id()))
        .map(this::seen)
        .toList();
  }

  /// What the bot whispers about a press is seen as told at once.
  private boolean sees(DiscordMessage message) {
    boolean here =
        message.channel() == commanding.channel() || message.channel() == writing.channel();
    boolean visible = message.onlyFor().isEmpty() || message.onlyFor().getAsLong() == writing.id();
    return here && visible && !message.thinking() && !whispers.contains(message.id());
  }

  @Override
  public Seen awaits(String what, Predicate<Seen> wanted) throws InterruptedException {
    try {
      return seen(discord.awaitShown(it -> sees(it) && wanted.test(seen(it))));
    } catch (AssertionError _) {
      throw new AssertionError("no " + what + " in " + sees());
    }
  }

  @Override
  public byte[] watches(Seen message) throws IOException {
    Path video = video(shown(message)).orElseThrow().file();
    return Files.readAllBytes(video);
  }

  private DiscordMessage shown(Said message) {
    return discord.history().reversed().stream()
        .filter(it -> Long.toString(it.id()).equals(message.id()) && sees(it))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not to be seen: " + message));
  }

  private static Optional<ShownFile> video(DiscordMessage message) {
    return message.files().stream().filter(it -> it.name().endsWith(".mp4")).findFirst();
  }

  private Seen seen(DiscordMessage message) {
    return new Seen(
        Long.toString(message.id()),
        !message.fromBot(),
        plain(message.text()),
        message.buttons().stream()
            .flatMap(List::stream)
            .map(it -> new Seen.Button(it.label(), it.id()))
            .toList(),
        video(message).filter(_ -> message.fromBot()).map(DiscordScreen::watched),
        message.files().stream().anyMatch(it -> it.name().endsWith(".jpg")),
        message.files().stream()
            .map(ShownFile::name)
            .filter(it -> it.endsWith(".zip"))
            .findFirst()
            .orElse(""),
        original(message),
        (message.json().path("flags").asInt() & SILENT) != 0,
        false,
        message.ephemeral());
  }

  /// What a telephone does not tell of a video is left out.
  private static Seen.Video watched(ShownFile video) {
    return new Seen.Video(video.sha256(), 0, 0, 0, true);
  }

  /// The message, the command, or the message with the button that was pressed.
  private String original(DiscordMessage message) {
    if (message.replyTo().isPresent()) {
      return Long.toString(message.replyTo().getAsLong());
    }
    if (message.answers().isEmpty()) {
      return "";
    }
    long interaction = message.answers().getAsLong();
    return Optional.ofNullable(done.get(interaction))
        .map(it -> it.json().path("message").path("id").asText(""))
        .filter(it -> !it.isEmpty())
        .orElse(Long.toString(interaction));
  }

  /// As Discord shows it, without the signs that keep words from being markup.
  private static String plain(String text) {
    return text.replaceAll("\\\\([^A-Za-z0-9\\s])", "$1");
  }
}
