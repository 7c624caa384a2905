package app.photoplay.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.Video;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.testkit.Browser;
import app.photoplay.testkit.MemoryArtifactStore;
import app.photoplay.testkit.TinyVideo;
import app.photoplay.testkit.WebHost;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A phone that shows the page in a real Chromium; what the bot says comes from the test.
abstract class WebStagedPage {
  @TempDir static Path shared;
  @TempDir Path folder;
  static Browser browser;
  static Video video;
  static Path photo;
  WebHost host;
  Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void prepare() throws Exception {
    browser = Browser.open();
    video = TinyVideo.make(MemoryArtifactStore.temporary(), shared, 320, 400, 2);
    photo = TinyVideo.portrait(shared.resolve("me.jpg"), 600, 750);
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    host = WebHost.open(folder);
    host.made.add(shared.resolve("video.mp4"));
    host.made.add(shared.resolve("cover.jpg"));
    page = visit(browser.phone(false));
  }

  @AfterEach
  void close() {
    page.context().close();
    host.close();
    assertThat(complaints).as("errors in the browser's console").isEmpty();
  }

  final Page visit(Page opened) {
    opened.onPageError(complaints::add);
    opened.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("Failed to load")) {
        complaints.add(message.text());
      }
    });
    opened.navigate(host.address("/").toString());
    opened.waitForSelector("body[data-ready]");
    return opened;
  }

  final void say(String words) {
    page.locator("#words").fill(words);
    page.locator("#words").press("Enter");
  }

  final MessageRef answer(ChatUpdate to, OutboundMessage message) {
    SendOutcome outcome =
        host.chat.send(to.message().conversation(), message.inReplyTo(to.message()));
    return new MessageRef(to.message().conversation(), ((SendOutcome.Sent) outcome).message());
  }
}
