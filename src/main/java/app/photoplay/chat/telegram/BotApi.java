package app.photoplay.chat.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/// The library's client with our time-outs, and the two requests that it cannot make: a raw poll
/// and a download.
///
/// Sends are never repeated below us: OkHttp's own repetition after a broken connection would show
/// a message twice, as Telegram has no idempotency key.
final class BotApi {

  /// Starts one call of the library.
  @FunctionalInterface
  interface Call<T> {
    CompletableFuture<T> on(TelegramClient client) throws TelegramApiException;
  }

  /// Reads an answer.
  @FunctionalInterface
  interface Reading<T> {
    T of(Response response) throws IOException, TelegramApiRequestException;
  }

  private static final Logger log = LoggerFactory.getLogger(BotApi.class);
  private static final MediaType JSON = MediaType.get("application/json");

  /// OkHttp's default of 5 calls per host would make a reaction wait behind uploads.
  private static final int CALLS_AT_ONCE = 128;

  private final TelegramSettings settings;
  private final OkHttpClient web;
  private final OkHttpClient polls;
  private final TelegramClient quick;
  private final TelegramClient uploading;
  private final TelegramClient polling;

  BotApi(TelegramSettings settings, Timeouts timeouts) {
    this.settings = settings;
    web =
        SentMark.on(new OkHttpClient.Builder())
            .addInterceptor(new Answers())
            .dispatcher(dispatcher())
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            // finds a dead HTTP/2 connection before a send gets lost in it
            .pingInterval(Duration.ofSeconds(20))
            .connectTimeout(timeouts.connect())
            .readTimeout(timeouts.answer())
            .writeTimeout(timeouts.answer())
            .build();
    var uploads = web.newBuilder().addInterceptor(patient(timeouts)).build();
    polls =
        web.newBuilder()
            .dispatcher(dispatcher())
            .retryOnConnectionFailure(true)
            .readTimeout(timeouts.longPoll().plus(Duration.ofSeconds(25)))
            // an answer that comes in byte by byte ends, too
            .callTimeout(timeouts.longPoll().plus(Duration.ofMinutes(2)))
            .build();
    quick = client(web);
    uploading = client(uploads);
    polling = client(polls);
  }

  private static Interceptor patient(Timeouts timeouts) {
    return chain -> {
      RequestBody body = chain.request().body();
      var limit = timeouts.uploading(body == null ? 0 : body.contentLength());
      int millis = Math.toIntExact(limit.toMillis());
      return chain
          .withReadTimeout(millis, TimeUnit.MILLISECONDS)
          .withWriteTimeout(millis, TimeUnit.MILLISECONDS)
          .proceed(chain.request());
    };
  }

  private static Dispatcher dispatcher() {
    var dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
    dispatcher.setMaxRequests(CALLS_AT_ONCE);
    dispatcher.setMaxRequestsPerHost(CALLS_AT_ONCE);
    return dispatcher;
  }

  private TelegramClient client(OkHttpClient http) {
    HttpUrl base = base();
    var url =
        TelegramUrl.builder().schema(base.scheme()).host(base.host()).port(base.port()).build();
    return new OkHttpTelegramClient(new ObjectMapper(), http, settings.token(), url);
  }

  private HttpUrl base() {
    URI uri = settings.apiUrl();
    var base = new HttpUrl.Builder().scheme(uri.getScheme()).host(uri.getHost());
    return (uri.getPort() < 0 ? base : base.port(uri.getPort())).build();
  }

  /// A call without a file.
  <T> T call(Call<T> call) throws CallFailed, InterruptedException {
    return await(start(quick, call));
  }

  /// A call that nobody waits for and whose failure harms nobody.
  <T> void attempt(Call<T> call) {
    var _ =
        start(quick, call)
            .exceptionally(error -> {
              log.atDebug()
                  .addKeyValue("platform", UpdateTranslator.PLATFORM)
                  .addKeyValue("error", new CallFailed(error).getMessage())
                  .log("a courtesy call failed");
              return null;
            });
  }

  /// A poll; [#endPolls()] ends it.
  <T> T poll(Call<T> call) throws CallFailed, InterruptedException {
    return await(start(polling, call));
  }

  /// A call that carries files; `meanwhile` runs at once and then every 4 seconds until the answer.
  <T> T upload(Call<T> call, Runnable meanwhile) throws CallFailed, InterruptedException {
    var answer = start(uploading, call);
    while (true) {
      meanwhile.run();
      try {
        return answer.get(4, TimeUnit.SECONDS);
      } catch (TimeoutException _) {
        // still going on
      } catch (ExecutionException e) {
        throw new CallFailed(cause(e));
      }
    }
  }

  /// Calls a method and has the answer read as it comes in; for polls. [#endPolls()] breaks it off.
  <T> T raw(String method, String json, Reading<T> reading)
      throws IOException, TelegramApiRequestException {
    HttpUrl url =
        base().newBuilder().addPathSegment("bot" + token()).addPathSegment(method).build();
    var request = new Request.Builder().url(url).post(RequestBody.create(json, JSON)).build();
    try (Response response = polls.newCall(request).execute()) {
      return reading.of(response);
    }
  }

  /// Opens a file; the caller closes the response.
  Response open(String path, Duration limit) throws IOException {
    HttpUrl url =
        base()
            .newBuilder()
            .addPathSegment("file")
            .addPathSegment("bot" + token())
            .addPathSegments(path)
            .build();
    var call = web.newCall(new Request.Builder().url(url).build());
    call.timeout().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    return call.execute();
  }

  private String token() {
    return settings.token();
  }

  void endPolls() {
    polls.dispatcher().cancelAll();
  }

  /// Breaks off what is under way and frees threads and sockets.
  void close() {
    endPolls();
    web.dispatcher().cancelAll();
    polls.dispatcher().executorService().shutdown();
    web.dispatcher().executorService().shutdown();
    web.connectionPool().evictAll();
  }

  private static <T> CompletableFuture<T> start(TelegramClient client, Call<T> call) {
    try {
      return call.on(client);
    } catch (TelegramApiException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static <T> T await(CompletableFuture<T> answer) throws CallFailed, InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new CallFailed(cause(e));
    }
  }

  private static Throwable cause(ExecutionException e) {
    return e.getCause() == null ? e : e.getCause();
  }
}
