package app.photoplay;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.telegram.Bots;
import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.PhotoFiles;
import app.photoplay.testkit.TelegramPerson;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;

/// The world that outlives the bot: a data folder, Telegram and a person. Plays one scenario, and
/// when the bot dies at the given point starts it again on the same folder, as a service would.
final class CrashWorld implements AutoCloseable {
  /// Low and wide, because the search for its face is most of what a scripted bot works.
  private static final byte[] PHOTO = smallPortrait();

  private final CrashScenario scenario;
  private final PortDecorator inner;
  private final Duration patience;
  private final Path data;
  private final Path photo;
  private final FakeTelegram telegram = FakeTelegram.start().withoutRates();
  private final TelegramPerson person;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition progress = lock.newCondition();
  private final List<String> complaints = new ArrayList<>();
  private final List<TestBot> lives = new CopyOnWriteArrayList<>();

  /// A world.
  ///
  /// @param folder empty
  /// @param inner what is put around the ports of every life of the bot
  /// @param patience how long the bot may take to come to rest; the person's is longer
  CrashWorld(CrashScenario scenario, Path folder, PortDecorator inner, Duration patience)
      throws IOException {
    this.scenario = scenario;
    this.inner = inner;
    this.patience = patience;
    this.person = telegram.person(4711).waiting(patience.multipliedBy(3));
    this.data = folder.resolve("data");
    this.photo = Files.write(folder.resolve("photo.jpg"), PHOTO);
  }

  /// What came of it.
  ///
  /// @param points that the first life reached
  /// @param died whether it died
  /// @param complaints every invariant that does not hold
  record Result(List<String> points, boolean died, List<String> complaints) {}

  /// Plays to the end.
  ///
  /// @param end the point at which the first life of the bot ends, if it shall
  Result play(Optional<String> end) throws InterruptedException {
    CrashPoints first = new CrashPoints(inner, end, this::signal);
    CrashPoints second = new CrashPoints(inner, Optional.empty(), this::signal);
    TestBot bot = life(first);
    boolean fromTheStart = scenario.before().equals(CrashScenario.NOTHING);
    CompletableFuture<TestBot> reborn =
        first.halted().thenApplyAsync(_ -> rebirth(bot, second), Thread::startVirtualThread);
    if (fromTheStart) {
      first.arm();
    }
    begin(bot);
    attempt(() -> {
      if (!fromTheStart) {
        scenario.before().act(person, photo);
        rest(scenario.held() ? 1 : 0, first);
        first.arm();
      }
      scenario.play().act(person, photo);
    });
    rest(0, first.dead() ? second : first);
    boolean died = first.dead();
    if (died) {
      reborn.join();
      rest(0, second);
    }
    attempt(telegram::awaitConfirmed);
    List<String> points = first.reached();
    (died ? reborn.join() : bot).stop();
    int rendered = lives.stream().mapToInt(life -> life.renderer.rendered()).sum();
    if (rendered > scenario.outcome().renders()) {
      complaints.add(rendered + " renders");
    }
    complaints.addAll(aftermath());
    return new Result(points, died, List.copyOf(complaints));
  }

  private List<String> aftermath() {
    try (Aftermath disk = Aftermath.of(data)) {
      return disk.complaints(scenario.outcome(), telegram, person);
    }
  }

  static byte[] smallPortrait() {
    try {
      var portrait = ImageIO.read(new ByteArrayInputStream(PhotoFiles.portrait()));
      var small = new BufferedImage(400, 192, BufferedImage.TYPE_INT_RGB);
      var graphics = small.createGraphics();
      graphics.drawImage(
          portrait.getScaledInstance(192, 192, Image.SCALE_AREA_AVERAGING), 104, 0, null);
      graphics.dispose();
      return PhotoFiles.encoded(small, "jpeg");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestBot life(CrashPoints points) {
    List<ChatPlatform> platforms = List.of(Bots.recklessAt(telegram));
    TestBot bot = new TestBot(data, platforms, TestBot.PRICED, points);
    if (scenario.held()) {
      bot.renderer.hold();
    }
    lives.add(bot);
    return bot;
  }

  private static void begin(TestBot bot) {
    try {
      bot.start();
    } catch (CrashPoints.Halted e) {
      // it died while it started, and is started again like any other
    }
  }

  private TestBot rebirth(TestBot dead, CrashPoints points) {
    try {
      dead.bury();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    TestBot bot = life(points);
    bot.start();
    return bot;
  }

  /// Waits until nothing is left to do on disk but these jobs, and no call is under way.
  private void rest(int jobs, CrashPoints life) throws InterruptedException {
    long left = patience.toNanos();
    try (Aftermath disk = Aftermath.of(data)) {
      lock.lock();
      try {
        while (left > 0 && !life.dead() && !(disk.open() <= jobs && (jobs > 0 || life.idle()))) {
          left = progress.awaitNanos(left);
        }
      } finally {
        lock.unlock();
      }
      if (left <= 0) {
        complaints.add("did not come to rest");
      }
    }
  }

  private void signal() {
    lock.lock();
    try {
      progress.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void attempt(Step step) throws InterruptedException {
    try {
      step.run();
    } catch (AssertionError e) {
      complaints.add(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    telegram.close();
  }

  @FunctionalInterface
  private interface Step {
    void run() throws InterruptedException;
  }
}
