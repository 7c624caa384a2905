package app.photoplay;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.chat.discord.BriskBots;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.discord.DiscordCall;
import app.photoplay.testkit.discord.DiscordFile;
import app.photoplay.testkit.discord.DiscordMessage;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.DiscordReply;
import app.photoplay.testkit.discord.FakeDiscord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bot dies at a call of its delivery on Discord, before or after it took effect, and is
/// started again while the token of the command lives or when it is dead: one video, never two or
/// none.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscordCrashTest {
  private static final long PATIENCE_SECONDS = 60;
  private static final Duration LONGER_THAN_TOKENS = Duration.ofMinutes(16);
  private static final String DEFER = "POST interactions/*/*/callback";

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final InstantSource time = this::now;
  private final FakeDiscord discord =
      FakeDiscord.start(time).withoutRates().patient(Duration.ofHours(1));
  private final Semaphore progress = new Semaphore(0);
  private final Thread.UncaughtExceptionHandler usual = CrashTest.letsHaltedThreadsDieInSilence();
  private Path data;
  private Path photo;
  private CrashPoints life;
  private TestBot bot;
  private DiscordPerson ann;
  private long people = 7_300_000_000_000_000_000L;
  private int logins;

  /// A call that brings the card of a job or its video.
  enum Step {
    CARD_BY_TOKEN("PATCH webhooks/*/*/messages/@original", false),
    CARD_IN_CHANNEL("POST channels/*/messages", false),
    VIDEO_BY_TOKEN("PATCH webhooks/*/*/messages/*", true),
    VIDEO_IN_CHANNEL("PATCH channels/*/messages/*", true);

    private final String route;
    private final boolean video;

    Step(String route, boolean video) {
      this.route = route;
      this.video = video;
    }

    boolean is(DiscordCall call) {
      return call.went(route) && (!video || !call.uploads().isEmpty());
    }
  }

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    data = folder.resolve("data");
    photo = Files.write(folder.resolve("me.jpg"), CrashWorld.smallPortrait());
    begin();
  }

  @AfterAll
  void close() throws Exception {
    bot.stop();
    discord.close();
    Thread.setDefaultUncaughtExceptionHandler(usual);
  }

  @BeforeEach
  void somebodyComes() {
    long person = ++people;
    ann = discord.person(person).in(discord.guild("Photo friends").channel("for " + person));
  }

  @ParameterizedTest(name = "{0}, took effect: {1}, token dead: {2}")
  @CsvSource({
    "CARD_BY_TOKEN, false, false",
    "CARD_BY_TOKEN, false, true",
    "CARD_BY_TOKEN, true, false",
    "CARD_BY_TOKEN, true, true",
    "VIDEO_BY_TOKEN, false, false",
    "VIDEO_BY_TOKEN, false, true",
    "VIDEO_BY_TOKEN, true, false",
    "VIDEO_BY_TOKEN, true, true"
  })
  void answersACommandOnce(Step step, boolean effect, boolean dead) throws Exception {
    diesAt(step, effect);
    talk();

    isBornAgain(dead);

    assertOneVideo();
  }

  @ParameterizedTest(name = "took effect: {0}")
  @CsvSource({"false", "true"})
  void answersACommandOnceWhoseTokenDiedBefore(boolean effect) throws Exception {
    diesAt(Step.VIDEO_IN_CHANNEL, effect);
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    talk();
    gate.awaitReached();
    ahead.set(ahead.get().plus(LONGER_THAN_TOKENS));
    gate.open();

    isBornAgain(false);

    assertOneVideo();
  }

  @ParameterizedTest(name = "{0}, took effect: {1}")
  @CsvSource({
    "CARD_IN_CHANNEL, false",
    "CARD_IN_CHANNEL, true",
    "VIDEO_IN_CHANNEL, false",
    "VIDEO_IN_CHANNEL, true"
  })
  void answersAMessageOnce(Step step, boolean effect) throws Exception {
    ann = discord.person(ann.id());
    diesAt(step, effect);
    ann.writes("Hello my friend", DiscordFile.of(photo));

    isBornAgain(false);

    assertOneVideo();
    assertThat(ann.sees().stream().filter(DiscordMessage::fromBot)).hasSize(1);
  }

  @ParameterizedTest(name = "acknowledged: {0}, token dead: {1}")
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void answersWhatWasOnlyWrittenDown(boolean acknowledged, boolean dead) throws Exception {
    if (!acknowledged) {
      discord.breaksDown(
          call -> call.went(DEFER) ? DiscordReply.cutsTheConnection() : DiscordReply.usual());
    }
    life.endAt("after InboxStore.record#1");
    talk();

    isBornAgain(dead);

    assertOneVideo();
  }

  @Test
  void makesNothingOfWhatWasNotWrittenDown() throws Exception {
    life.endAt("before InboxStore.record#1");
    talk();
    isBornAgain(false);

    talk();

    ann.awaits("video", it -> !it.files().isEmpty());
    assertOneVideo();
  }

  private Instant now() {
    return InstantSource.system().instant().plus(ahead.get());
  }

  private void talk() throws InterruptedException {
    ann.slash("talk", option("photo", photo), option("script", "Hello my friend"));
  }

  // ---- lives

  private void begin() throws InterruptedException {
    life = new CrashPoints(PortDecorator.NOTHING, Optional.empty(), progress::release);
    bot =
        new TestBot(
                data,
                (_, _) -> List.of(BriskBots.fasterAt(discord, time, 1000)),
                TestBot.PRICED,
                life,
                time)
            .start();
    discord.gateway().awaitIdentifies(++logins);
  }

  private void diesAt(Step step, boolean effect) {
    CrashPoints dying = life;
    discord.breaksDown(call -> {
      if (dying.dead()) {
        return DiscordReply.cutsTheConnection();
      }
      if (!step.is(call)) {
        return DiscordReply.usual();
      }
      dying.halt();
      return effect ? DiscordReply.doesItAndCutsTheConnection() : DiscordReply.cutsTheConnection();
    });
  }

  private void isBornAgain(boolean later) throws Exception {
    life.halted().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    bot.bury();
    if (later) {
      ahead.set(ahead.get().plus(LONGER_THAN_TOKENS));
    }
    discord.recovers();
    begin();
  }

  // ---- what is left

  private void assertOneVideo() throws InterruptedException {
    try (Aftermath disk = Aftermath.of(data)) {
      while (disk.open() > 0 || !life.idle()) {
        assertThat(progress.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        progress.drainPermits();
      }
      assertThat(disk.complaints()).isEmpty();
    }
    assertThat(ann.sees().stream().filter(DiscordCrashTest::isVideo)).hasSize(1);
    assertThat(
            discord.history().stream()
                .filter(it -> it.channel() == ann.channel() && isVideo(it))
                .map(DiscordMessage::id)
                .distinct())
        .hasSize(1);
  }

  private static boolean isVideo(DiscordMessage message) {
    return message.fromBot() && !message.files().isEmpty();
  }
}
