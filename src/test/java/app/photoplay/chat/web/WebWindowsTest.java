package app.photoplay.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.ChatUpdate.ButtonPress;
import app.photoplay.chat.update.ChatUpdate.PlainMessage;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Several windows of one person, where the view goes, and what the keyboard reaches.
class WebWindowsTest extends WebStagedPage {
  private static OutboundMessage card(String text) {
    return OutboundMessage.of(Kind.QUESTION, text)
        .with(List.of(List.of(new Button("Other", "v1:other:AB12"))));
  }

  private void fillTheView(ChatUpdate to) {
    IntStream.range(0, 12)
        .forEach(i -> answer(to, OutboundMessage.of(Kind.ANSWER, "line " + i + "\n\n\nend")));
    assertThat(page.locator("li.bot")).hasCount(12);
  }

  private boolean atEnd() {
    return (boolean)
        page.evaluate(
            "() => { const it = document.getElementById('scroll');"
                + " return it.scrollHeight - it.scrollTop - it.clientHeight < 20; }");
  }

  private void scrollUp() {
    page.evaluate(
        "() => { const it = document.getElementById('scroll');"
            + " it.dispatchEvent(new WheelEvent('wheel')); it.scrollTop = 0; }");
    page.waitForFunction("() => document.getElementById('scroll').scrollTop === 0");
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
  }

  @Test
  void whatOneWindowSendsIsShownAsSentInTheOther() throws Exception {
    Page other = visit(page.context().newPage());

    page.locator("#file").setInputFiles(photo);
    assertThat(page.locator(".chip small")).hasText("Ready to send");
    say("from the first window");

    assertThat(other.locator("li.own .text")).hasText("from the first window");
    assertThat(other.locator("li.own.sending")).hasCount(0);
    other.waitForFunction("() => document.querySelector('li.own img')?.naturalWidth === 600");
    assertThat(((PlainMessage) host.next()).words()).isEqualTo("from the first window");
    assertThat(page.locator("li.own.sending")).hasCount(0);
  }

  @Test
  void aWindowThatOpensLeavesToTheOtherWhatThatIsSending() throws Exception {
    host.chat.stop();
    say("not yet sent");
    assertThat(page.locator("li.failed")).isVisible();

    Page other = visit(page.context().newPage());

    assertThat(other.locator("li.own")).hasCount(0);
    assertThat(other.locator("#words")).hasValue("");
    host.start();
    page.locator("li.failed button").first().click();
    assertThat(other.locator("li.own .text")).hasText("not yet sent");
    host.next();
    assertThat(host.rest()).isEmpty();
  }

  @Test
  void theViewFollowsTheAnswerToAPress() throws Exception {
    say("make it");
    ChatUpdate first = host.next();
    answer(first, card("Change?"));
    fillTheViewBelow(first);
    scrollUp();

    page.locator("button[data-data='v1:other:AB12']").click();
    ButtonPress press = (ButtonPress) host.next();
    host.chat.acknowledge(press, "");
    answer(first, OutboundMessage.of(Kind.PROGRESS, "On its way"));

    assertThat(page.locator("li.progress")).isVisible();
    page.waitForFunction(
        "() => { const it = document.getElementById('scroll');"
            + " return it.scrollHeight - it.scrollTop - it.clientHeight < 20; }");
  }

  private void fillTheViewBelow(ChatUpdate to) {
    IntStream.range(0, 12)
        .forEach(i -> answer(to, OutboundMessage.of(Kind.ANSWER, "line " + i + "\n\n\nend")));
    assertThat(page.locator("li.bot")).hasCount(13);
  }

  @Test
  void whoReadsAboveIsNotTornAwayAndSeesThatThereIsMore() throws Exception {
    say("make it");
    ChatUpdate first = host.next();
    fillTheView(first);
    scrollUp();

    answer(first, OutboundMessage.of(Kind.ANSWER, "something new"));

    assertThat(page.locator("#newest")).isVisible();
    assertThat(atEnd()).isFalse();
    page.locator("#newest").click();
    assertThat(page.locator("#newest")).isHidden();
    assertThat(atEnd()).isTrue();
  }

  @Test
  void noticesCoverNeitherAButtonNorTheComposer() throws Exception {
    say("make it");
    ChatUpdate first = host.next();
    fillTheView(first);
    MessageRef last = answer(first, card("Change?"));
    page.locator("button[data-data='v1:other:AB12']").click();
    ButtonPress press = (ButtonPress) host.next();
    host.chat.acknowledge(
        press, "Already on it. This is a notice that takes two lines on a phone.");
    assertThat(press.message()).isEqualTo(last);
    assertThat(page.locator("#toast")).isVisible();

    page.locator("button[data-data='v1:other:AB12']").click(); // nothing lies above it
    assertThat(
            page.evaluate(
                "() => { const toast = document.getElementById('toast').getBoundingClientRect();"
                    + " return [...document.querySelectorAll('.button, .icon, textarea')].some(it => {"
                    + " const at = it.getBoundingClientRect(); return it.checkVisibility()"
                    + " && at.bottom > toast.top && at.top < toast.bottom"
                    + " && at.right > toast.left && at.left < toast.right; }); }"))
        .isEqualTo(false);
  }

  @Test
  void theMessageBoxIsTwoKeysAwayHoweverLongTheChatIs() throws Exception {
    say("make it");
    ChatUpdate first = host.next();
    answer(first, card("Change?"));
    fillTheViewBelow(first);
    page.reload();
    page.waitForSelector("body[data-ready]");

    page.keyboard().press("Tab");
    assertThat(page.locator("#skip")).isFocused();
    page.keyboard().press("Enter");

    assertThat(page.locator("#words")).isFocused();
  }
}
