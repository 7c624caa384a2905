package app.photoplay.chat.discord;

import app.photoplay.retry.Backoff;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connections to Discord, one for each shard. Logs in until it works; from then on the client
/// library reconnects by itself. Thread-safe.
final class Gateway {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);
  private static final Backoff LOGIN = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(2));

  /// Discord digests a video before it answers.
  private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int UNAUTHORIZED = 401;
  private static final int MOST_DIRECTS = 10_000;
  private static final String WRONG_TOKEN =
      "Discord refuses the bot token: get the right one from the developer portal and start again.";

  private final DiscordSettings settings;
  private final EventListener listener;
  private final OkHttpClient http;
  private final List<JDA> shards = new CopyOnWriteArrayList<>();
  private final Cache<Long, MessageChannel> directs =
      Caffeine.newBuilder().maximumSize(MOST_DIRECTS).build();
  private final CompletableFuture<JDA> connected = new CompletableFuture<>();
  private final Thread login;
  private boolean begun;
  private volatile boolean closed;
  private volatile String trouble = "Discord has not answered yet.";

  /// @param listener is told of everything, on the thread that reads the connection
  Gateway(DiscordSettings settings, EventListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(LONGEST_CONNECT)
            .readTimeout(LONGEST_CALL)
            .writeTimeout(LONGEST_CALL)
            .retryOnConnectionFailure(false)
            .addInterceptor(new Repeats())
            .build();
    this.login = Thread.ofVirtual().name("discord-login").unstarted(this::logIn);
  }

  /// Begins to connect, if that has not begun; returns at once.
  synchronized void connect() {
    if (!begun && !closed) {
      begun = true;
      login.start();
    }
  }

  /// The client of any shard, for calls that concern none. Before the first connection is there it
  /// is waited for; empty when it does not come.
  Optional<JDA> any(Duration patience) throws InterruptedException {
    try {
      JDA known = connected.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return shards.stream()
          .filter(it -> it.getStatus() == JDA.Status.CONNECTED)
          .findFirst()
          .or(() -> Optional.of(known));
    } catch (TimeoutException | ExecutionException | CancellationException _) {
      return shards.stream().findFirst();
    }
  }

  List<JDA> all() {
    return List.copyOf(shards);
  }

  /// The conversation with one person, once it was opened: Discord lets few be opened at a time.
  Optional<MessageChannel> direct(long person) {
    return Optional.ofNullable(directs.getIfPresent(person));
  }

  void opened(long person, MessageChannel direct) {
    directs.put(person, direct);
  }

  /// Whether all servers are known: a channel that is not seen now is not there.
  boolean complete() {
    return trouble().isEmpty()
        && shards.stream().allMatch(it -> it.getUnavailableGuilds().isEmpty());
  }

  /// As [app.photoplay.chat.ChatPlatform#trouble()].
  String trouble() {
    if (!trouble.isEmpty()) {
      return trouble;
    }
    return !shards.isEmpty()
            && shards.stream().allMatch(it -> it.getStatus() == JDA.Status.CONNECTED)
        ? ""
        : "Discord is not connected at the moment.";
  }

  private void changed(GenericEvent event) {
    switch (event) {
      case StatusChangeEvent change when change.getNewStatus() == JDA.Status.CONNECTED ->
          connected.complete(change.getJDA());
      case ShutdownEvent end when !closed -> ended(end);
      case MessageReceivedEvent written when written.isFromType(ChannelType.PRIVATE) ->
          opened(written.getAuthor().getIdLong(), written.getChannel());
      default -> {}
    }
  }

  /// Discord ends a connection for good when it makes no sense.
  private void ended(ShutdownEvent end) {
    trouble =
        switch (end.getCode()) {
          case 4004 -> WRONG_TOKEN;
          case 4010, 4011 ->
              "Discord does not take so many shards: set discord.shards to auto and start again.";
          case 4013, 4014 ->
              "Discord does not let the bot read direct messages: allow it in the developer portal,"
                  + " page Bot, and start again.";
          default -> "Discord has ended the connection for good: see the log, and start again.";
        };
    log.atError()
        .addKeyValue("platform", DiscordChat.NAME)
        .addKeyValue("code", end.getCode())
        .log(trouble);
  }

  private void logIn() {
    for (int failures = 0; !closed; ) {
      try {
        connectShards();
        return;
      } catch (InvalidTokenException e) {
        trouble = WRONG_TOKEN;
        connected.cancel(false);
        log.atError().addKeyValue("platform", DiscordChat.NAME).log(trouble);
        return;
      } catch (IOException | RuntimeException e) {
        trouble = "Discord cannot be reached.";
        log.atWarn()
            .addKeyValue("platform", DiscordChat.NAME)
            .addKeyValue("error", e.getClass().getSimpleName())
            .log(trouble);
        if (!paused(LOGIN.pause(++failures, ThreadLocalRandom.current()))) {
          return;
        }
      }
    }
  }

  private static boolean paused(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /// Goes as far as a login that fails, so that its classes are loaded.
  void rehearse() {
    try {
      builder().build();
    } catch (RuntimeException expected) {
      log.atDebug().log("nobody is known here");
    }
    close();
  }

  private void connectShards() throws IOException {
    JsonNode address = get(http, settings, "gateway/bot");
    trouble = "";
    int total =
        settings.shards() == 0 ? Math.max(1, address.path("shards").asInt()) : settings.shards();
    int first = settings.range().map(DiscordSettings.Range::first).orElse(0);
    int last = settings.range().map(DiscordSettings.Range::last).orElse(total - 1);
    SessionController sessions = sessions(address.path("url").asText());
    for (int shard = first + shards.size(); shard <= Math.min(last, total - 1); shard++) {
      shards.add(builder().setSessionController(sessions).useSharding(shard, total).build());
    }
    if (closed) {
      shutDown();
    }
  }

  /// Asks Discord outside of the client library.
  ///
  /// @throws InvalidTokenException when the token is not known
  static JsonNode get(OkHttpClient http, DiscordSettings settings, String path) throws IOException {
    Request request =
        new Request.Builder()
            .url(settings.base() + path)
            .header("Authorization", "Bot " + settings.token())
            .header("User-Agent", RestConfig.USER_AGENT)
            .build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() == UNAUTHORIZED) {
        throw new InvalidTokenException();
      }
      if (!response.isSuccessful()) {
        throw new IOException("it answers " + response.code());
      }
      return new ObjectMapper().readTree(response.body().string());
    }
  }

  private static SessionController sessions(String url) {
    return new ConcurrentSessionController() {
      @Override
      public String getGateway() {
        return url.endsWith("/") ? url : url + "/";
      }
    };
  }

  /// Direct messages are read, nothing else that people write; nobody's data is kept in memory but
  /// that of the servers and their channels.
  private JDABuilder builder() {
    return JDABuilder.createLight(settings.token(), GatewayIntent.DIRECT_MESSAGES)
        .setRestConfig(new RestConfig().setBaseUrl(settings.base()))
        .setHttpClient(http)
        .setCompression(Compression.ZLIB)
        // sizes that Discord states of an interaction are only in its raw form
        .setEventPassthrough(true)
        .setCallbackPool(Executors.newVirtualThreadPerTaskExecutor(), true)
        .setEnableShutdownHook(false)
        // what was sent once and timed out is looked at by the caller
        .setRequestTimeoutRetry(false)
        .addEventListeners((EventListener) this::changed, listener);
  }

  /// Ends all connections; what is being sent may end for a few seconds.
  void close() {
    closed = true;
    connected.cancel(false);
    login.interrupt();
    shutDown();
  }

  private void shutDown() {
    List<JDA> ending = new ArrayList<>(shards);
    ending.forEach(JDA::shutdown);
    try {
      for (JDA shard : ending) {
        if (!shard.awaitShutdown(GRACE)) {
          shard.shutdownNow();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ending.forEach(JDA::shutdownNow);
    }
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
