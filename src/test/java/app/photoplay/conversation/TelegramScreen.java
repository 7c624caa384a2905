package app.photoplay.conversation;

import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import app.photoplay.testkit.TelegramUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A telephone with Telegram, in one chat.
final class TelegramScreen implements Screen {
  private final FakeTelegram telegram;
  private final TelegramPerson person;
  private final Map<String, TelegramUpdate> updates = new HashMap<>();

  TelegramScreen(FakeTelegram telegram, TelegramPerson person) {
    this.telegram = telegram;
    this.person = person;
  }

  TelegramPerson person() {
    return person;
  }

  @Override
  public String place() {
    return Long.toString(person.chat());
  }

  // ---- doing

  @Override
  public String writes(Line line) {
    return kept(line.file().map(file -> sends(file, line)).orElseGet(() -> says(line)));
  }

  private TelegramUpdate says(Line line) {
    return line.on()
        .map(it -> person.repliesTo(shown(it), line.words()))
        .orElseGet(() -> person.sends(line.words()));
  }

  private TelegramUpdate sends(Path file, Line line) {
    String type = Line.mediaType(file);
    return switch (type) {
      case "image/jpeg" ->
          line.on()
              .map(it -> person.repliesWithPhoto(shown(it), file, line.words()))
              .orElseGet(() -> person.sendsPhoto(file, line.words()));
      case "audio/ogg" ->
          line.on()
              .map(it -> person.repliesWithVoice(shown(it), file))
              .orElseGet(() -> person.sendsVoice(file));
      case "video/mp4" -> person.sendsVideo(file, line.words());
      default -> person.sendsFile(file, file.getFileName().toString(), type, line.words());
    };
  }

  @Override
  public String calls(Call call) {
    String words = call.written(call.command() + (group() ? "@" + FakeTelegram.BOT : ""));
    return writes(new Line(words, call.photo(), call.on()));
  }

  private boolean group() {
    return person.chat() < 0;
  }

  @Override
  public String sendsTogether(List<Path> photos, int worded, String words) {
    String id = "";
    for (int i = 0; i < photos.size(); i++) {
      String one = kept(person.sendsOneMoreOfTheAlbum(photos.get(i), i == worded ? words : ""));
      id = i == 0 || (i == worded && !words.isEmpty()) ? one : id;
    }
    return id;
  }

  @Override
  public void edits(Said message, String words) {
    person.edits(Integer.parseInt(message.id()), words);
  }

  @Override
  public Act presses(Said message, String data) throws InterruptedException {
    TelegramUpdate press = person.forges(shown(message), data);
    String query = press.json().path("callback_query").path("id").asText();
    var answer =
        telegram.awaitCall(
            "answerCallbackQuery", it -> it.param("callback_query_id").equals(query));
    String id = "press " + query;
    updates.put(id, press);
    return new Act(id, answer.param("text"));
  }

  @Override
  public void repeats(Act act) {
    TelegramUpdate update = updates.get(act.id());
    if (update == null) {
      throw new IllegalArgumentException("not done here: " + act);
    }
    telegram.repeats(update);
    telegram.repeatsAsNew(update);
  }

  private String kept(TelegramUpdate message) {
    String id = Integer.toString(message.message());
    updates.put(id, message);
    return id;
  }

  // ---- looking

  @Override
  public List<Seen> history() {
    return telegram.history().stream()
        .filter(it -> it.chat() == person.chat())
        .map(this::seen)
        .toList();
  }

  @Override
  public List<Seen> sees() {
    return person.sees().stream().map(this::seen).toList();
  }

  @Override
  public Seen awaits(String what, Predicate<Seen> wanted) throws InterruptedException {
    return seen(person.awaits(what, it -> wanted.test(seen(it))));
  }

  @Override
  public byte[] watches(Seen message) throws IOException {
    return Files.readAllBytes(shown(message).video().orElseThrow().file());
  }

  private ShownMessage shown(Said message) {
    return person.sees().stream()
        .filter(it -> Integer.toString(it.id()).equals(message.id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not to be seen: " + message));
  }

  private Seen seen(ShownMessage message) {
    return new Seen(
        Integer.toString(message.id()),
        !message.fromBot(),
        message.text(),
        message.buttons().stream()
            .flatMap(List::stream)
            .map(it -> new Seen.Button(it.label(), it.data()))
            .toList(),
        message
            .video()
            .map(it ->
                new Seen.Video(it.sha256(), it.width(), it.height(), it.seconds(), it.uploaded())),
        message.photo().isPresent(),
        message.text().endsWith(".zip") ? message.text() : "",
        message.replyTo().isPresent() ? Integer.toString(message.replyTo().getAsInt()) : "",
        message.silent(),
        !message.reaction().isEmpty(),
        false);
  }
}
