package app.photoplay.chat.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.Download;
import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.Document;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.update.ChatUpdate.PlainMessage;
import app.photoplay.media.sound.SoundAnswer;
import app.photoplay.media.sound.Sounds;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.testkit.Axe;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Recording with the microphone and taking a photo with the camera.
class WebRecordingTest extends WebStagedPage {
  private void allow() {
    page.context().grantPermissions(List.of("microphone", "camera"));
  }

  private void record(double seconds) {
    page.locator("#record").click();
    assertThat(page.locator("#recorder")).isVisible();
    page.waitForFunction(
        "least => parseInt(document.getElementById('recordTime').textContent.split(':')[1]) >= least",
        (int) seconds);
    page.locator("#recordStop").click();
    assertThat(page.locator(".chip.sound small")).hasText("Ready to send");
  }

  @Test
  void aRecordingIsSentWholeAndPlaysInTheChat() throws Exception {
    allow();
    record(2);
    assertThat(Axe.findings(page)).isEmpty();
    page.locator("#send").click();

    PlainMessage message = (PlainMessage) host.next();
    Attachment sound = message.attachments().getFirst();
    Path file = folder.resolve("recording");
    assertThat(host.chat.download(sound, file, 1 << 20)).isInstanceOf(Download.Fetched.class);
    assertThat(sound.kind()).isEqualTo(Attachment.Kind.AUDIO);
    SoundAnswer heard = new Sounds(new Ffmpeg(null, "", folder)).read(file, 60);
    assertThat(((SoundAnswer.Decoded) heard).seconds()).isBetween(1.0, 6.0);

    page.reload();
    page.waitForFunction(
        "() => { const it = document.querySelector('li.own audio');"
            + " return it && it.currentTime === 0 && it.duration > 1.5 && it.duration < 6; }");
    page.locator("li.own audio").evaluate("it => { it.muted = true; return it.play(); }");
    page.waitForFunction("() => document.querySelector('li.own audio').currentTime > 0.3");
    assertThat(Axe.findings(page)).isEmpty();
  }

  @Test
  void aPhotoAndTheVoiceThatItShallSpeakWithAreOneMessage() throws Exception {
    allow();
    page.locator("#file").setInputFiles(photo);
    assertThat(page.locator(".chip.picture small")).hasText("Ready to send");
    record(1);
    page.locator("#send").click();

    assertThat(((PlainMessage) host.next()).attachments())
        .extracting(Attachment::kind)
        .containsExactly(Attachment.Kind.PHOTO, Attachment.Kind.AUDIO);
    assertThat(page.locator("li.own img")).isVisible();
    assertThat(page.locator("li.own audio")).isVisible();
  }

  @Test
  void aRecordingCanBeDiscardedWhileItRunsAndMadeAnewWhenItIsThere() throws Exception {
    allow();
    page.locator("#record").click();
    assertThat(page.locator("#recordStop")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator("#recorder")).isHidden();
    assertThat(page.locator("#record")).isFocused();
    assertThat(page.locator(".chip")).hasCount(0);

    record(1);
    page.locator(".chip.sound button").first().click();
    assertThat(page.locator("#recorder")).isVisible();
    assertThat(page.locator(".chip")).hasCount(0);
    page.locator("#recordCancel").click();
    assertThat(page.locator("#recorder")).isHidden();
  }

  @Test
  void aPhotoIsTakenAndTakenAgainAndSent() throws Exception {
    allow();
    page.locator("#shoot").click();
    assertThat(page.locator("#cameraTake")).isEnabled();
    page.locator("#cameraTake").click();
    assertThat(Axe.findings(page)).isEmpty();
    page.locator("#cameraAgain").click();
    page.locator("#cameraTake").click();
    page.locator("#cameraUse").click();
    assertThat(page.locator("#camera")).isHidden();
    assertThat(page.locator(".chip.picture small")).hasText("Ready to send");
    assertThat(page.locator("#camera video")).hasCount(0);
    say("Cheese");

    PlainMessage message = (PlainMessage) host.next();
    assertThat(message.words()).isEqualTo("Cheese");
    assertThat(message.attachments())
        .extracting(Attachment::kind)
        .containsExactly(Attachment.Kind.PHOTO);
  }

  @Test
  void whoHasNotAllowedItIsToldWhatToDo() {
    page.locator("#record").click();
    assertThat(page.locator("#toast")).containsText("may not use the microphone");
    assertThat(page.locator("#recorder")).isHidden();

    page.locator("#shoot").click();
    assertThat(page.locator("#toast")).containsText("may not use the camera");
    assertThat(page.locator("#camera")).isHidden();
  }

  @ParameterizedTest
  @CsvSource({"NotFoundError, No microphone was found", "NotReadableError, another program"})
  void aMicrophoneThatIsAbsentOrBusyIsNamed(String error, String told) {
    page.evaluate(
        "name => { navigator.mediaDevices.getUserMedia = () =>"
            + " Promise.reject(new DOMException('', name)); }",
        error);

    page.locator("#record").click();

    assertThat(page.locator("#toast")).containsText(told);
    assertThat(page.locator("#record")).isVisible();
  }

  @Test
  void withoutHttpsThePageSaysSo() {
    page.evaluate("() => Object.defineProperty(navigator, 'mediaDevices', {value: undefined})");

    page.locator("#record").click();

    assertThat(page.locator("#toast")).containsText("https pages alone");
    page.waitForFileChooser(() -> page.locator("#shoot").click());
  }

  @Test
  void theRecorderStopsWhereAVideoEnds() throws Exception {
    allow();
    page.evaluate("() => import('/recorder.js').then(recorder => recorder.setLimit(1))");
    page.locator("#record").click();

    assertThat(page.locator(".chip.sound audio"))
        .hasAttribute("aria-label", Pattern.compile("Recording.*0:01"));
  }

  @Test
  void aFileOfAnotherKindIsShownByItsNameAndAskedOfNobody() throws Exception {
    List<String> asked = new java.util.ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    host.chat.stop();
    page.locator("#file")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload(
                "story.opus", "", new byte[] {'O', 'g', 'g', 'S', 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    assertThat(page.locator(".chip small")).hasText("Ready to send");
    page.locator("#send").click();

    assertThat(page.locator("li.own .file")).hasText("story.opus");
    assertThat(asked).noneMatch(it -> it.contains("local"));
    host.start();
    page.locator("li.failed button").first().click();
    answer(host.next(), OutboundMessage.of(Kind.ANSWER, "heard"));
    assertThat(page.locator("li.bot")).isVisible();
  }

  @Test
  void theSampleOfAVoicePlaysInTheChat() throws Exception {
    page.locator("#words").fill("/jobs");
    page.keyboard().press("Enter");
    Path wav = folder.resolve("sample.wav");
    Sounds.writeWav(new double[96_000], wav);
    Document sample = new Document(host.made.ref(wav), "Anna.wav");

    answer(host.next(), OutboundMessage.of(Kind.ANSWER, "Anna, German").with(sample));

    page.waitForFunction("() => document.querySelector('li.bot audio')?.duration === 2");
    assertThat(page.locator("li.bot a.download")).isVisible();
    assertThat(Axe.findings(page)).isEmpty();
  }

  @Test
  void ofSeveralPhotosTheFirstIsTakenAndTold() {
    page.locator("#file").setInputFiles(new Path[] {photo, photo});

    assertThat(page.locator(".chip")).hasCount(1);
    assertThat(page.locator("#toast")).containsText("One photo and one recording");
  }
}
