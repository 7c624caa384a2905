package app.photoplay.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.testkit.Axe;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What axe-core finds on the page in each of its states: nothing.
class WebAccessibilityTest extends WebStagedPage {
  @ParameterizedTest
  @CsvSource({"true, false", "true, true", "false, false", "false, true"})
  void nothingKeepsPeopleFromReadingAndAnswering(boolean phone, boolean dark) throws Exception {
    page.context().close();
    page = visit(phone ? browser.phone(dark) : browser.desktop(dark));
    assertNothing("empty");

    page.locator("#options").click();
    assertNothing("options");
    page.keyboard().press("Escape");
    page.locator("#words").fill("/");
    assertThat(page.locator("#commands")).isVisible();
    assertNothing("commands");
    page.locator("#words").fill("");

    page.locator("#file").setInputFiles(photo);
    assertThat(page.locator(".chip small")).hasText("Ready to send");
    assertNothing("photo");
    say("Hello from the photo");
    ChatUpdate first = host.next();
    host.chat.acknowledge(first, "");
    for (Kind kind : Kind.values()) {
      answer(first, card(kind));
    }
    MessageRef result = answer(first, card(Kind.RESULT).with(video));
    assertThat(page.locator("video")).isVisible();
    page.locator("li.question .reply-to").first().click();
    host.chat.acknowledge(first, "A notice");
    assertThat(page.locator("#toast")).isVisible();
    assertNothing("cards");

    host.chat.edit(result, card(Kind.RESULT));
    host.chat.stop();
    say("not sent");
    assertThat(page.locator("li.failed")).isVisible();
    assertNothing("failed");
  }

  @Test
  void norOnThePageThatAsksForTheToken() {
    page.context().close();
    host.close();
    host = app.photoplay.testkit.WebHost.open(folder.resolve("closed"), "a long enough token");
    Page closed = browser.phone(false);
    closed.navigate(host.address("/").toString());
    page = closed;
    assertNothing("login");
    closed.navigate(host.address("/v/nothing").toString());
    assertNothing("link");
  }

  private static OutboundMessage card(Kind kind) {
    return OutboundMessage.of(kind, "A message of the kind " + kind)
        .with(
            List.of(
                List.of(
                    new Button("Plain", "v1:plain:AB12"),
                    new Button("Primary", "v1:primary:AB12", Button.Style.PRIMARY),
                    new Button("Danger", "v1:danger:AB12", Button.Style.DANGER))));
  }

  private void assertNothing(String state) {
    assertThat(Axe.findings(page)).as(state).isEmpty();
  }
}
