package app.photoplay.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.update.ChatUpdate.ButtonPress;
import app.photoplay.testkit.Browser;
import app.photoplay.testkit.TinyVideo;
import app.photoplay.testkit.WebHost;
import app.photoplay.testkit.WebVisitor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions that show a picture and are answered by tapping.
class WebQuestionTest {
  @TempDir Path folder;
  private WebHost host;
  private Path picture;
  private OutboundMessage question;

  @BeforeEach
  void open() throws Exception {
    host = WebHost.open(folder);
    picture = TinyVideo.portrait(folder.resolve("faces.jpg"), 1280, 640);
    question =
        OutboundMessage.of(Kind.QUESTION, "Which one shall speak?")
            .with(new Illustration(host.made.ref(picture), 1280, 640))
            .with(
                List.of(
                    List.of(new Button("1", "v1:take:ONE"), new Button("2", "v1:take:TWO")),
                    List.of(new Button("Keep the whole photo", "v1:take:ALL"))));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void showsItsPictureWithinAPhone() throws Exception {
    try (Browser browser = Browser.open()) {
      Page page = browser.phone(false);
      page.navigate(host.address("/").toString());
      page.waitForSelector("body[data-ready]");
      page.locator("#words").fill("Which of us?");
      page.locator("#words").press("Enter");
      host.chat.send(host.next().message().conversation(), question);
      Locator shown = page.locator("li.question img");

      page.waitForFunction("() => document.querySelector('li.question img')?.naturalWidth > 0");

      assertThat(shown.getAttribute("alt")).isNotBlank();
      assertThat(shown.boundingBox().width).isBetween(280.0, 390.0);
      assertThat(page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      page.locator("button[data-data='v1:take:TWO']").tap();
      assertThat(((ButtonPress) host.next()).data()).isEqualTo("v1:take:TWO");
      assertThat(page.locator("button[data-data='v1:take:TWO']")).isDisabled();
    }
  }

  @Test
  void keepsItsPictureToItsOwner() throws Exception {
    try (WebVisitor visitor = WebVisitor.arrive(host);
        WebVisitor other = WebVisitor.arrive(host)) {
      visitor.say("Which of us?");
      SendOutcome sent = host.chat.send(host.next().message().conversation(), question);
      String address = "/api/chat/messages/" + ((SendOutcome.Sent) sent).message() + "/picture";

      var own = visitor.get(address);

      assertThat(own.body()).isEqualTo(Files.readAllBytes(picture));
      assertThat(own.headers().firstValue("Content-Type")).hasValue("image/jpeg");
      assertThat(other.get(address).statusCode()).isEqualTo(404);
      host.made.clear();
      assertThat(visitor.get(address).statusCode()).isEqualTo(410);
    }
  }
}
