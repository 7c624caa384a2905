package app.photoplay.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.update.ChatUpdate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A conversation of a thousand messages.
class WebLongChatTest extends WebStagedPage {
  private static final int MESSAGES = 1000;

  @Test
  void aThousandMessagesAreShownPageByPageInOrderWithoutMovingTheView() throws Exception {
    say("begin");
    ChatUpdate first = host.next();
    page.waitForFunction("() => localStorage.getItem('photoplay.pending') === '[]'");
    page.close();
    for (int i = 1; i < MESSAGES; i++) {
      answer(
          first,
          OutboundMessage.of(Kind.ANSWER, "message " + i)
              .with(List.of(List.of(new Button("Again", "v1:again:AB12")))));
    }
    page = visit(page.context().newPage());
    assertThat(page.locator("#messages li[data-id]")).hasCount(50);
    assertThat(page.locator("li.bot .text").last()).hasText("message 999");

    double slowest = 0;
    while (page.locator("#earlier").isVisible()) {
      slowest = Math.max(slowest, ((Number) page.evaluate(EARLIER)).doubleValue());
    }

    assertThat(page.locator("#messages li[data-id]")).hasCount(MESSAGES);
    assertThat(
            page.evaluate(
                "() => [...document.querySelectorAll('li.bot .text')].every("
                    + "(it, i) => it.textContent === `message ${i + 1}`)"))
        .isEqualTo(true);
    assertThat(slowest).as("milliseconds for a page of fifty").isLessThan(5000);
  }

  /// Loads a page of them and says how long that took and whether the view stayed.
  private static final String EARLIER =
      """
      async () => {
        const list = document.getElementById('messages');
        const before = list.children.length;
        const top = list.querySelector('[data-id]');
        const at = top.getBoundingClientRect().top;
        const begin = performance.now();
        document.getElementById('earlier').click();
        while (list.children.length === before) await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        const took = performance.now() - begin;
        if (Math.abs(top.getBoundingClientRect().top - at) > 60) throw new Error('the view moved');
        return took;
      }
      """;
}
