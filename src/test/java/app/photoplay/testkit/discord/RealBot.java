package app.photoplay.testkit.discord;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/// The library that the product uses, logged in to the fake, with all that it is told.
final class RealBot implements EventListener, AutoCloseable {
  private static final Duration WHILE = Duration.ofSeconds(30);

  private final BlockingQueue<GenericEvent> events = new LinkedBlockingQueue<>();
  final JDA jda;

  private RealBot(FakeDiscord discord, Consumer<JDABuilder> more) throws InterruptedException {
    var builder =
        JDABuilder.createLight(FakeDiscord.TOKEN, EnumSet.of(GatewayIntent.DIRECT_MESSAGES))
            .setRestConfig(new RestConfig().setBaseUrl(discord.apiUrl().toString()))
            .setSessionController(new AtFake(discord))
            .setEventPool(Executors.newVirtualThreadPerTaskExecutor(), true)
            .setCallbackPool(Executors.newVirtualThreadPerTaskExecutor(), true)
            .setEnableShutdownHook(false)
            .setEventPassthrough(true)
            .addEventListeners(this);
    more.accept(builder);
    jda = builder.build();
  }

  /// Hears events in the order of the wire.
  static void inOrder(JDABuilder builder) {
    builder.setEventPool(null);
  }

  static RealBot login(FakeDiscord discord) throws InterruptedException {
    return login(discord, _ -> {});
  }

  static RealBot login(FakeDiscord discord, Consumer<JDABuilder> more) throws InterruptedException {
    var bot = new RealBot(discord, more);
    bot.jda.awaitReady();
    return bot;
  }

  /// Logs in at once; the library's own leave five seconds between logins.
  private static final class AtFake extends ConcurrentSessionController {
    private final String gateway;

    AtFake(FakeDiscord discord) {
      gateway = discord.gateway().address();
    }

    @Override
    public String getGateway() {
      return gateway;
    }

    @Override
    public void appendSession(SessionConnectNode node) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              node.run(false);
            } catch (InterruptedException _) {
              Thread.currentThread().interrupt();
            }
          });
    }
  }

  TextChannel channel(DiscordChannel channel) {
    return requireNonNull(jda.getTextChannelById(channel.id()));
  }

  @Override
  public void onEvent(GenericEvent event) {
    events.add(event);
  }

  /// The next event of this kind; those before it are dropped.
  <T extends GenericEvent> T await(Class<T> kind) throws InterruptedException {
    long end = System.nanoTime() + WHILE.toNanos();
    while (true) {
      GenericEvent event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("no " + kind.getSimpleName());
      }
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
  }

  @Override
  public void close() {
    jda.shutdownNow();
  }
}
