package app.photoplay.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.ChatUpdate.ButtonPress;
import app.photoplay.chat.update.ChatUpdate.CommandCall;
import app.photoplay.chat.update.ChatUpdate.PlainMessage;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What people do on the page, and what they see.
class WebPageTest extends WebStagedPage {
  private static OutboundMessage result() {
    return OutboundMessage.of(Kind.RESULT, "Here is your video.")
        .with(video)
        .with(List.of(List.of(new Button("Make fresh", "v1:fresh:AB12"))));
  }

  private void assertSentWithPhoto() throws Exception {
    assertThat(page.locator("#chip small")).hasText("Ready to send");
    say("Hello from the photo");

    PlainMessage update = (PlainMessage) host.next();
    Path fetched = folder.resolve("fetched.jpg");
    host.chat.download(update.attachments().getFirst(), fetched, 1 << 20);
    assertThat(update.words()).isEqualTo("Hello from the photo");
    assertThat(fetched).hasSameBinaryContentAs(photo);
    assertThat(page.locator("li.own img")).isVisible();
    assertThat(page.locator("#chip")).isHidden();
  }

  @Test
  void sendsAPhotoThatWasPicked() throws Exception {
    page.locator("#file").setInputFiles(photo);

    assertSentWithPhoto();
  }

  @Test
  void sendsAPhotoThatWasDropped() throws Exception {
    JSHandle carried = carried();
    page.dispatchEvent("body", "dragenter", Map.of("dataTransfer", carried));
    assertThat(page.locator("#drop")).isVisible();
    page.dispatchEvent("body", "drop", Map.of("dataTransfer", carried));

    assertThat(page.locator("#drop")).isHidden();
    assertSentWithPhoto();
  }

  @Test
  void sendsAPhotoThatWasPasted() throws Exception {
    page.evaluate(
        "carried => document.getElementById('words').dispatchEvent(new ClipboardEvent('paste',"
            + " {clipboardData: carried, bubbles: true, cancelable: true}))",
        carried());

    assertSentWithPhoto();
  }

  private JSHandle carried() throws Exception {
    String bytes = Base64.getEncoder().encodeToString(Files.readAllBytes(photo));
    return page.evaluateHandle(
        "bytes => { const carried = new DataTransfer();"
            + " const raw = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));"
            + " carried.items.add(new File([raw], 'me.jpg', {type: 'image/jpeg'}));"
            + " return carried; }",
        bytes);
  }

  @Test
  void removesAPhotoAgain() throws Exception {
    page.locator("#file").setInputFiles(photo);
    assertThat(page.locator("#chip small")).hasText("Ready to send");

    page.locator("#chip button").click();
    say("only words");

    assertThat(((PlainMessage) host.next()).attachments()).isEmpty();
  }

  @Test
  void refusesATooLargeFileAndKeepsTheWords() throws Exception {
    Path large = folder.resolve("large.jpg");
    Files.write(large, new byte[(20 << 20) + 1]);
    page.locator("#words").fill("do not lose me");

    page.locator("#file").setInputFiles(large);

    assertThat(page.locator("#toast")).containsText("larger than 20 MB");
    assertThat(page.locator("#words")).hasValue("do not lose me");
  }

  @Test
  void showsProgressLiveAndThenPlaysAndDownloadsTheResult() throws Exception {
    say("make it");
    MessageRef card =
        answer(host.next(), OutboundMessage.of(Kind.PROGRESS, "Waiting for its turn"));
    assertThat(page.locator(".track.unknown")).isVisible();

    host.chat.edit(card, OutboundMessage.of(Kind.PROGRESS, "Animating").at(0.42));
    assertThat(page.locator("[role=progressbar]")).hasAttribute("aria-valuenow", "42");
    host.chat.edit(card, result());
    Locator player = page.locator("video");
    assertThat(player).isVisible();
    player.evaluate("v => { v.muted = true; return v.play(); }");
    page.waitForFunction("() => document.querySelector('video').currentTime > 0.3");

    assertThat(page.locator("[role=progressbar]")).hasCount(0);
    Download download = page.waitForDownload(() -> page.locator("a.download").click());
    assertThat(download.suggestedFilename()).matches("photoplay-2026-11-20-[0-9a-f]{6}\\.mp4");
    assertThat(download.path()).hasSameBinaryContentAs(shared.resolve("video.mp4"));
  }

  @Test
  void goesOnPlayingWhileTheButtonsBelowChange() throws Exception {
    say("make it");
    MessageRef card = answer(host.next(), result());
    page.locator("video")
        .evaluate("v => { v.muted = true; v.loop = true; window.before = v; return v.play(); }");

    host.chat.edit(card, result().with(List.of(List.of(new Button("Other", "v1:other:AB12")))));

    assertThat(page.locator("button[data-data='v1:other:AB12']")).isVisible();
    assertThat(
            page.evaluate(
                "() => document.querySelector('video') === window.before && !window.before.paused"))
        .isEqualTo(true);
  }

  @Test
  void pressesAButtonOnceUntilItIsAnswered() throws Exception {
    say("make it");
    MessageRef card = answer(host.next(), result());
    Locator button = page.locator("button[data-data='v1:fresh:AB12']");

    button.click();

    ButtonPress press = (ButtonPress) host.next();
    assertThat(press.data()).isEqualTo("v1:fresh:AB12");
    assertThat(press.message()).isEqualTo(card);
    assertThat(button).isDisabled();
    host.chat.acknowledge(press, "It is on its way");
    assertThat(button).isEnabled();
    assertThat(page.locator("#toast")).hasText("It is on its way");
  }

  @Test
  void showsTheHistoryAfterAReload() throws Exception {
    page.locator("#file").setInputFiles(photo);
    say("remember me");
    ChatUpdate update = host.next();
    host.chat.acknowledge(update, "");
    answer(update, result());

    page.reload();

    assertThat(page.locator("li.own .text")).hasText("remember me");
    assertThat(page.locator("li.own .eyes")).isVisible();
    page.waitForFunction("() => document.querySelector('li.own img').naturalWidth === 600");
    assertThat(page.locator("video")).isVisible();
  }

  @Test
  void sendsTheSampleWithOneTap() throws Exception {
    page.locator("#sample").click();

    PlainMessage message = (PlainMessage) host.next();
    assertThat(message.words()).startsWith("Hello!");
    assertThat(message.options()).containsEntry("photo", "sample");
    assertThat(page.locator("#empty")).isHidden();
  }

  @Test
  void sendsChosenOptionsAndNoneByDefault() throws Exception {
    say("first");
    assertThat(((PlainMessage) host.next()).options()).isEmpty();

    page.locator("#options").click();
    page.locator("#choices input[value='9:16']").check();
    page.locator("#choices input[value=premium]").check();
    page.keyboard().press("Escape");
    assertThat(page.locator("#choices")).isHidden();
    say("second");

    assertThat(((PlainMessage) host.next()).options())
        .isEqualTo(Map.of("aspect", "9:16", "quality", "premium"));
  }

  @Test
  void repliesToAMessage() throws Exception {
    say("first");
    MessageRef question =
        answer(host.next(), OutboundMessage.of(Kind.QUESTION, "What should it say?"));

    page.locator("li.question .reply-to").click();
    say("These words");

    ChatUpdate.Replied replied = ((PlainMessage) host.next()).replied().orElseThrow();
    assertThat(replied.message()).isEqualTo(question);
  }

  @Test
  void completesACommand() throws Exception {
    page.locator("#words").fill("/jo");
    page.locator("#words").press("Tab");
    assertThat(page.locator("#words")).hasValue("/jobs ");
    page.locator("#words").press("Enter");

    assertThat(((CommandCall) host.next()).command()).isEqualTo("jobs");
  }

  @Test
  void breaksALineWithShiftAndSendsItWithEnter() throws Exception {
    page.locator("#words").pressSequentially("one");
    page.locator("#words").press("Shift+Enter");
    page.locator("#words").pressSequentially("two");
    page.locator("#words").press("Enter");

    assertThat(((PlainMessage) host.next()).words()).isEqualTo("one\ntwo");
  }

  @Test
  void sendsWhatCouldNotBeSentOnceTheServerIsBack() throws Exception {
    host.chat.stop();
    say("keep trying");
    assertThat(page.locator("li.failed .failed")).containsText("Not sent");
    host.start();

    page.locator("li.failed button").first().click();

    assertThat(page.locator("li.own .failed button")).hasCount(0);
    assertThat(((PlainMessage) host.next()).words()).isEqualTo("keep trying");
    assertThat(page.locator("li.own")).hasCount(1);
  }

  @Test
  void sendsAfterAReloadWhatTheServerHadNotTaken() throws Exception {
    host.chat.stop();
    say("still here after a reload");
    assertThat(page.locator("li.failed")).isVisible();
    host.start();

    page.reload();

    page.waitForFunction("() => localStorage.getItem('photoplay.pending') === '[]'");
    assertThat(page.locator("li.own")).hasCount(1);
    assertThat(((PlainMessage) host.next()).words()).isEqualTo("still here after a reload");
  }

  @Test
  void showsAMessageAsSentWhenItWasSeenBeforeTheAnswerCame() {
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    host.start(update -> {
      host.chat.acknowledge(update, "");
      seen.orTimeout(20, TimeUnit.SECONDS).join();
    });
    say("quickly seen");
    assertThat(page.locator("li.own.sending .eyes")).isVisible();

    seen.complete(true);

    assertThat(page.locator("li.own.sending")).hasCount(0);
  }

  @Test
  void comesBackByItselfAndMissesNothing() throws Exception {
    say("hello");
    ChatUpdate update = host.next();
    host.vanish();
    assertThat(page.locator("#banner")).containsText("Connection lost");
    answer(update, OutboundMessage.of(Kind.ANSWER, "said meanwhile"));

    host.appear();

    assertThat(page.locator("li.bot .text"))
        .hasText("said meanwhile", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    assertThat(page.locator("#banner")).isHidden();
  }

  @Test
  void putsAFailedMessageBackForEditing() {
    host.chat.stop();
    say("almost right");

    page.locator("li.failed button").nth(1).click();

    assertThat(page.locator("#words")).hasValue("almost right");
    assertThat(page.locator("li.own")).hasCount(0);
  }

  @Test
  void showsMarkupAsText() throws Exception {
    say("<img src=x onerror=document.title='torn'>");
    answer(host.next(), OutboundMessage.of(Kind.ANSWER, "<b>bold</b>"));

    assertThat(page.locator("li.bot .text")).hasText("<b>bold</b>");
    assertThat(page).hasTitle("Photoplay");
  }

  @Test
  void neverScrollsSideways() throws Exception {
    say("x".repeat(400));
    answer(host.next(), result());
    assertThat(page.locator("video")).isVisible();
    assertThat(page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }
}
