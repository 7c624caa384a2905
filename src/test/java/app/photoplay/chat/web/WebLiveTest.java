package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import app.photoplay.testkit.WebVisitor.Window;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebLiveTest {
  @TempDir Path folder;
  private WebHost host;
  private WebVisitor visitor;
  private ChatUpdate first;
  private Conversation conversation;

  @BeforeEach
  void open() throws Exception {
    host = WebHost.open(folder);
    visitor = WebVisitor.arrive(host);
    visitor.say("hello");
    first = host.next();
    conversation = first.message().conversation();
  }

  @AfterEach
  void close() {
    visitor.close();
    host.close();
  }

  private String say(String words) {
    OutboundMessage message = OutboundMessage.of(Kind.ANSWER, words);
    return ((SendOutcome.Sent) host.chat.send(conversation, message)).message();
  }

  private static String text(JsonNode event) {
    return event.path("message").path("content").path("text").asText();
  }

  @Test
  void bringsNewAndEditedMessagesInOrder() throws Exception {
    Window window = visitor.live(1);
    String id = say("one");
    assertThat(text(window.next())).isEqualTo("one");

    host.chat.edit(new MessageRef(conversation, id), OutboundMessage.of(Kind.ANSWER, "two"));

    JsonNode event = window.next();
    assertThat(text(event)).isEqualTo("two");
    assertThat(event.path("message").path("id").asText()).isEqualTo(id);
  }

  @Test
  void goesOnAfterABreakWhereItWas() throws Exception {
    Window window = visitor.live(1);
    say("before");
    long known = window.next().path("message").path("change").asLong();
    window.leave();
    for (int i = 0; i < 130; i++) {
      say("missed " + i);
    }

    Window again = visitor.live(known);

    for (int i = 0; i < 130; i++) {
      assertThat(text(again.next())).isEqualTo("missed " + i);
    }
  }

  @Test
  void bringsEveryWindowTheOwnMessagesToo() throws Exception {
    Window elsewhere = visitor.live(1);

    visitor.say("from the other window");

    JsonNode event = elsewhere.next();
    assertThat(text(event)).isEqualTo("from the other window");
    assertThat(event.path("message").path("own").asBoolean()).isTrue();
  }

  @Test
  void showsNothingOfOthers() throws Exception {
    try (WebVisitor other = WebVisitor.arrive(host)) {
      other.say("mine");
      Window window = other.live(0);
      assertThat(text(window.next())).isEqualTo("mine");
      say("not for you");

      other.say("mine too");

      assertThat(text(window.next())).isEqualTo("mine too");
    }
  }

  @Test
  void showsThatAMessageWasSeen() throws Exception {
    Window window = visitor.live(1);

    host.chat.acknowledge(first, "");

    JsonNode event = window.next();
    assertThat(event.path("message").path("id").asText()).isEqualTo(first.message().message());
    assertThat(event.path("message").path("seen").asBoolean()).isTrue();
  }

  @Test
  void endsAButtonsSpinnerWithANotice() throws Exception {
    String id = say("with a button");
    Window window = visitor.live(1);
    // A notice is for windows that are open: what it shows first proves that this one is.
    assertThat(text(window.next())).isEqualTo("with a button");
    String press =
        WebVisitor.JSON
            .createObjectNode()
            .put("pressId", "pressed-once-0001")
            .put("message", id)
            .put("data", "v1:again:X")
            .toString();
    visitor.post("/api/chat/buttons", press);

    host.chat.acknowledge(host.next(), "Not yours");

    JsonNode event = window.next();
    assertThat(event.path("type").asText()).isEqualTo("notice");
    assertThat(event.path("press").asText()).isEqualTo("pressed-once-0001");
    assertThat(event.path("text").asText()).isEqualTo("Not yours");
  }

  @Test
  void allowsTenWindowsAndLeavesOthersAlone() throws Exception {
    for (int i = 0; i < LiveConnections.PER_VISITOR; i++) {
      visitor.live(1);
    }

    assertThat(visitor.live(1).closeCode()).isEqualTo(4429);
    try (WebVisitor other = WebVisitor.arrive(host)) {
      other.say("I may come");
      assertThat(text(other.live(0).next())).isEqualTo("I may come");
    }
  }

  @Test
  void refusesAConnectionFromAnotherSite() {
    assertRefused(403, "Origin", "https://evil.example");
  }

  @Test
  void refusesAConnectionOfAnUnknownBrowser() {
    visitor.cookies = "photoplay=forged";

    assertRefused(401, "X-Other", "1");
  }

  private void assertRefused(int status, String header, String value) {
    assertThatThrownBy(() -> visitor.live(1, header, value))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(status));
  }

  @Test
  void takesConnectionsOfItsOwnPage() throws Exception {
    Window window = visitor.live(0, "Origin", "http://127.0.0.1:" + host.port());

    assertThat(text(window.next())).isEqualTo("hello");
  }
}
