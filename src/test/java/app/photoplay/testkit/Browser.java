package app.photoplay.testkit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A real Chromium without a window: the one of the system, never a downloaded one.
public final class Browser implements AutoCloseable {
  /// For a page on a machine that is busy with other things, in milliseconds.
  private static final double PATIENCE = 60_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            // a microphone that beeps and a camera that shows a test picture
                            "--use-fake-device-for-media-stream",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--disable-quic",
                            "--no-first-run")));
  }

  /// The browser named by the environment's `CHROMIUM`, or the first Chromium or Chrome on `PATH`.
  public static Optional<Path> executable() {
    String named = System.getenv("CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named)).filter(Files::isExecutable);
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(":"))
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Starts it; the calling test is skipped where there is none.
  public static Browser open() {
    Optional<Path> executable = executable();
    Assumptions.assumeTrue(
        executable.isPresent(),
        "skipped: no Chromium on PATH and none named by CHROMIUM, so the page was not tried");
    return new Browser(executable.get());
  }

  /// A page as on a phone of 390x844, with touch.
  public Page phone(boolean dark) {
    return page(390, 844, dark, true);
  }

  /// A page as on a desktop of 1280x800.
  public Page desktop(boolean dark) {
    return page(1280, 800, dark, false);
  }

  private Page page(int width, int height, boolean dark, boolean touch) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touch)
                .setIsMobile(touch)
                .setAcceptDownloads(true)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Vienna")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    context.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return context.newPage();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
