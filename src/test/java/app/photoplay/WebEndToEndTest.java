package app.photoplay;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.Adapters;
import app.photoplay.assembly.Bot;
import app.photoplay.assembly.PortDecorator;
import app.photoplay.assembly.StorageLayout;
import app.photoplay.chat.web.VideoLinks;
import app.photoplay.chat.web.WebChat;
import app.photoplay.chat.web.WebSettings;
import app.photoplay.database.Database;
import app.photoplay.database.chat.SqlWebStore;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.media.Quality;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.local.LocalTalkingModel;
import app.photoplay.provider.local.scene.LocalVideoModel;
import app.photoplay.server.ServerSettings;
import app.photoplay.server.WebServer;
import app.photoplay.storage.local.FolderUploads;
import app.photoplay.storage.local.LocalArtifactStore;
import app.photoplay.testkit.Browser;
import app.photoplay.testkit.PhotoFiles;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The web chat in a real Chromium with nothing scripted behind it: the bot, its voice and its
/// renderer, with the ffmpeg that the program carries. Videos are of the smallest quality.
class WebEndToEndTest {
  private static final double PATIENCE = 120_000;

  @TempDir static Path folder;
  private static Browser browser;
  private static Database database;
  private static Bot bot;
  private static WebServer server;
  private static Path portrait;
  private static Path cat;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    browser = Browser.open();
    Path data = folder.resolve("data");
    Path work = data.resolve("files").resolve("scratch");
    database = Databases.open(data);
    LocalArtifactStore files =
        new LocalArtifactStore(data.resolve("files"), InstantSource.system());
    WebChat chat =
        new WebChat(
            new WebSettings(data.resolve("uploads"), ""),
            new SqlWebStore(database),
            new FolderUploads(data.resolve("uploads"), InstantSource.system()),
            files,
            new VideoLinks(
                new byte[VideoLinks.KEY_BYTES], WebSettings.Links.NONE, InstantSource.system()),
            _ -> false,
            InstantSource.system());
    Ffmpeg ffmpeg = new Ffmpeg(null, "", data.resolve("cache"));
    bot =
        new Bot(
            TestBot.settings(data, TestBot.FREE, Quality.ECONOMY, TestBot.CAPS),
            new Adapters(
                List.of(chat),
                new Pictures(),
                new LocalSpeechModel(work),
                List.of(
                    new LocalTalkingModel(
                        ffmpeg, new Pictures(), new FaceFinder(), new Lettering(work), work, 2)),
                List.of(new LocalVideoModel(ffmpeg, new Pictures(), new FaceFinder(), work, 2)),
                InstantSource.system(),
                PortDecorator.NOTHING),
            database,
            StorageLayout.Stores.local(files, data));
    server = WebServer.open(ServerSettings.ANYWHERE, chat::routes);
    bot.start();
    portrait = Files.write(folder.resolve("me.jpg"), PhotoFiles.portrait());
    cat = Files.write(folder.resolve("cat.jpg"), PhotoFiles.named("cat.jpg"));
  }

  @AfterAll
  static void close() throws Exception {
    if (browser != null) {
      browser.close();
      bot.stop(Duration.ofSeconds(4));
      server.close();
      database.close();
    }
  }

  private Page visit(Page page) {
    page.onPageError(complaints::add);
    page.navigate(server.address());
    page.waitForSelector("body[data-ready]");
    return page;
  }

  private static void send(Page page, Path photo, String words) {
    page.locator("#file").setInputFiles(photo);
    assertThat(page.locator("#chip small")).hasText("Ready to send");
    page.locator("#words").fill(words);
    page.locator("#words").press("Enter");
  }

  private static Locator videos(Page page, int count) {
    Locator videos = page.locator("#messages video");
    assertThat(videos)
        .hasCount(count, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    return videos;
  }

  /// A picture for people who look after the page, where the test is told to leave some.
  private static void picture(Page page, String name) {
    String pictures = System.getProperty("pictures", "");
    if (!pictures.isEmpty()) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(pictures, name + ".png")));
    }
  }

  @Test
  void makesAVideoThatPlaysIsSavedAndComesBackFromTheCache() throws Exception {
    Page page = visit(browser.phone(false));
    picture(page, "1-empty");

    send(page, portrait, "Good morning, world.");
    assertThat(page.locator("[role=progressbar]").first()).isVisible();
    picture(page, "2-progress");
    Locator video = videos(page, 1).first();
    video.evaluate("v => { v.muted = true; return v.play(); }");
    page.waitForFunction("() => document.querySelector('video').currentTime > 0.3");
    Download download = page.waitForDownload(() -> page.locator("a.download").first().click());
    picture(page, "3-result");

    page.getByText("Send again", new Page.GetByTextOptions().setExact(true)).first().click();
    videos(page, 2);
    picture(page, "4-cache");
    page.getByText("Again", new Page.GetByTextOptions().setExact(true)).first().click();
    videos(page, 3);

    page.reload();
    page.waitForSelector("body[data-ready]");
    videos(page, 3);
    picture(page, "5-reloaded");

    assertThat(Files.size(download.path())).isGreaterThan(10_000);
    assertThat(complaints).isEmpty();
    page.context().close();
  }

  @Test
  void showsAnotherBrowserNothing() {
    Page ann = visit(browser.desktop(false));
    ann.locator("#words").fill("/jobs");
    ann.locator("#words").press("Enter");
    assertThat(ann.locator("#messages")).containsText("You have no videos yet.");

    Page ben = visit(browser.desktop(true));

    assertThat(ben.locator("#empty")).isVisible();
    assertThat(ben.locator("#messages li")).hasCount(0);
    picture(ben, "6-other");
    ann.context().close();
    ben.context().close();
  }

  @Test
  void triesTheSamplePhoto() {
    Page page = visit(browser.desktop(false));

    page.locator("#sample").click();
    videos(page, 1);

    picture(page, "7-sample");
    assertThat(page.locator("#messages")).containsText("Made by AI with Photoplay");
    page.context().close();
  }

  @Test
  void offersANarratedZoomForACat() {
    Page page = visit(browser.phone(true));

    send(page, cat, "I am a cat.");
    assertThat(page.locator("#messages")).containsText("I can’t find a face in this photo");
    picture(page, "8-cat");
    page.getByText("Make the slow zoom").click();
    videos(page, 1);

    picture(page, "9-zoom");
    page.context().close();
  }

  @Test
  void refusesWhatIsNoPhoto() throws Exception {
    Page page = visit(browser.desktop(false));
    Path text = Files.writeString(folder.resolve("diary.jpg"), "Dear diary");

    send(page, text, "Hello");

    assertThat(page.locator("#messages")).containsText("That file is not a picture I can read.");
    picture(page, "10-refused");
    page.context().close();
  }
}
