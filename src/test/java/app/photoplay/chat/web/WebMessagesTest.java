package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.ChatUpdate.ButtonPress;
import app.photoplay.chat.update.ChatUpdate.CommandCall;
import app.photoplay.chat.update.ChatUpdate.PlainMessage;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebMessagesTest {
  @TempDir Path folder;
  private WebHost host;
  private WebVisitor visitor;

  @BeforeEach
  void open() throws Exception {
    host = WebHost.open(folder);
    visitor = WebVisitor.arrive(host);
  }

  @AfterEach
  void close() {
    visitor.close();
    host.close();
  }

  private Conversation conversation() throws Exception {
    visitor.say("hello");
    return host.next().message().conversation();
  }

  private static String sent(SendOutcome outcome) {
    assertThat(outcome).isInstanceOf(SendOutcome.Sent.class);
    return ((SendOutcome.Sent) outcome).message();
  }

  @Test
  void passesWordsOnWithLanguageZoneAndOptions() throws Exception {
    ObjectNode message = WebVisitor.message("  Good morning  ");
    message.putObject("options").put("voice", "calm").put("aspect", "9:16").put("quality", "");

    visitor.say(message);

    PlainMessage update = (PlainMessage) host.next();
    assertThat(update.words()).isEqualTo("Good morning");
    assertThat(update.options()).containsOnly(entry("voice", "calm"), entry("aspect", "9:16"));
    assertThat(update.from())
        .isEqualTo(new Person("web", update.from().id(), "de-AT", "Europe/Vienna"));
    assertThat(update.message().conversation())
        .isEqualTo(new Conversation("web", update.from().id(), "", false));
  }

  @Test
  void leavesOutALanguageAndAZoneThatMakeNoSense() throws Exception {
    visitor.say(WebVisitor.message("hi").put("language", "<b>").put("zone", "Mars/Olympus"));

    Person person = host.next().from();
    assertThat(List.of(person.language(), person.zone())).containsOnly("");
  }

  @Test
  void takesTextThatBeginsWithASlashAsACommand() throws Exception {
    ObjectNode message = WebVisitor.message("/Talk@photoplay  Hello\nthere ");
    message.putObject("options").put("photo", "sample");

    visitor.say(message);

    CommandCall call = (CommandCall) host.next();
    assertThat(call.command()).isEqualTo("talk");
    assertThat(call.words()).isEqualTo("Hello\nthere");
    assertThat(call.options()).containsOnly(entry("photo", "sample"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ talk", "//", "/tälk", "1/2"})
  void takesOtherTextWithSlashesAsWords(String words) throws Exception {
    visitor.say(words);

    assertThat(host.next()).isInstanceOf(PlainMessage.class);
  }

  @Test
  void knowsARepeatedMessage() throws Exception {
    ObjectNode message = WebVisitor.message("once");

    visitor.say(message);
    visitor.say(message);

    assertThat(host.next().id()).isEqualTo(host.next().id());
    assertThat(visitor.history().path("messages")).hasSize(1);
  }

  @Test
  void givesEveryVisitorIdsOfTheirOwn() throws Exception {
    ObjectNode message = WebVisitor.message("the same");
    visitor.say(message);

    try (WebVisitor other = WebVisitor.arrive(host)) {
      other.say(message);
    }

    assertThat(host.next().id()).isNotEqualTo(host.next().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "nothing",
        "{",
        "{}",
        "{\"clientId\":\"short\",\"words\":\"hi\"}",
        "{\"clientId\":7,\"words\":\"hi\"}",
        "{\"clientId\":\"aaaaaaaaaaaaaaaa\"}",
        "{\"clientId\":\"aaaaaaaaaaaaaaaa\",\"words\":\"   \"}",
        "{\"clientId\":\"aaaaaaaaaaaaaaaa\",\"words\":{}}",
        "{\"clientId\":\"aaaaaaaaaaaaaaaa\",\"words\":\"hi\",\"options\":{\"colour\":\"red\"}}",
        "{\"clientId\":\"aaaaaaaaaaaaaaaa\",\"words\":\"hi\",\"options\":[1]}",
        "{\"clientId\":\"aaaaaaaaaaaaaaaa\",\"words\":\"hi\",\"uploads\":\"x\"}",
        "{\"clientId\":\"aaaaaaaaaaaaaaaa\",\"words\":\"hi\",\"uploads\":[1,2,3,4,5]}"
      })
  void refusesWhatIsNoMessageWithOneSentence(String body) throws Exception {
    HttpResponse<byte[]> answer = visitor.post("/api/chat/messages", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(WebVisitor.json(answer).path("sentence").asText()).endsWith(".");
    assertThat(host.rest()).isEmpty();
    assertThat(visitor.history().path("messages")).isEmpty();
  }

  @Test
  void refusesAMessageThatIsFarTooLong() throws Exception {
    assertThat(visitor.say("x".repeat(300_000)).statusCode()).isEqualTo(413);
    assertThat(visitor.say("x".repeat(20_001)).statusCode()).isEqualTo(400);
  }

  @Test
  void slowsDownWhoIsTooFast() throws Exception {
    for (int i = 0; i < 5; i++) {
      visitor.say("message " + i);
    }

    HttpResponse<byte[]> sixth = visitor.say("one more");
    host.time.advance(Duration.ofSeconds(1));
    HttpResponse<byte[]> later = visitor.say("later");

    assertThat(sixth.statusCode()).isEqualTo(429);
    assertThat(WebVisitor.json(sixth).path("sentence").asText()).endsWith("wait a moment.");
    assertThat(later.statusCode()).isEqualTo(201);
  }

  @Test
  void saysSoWhenAMessageCannotBeStoredAndTakesItTheNextTime() throws Exception {
    ObjectNode message = WebVisitor.message("keep me");
    host.start(_ -> {
      throw new IllegalStateException("disk full");
    });
    HttpResponse<byte[]> failed = visitor.say(message);
    List<ChatUpdate> taken = new CopyOnWriteArrayList<>();
    host.start(taken::add);

    HttpResponse<byte[]> again = visitor.say(message);

    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(taken).hasSize(1);
    assertThat(visitor.history().path("messages")).hasSize(1);
  }

  @Test
  void takesNothingAfterItWasStoppedAndStillSends() throws Exception {
    Conversation conversation = conversation();

    host.chat.stop();

    assertThat(visitor.say("too late").statusCode()).isEqualTo(503);
    assertThat(host.chat.trouble()).isNotEmpty();
    sent(host.chat.send(conversation, OutboundMessage.of(Kind.ANSWER, "bye")));
    assertThat(visitor.history().path("messages")).hasSize(2);
  }

  @Test
  void showsInTheHistoryAllThatWasSaidWhileNobodyWasThere() throws Exception {
    Conversation conversation = conversation();
    OutboundMessage question =
        OutboundMessage.of(Kind.QUESTION, "Which one?")
            .with(List.of(List.of(new Button("This", "v1:pick:A", Button.Style.PRIMARY))));
    String id = sent(host.chat.send(conversation, question));

    host.chat.edit(
        new MessageRef(conversation, id), OutboundMessage.of(Kind.PROGRESS, "Half").at(0.5));

    JsonNode messages = visitor.history().path("messages");
    assertThat(messages.get(0).path("own").asBoolean()).isTrue();
    assertThat(messages.get(1).path("id").asText()).isEqualTo(id);
    assertThat(messages.get(1).path("content").path("kind").asText()).isEqualTo("PROGRESS");
    assertThat(messages.get(1).path("content").path("progress").asDouble()).isEqualTo(0.5);
  }

  @Test
  void editsOnlyTheBotsOwnMessages() throws Exception {
    visitor.say("mine");
    MessageRef own = host.next().message();
    OutboundMessage text = OutboundMessage.of(Kind.ANSWER, "changed");

    SendOutcome ofPerson = host.chat.edit(own, text);
    SendOutcome ofNobody = host.chat.edit(new MessageRef(own.conversation(), "b00"), text);

    assertThat(List.of(ofPerson, ofNobody)).hasOnlyElementsOfType(SendOutcome.MessageGone.class);
  }

  @Test
  void changesNothingWhenAnEditSaysTheSame() throws Exception {
    Conversation conversation = conversation();
    OutboundMessage text = OutboundMessage.of(Kind.ANSWER, "the same");
    String id = sent(host.chat.send(conversation, text));
    long before = host.store.lastChange(conversation.chat());

    SendOutcome again = host.chat.edit(new MessageRef(conversation, id), text);

    assertThat(sent(again)).isEqualTo(id);
    assertThat(host.store.lastChange(conversation.chat())).isEqualTo(before);
  }

  @Test
  void pagesBackThroughTheHistory() throws Exception {
    Conversation conversation = conversation();
    for (int i = 2; i <= 120; i++) {
      host.chat.send(conversation, OutboundMessage.of(Kind.ANSWER, "number " + i));
    }

    JsonNode newest = visitor.history().path("messages");
    long before = newest.get(0).path("number").asLong();
    JsonNode earlier =
        WebVisitor.json(visitor.get("/api/chat/history?before=" + before)).path("messages");

    assertThat(newest).hasSize(50);
    assertThat(newest.get(49).path("content").path("text").asText()).isEqualTo("number 120");
    assertThat(earlier.get(49).path("number").asLong()).isEqualTo(before - 1);
    assertThat(visitor.get("/api/chat/history?before=x").statusCode()).isEqualTo(400);
  }

  @Test
  void passesForgedButtonDataOnAsItIs() throws Exception {
    Conversation conversation = conversation();
    String id = sent(host.chat.send(conversation, OutboundMessage.of(Kind.ANSWER, "no buttons")));
    ObjectNode press = press(id).put("data", "v1:cancel:OTHER");

    HttpResponse<byte[]> answer = visitor.post("/api/chat/buttons", press.toString());

    assertThat(answer.statusCode()).isEqualTo(202);
    ButtonPress update = (ButtonPress) host.next();
    assertThat(update.data()).isEqualTo("v1:cancel:OTHER");
    assertThat(update.message()).isEqualTo(new MessageRef(conversation, id));
  }

  @Test
  void refusesAPressUnderAMessageOfSomebodyElse() throws Exception {
    Conversation conversation = conversation();
    String id = sent(host.chat.send(conversation, OutboundMessage.of(Kind.ANSWER, "private")));

    try (WebVisitor other = WebVisitor.arrive(host)) {
      HttpResponse<byte[]> answer = other.post("/api/chat/buttons", press(id).toString());

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(host.rest()).isEmpty();
    }
  }

  @Test
  void refusesAReplyToAMessageThatIsNotThere() throws Exception {
    HttpResponse<byte[]> answer = visitor.say(WebVisitor.message("hm").put("replyTo", "b12"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(host.rest()).isEmpty();
  }

  @Test
  void saysWhatWasRepliedTo() throws Exception {
    String id =
        sent(host.chat.send(conversation(), OutboundMessage.of(Kind.QUESTION, "What words?")));

    visitor.say(WebVisitor.message("These").put("replyTo", id));

    ChatUpdate.Replied replied = ((PlainMessage) host.next()).replied().orElseThrow();
    assertThat(replied.ours()).isTrue();
    assertThat(replied.message().message()).isEqualTo(id);
  }

  private static ObjectNode press(String message) {
    return WebVisitor.JSON
        .createObjectNode()
        .put("pressId", "aaaaaaaaaaaaaaaaaaaa")
        .put("message", message)
        .put("data", "v1:again:AB12");
  }
}
