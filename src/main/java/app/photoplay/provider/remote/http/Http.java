package app.photoplay.provider.remote.http;

import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.RemoteSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/// A provider's HTTP client: each request goes out once, over a connection of its own when it
/// orders work, follows no redirect, and ends in time. Thread-safe.
public final class Http {
  /// The type of bodies that are JSON.
  public static final MediaType JSON = MediaType.get("application/json");

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long LARGEST_ANSWER = 64L << 20;

  private final OkHttpClient questions;
  private final OkHttpClient orders;

  public Http(RemoteSettings settings) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(CONNECT)
            .readTimeout(Duration.ofMinutes(2))
            .writeTimeout(Duration.ofMinutes(2));
    settings.proxy().map(Http::proxy).ifPresent(builder::proxy);
    this.questions = builder.build();
    // a connection that was kept may break just as the request goes out: nobody knew what became
    // of it then
    this.orders =
        questions
            .newBuilder()
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .addInterceptor(chain -> chain.proceed(OneShot.of(chain.request())))
            .build();
  }

  private static Proxy proxy(URI address) {
    boolean socks = "socks".equals(address.getScheme());
    return new Proxy(
        socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
        InetSocketAddress.createUnresolved(address.getHost(), address.getPort()));
  }

  /// For libraries that bring their own requests, and must not repeat them.
  public OkHttpClient client() {
    return orders;
  }

  /// A body of JSON.
  public static RequestBody body(JsonNode json) {
    return RequestBody.create(json.toString(), JSON);
  }

  /// Sends what costs nothing and may be repeated.
  ///
  /// @param longest until the whole answer is there
  public Reply ask(Request request, Duration longest) throws IOException {
    return send(questions, request, longest);
  }

  /// Sends what may cost something, once.
  ///
  /// @throws Remote.NotSent when the request certainly did not go out
  public Reply order(Request request, Duration longest) throws IOException {
    SentMark mark = new SentMark();
    OkHttpClient client = orders.newBuilder().eventListener(mark).build();
    try {
      return send(client, request, longest);
    } catch (IOException e) {
      if (mark.sent()) {
        throw e;
      }
      throw new Remote.NotSent(e);
    }
  }

  /// Sends what may cost something, once, and leaves the answer open for whoever asked: one that
  /// goes on for as long as the work does.
  ///
  /// @param silence for which nothing may come, until whoever reads it says otherwise
  /// @param longest until its end
  /// @throws Remote.NotSent when the request certainly did not go out
  public Response stream(Request request, Duration silence, Duration longest) throws IOException {
    SentMark mark = new SentMark();
    OkHttpClient client =
        orders.newBuilder().eventListener(mark).readTimeout(silence).callTimeout(longest).build();
    try {
      return client.newCall(request).execute();
    } catch (IOException e) {
      if (mark.sent()) {
        throw e;
      }
      throw new Remote.NotSent(e);
    }
  }

  private static Reply send(OkHttpClient client, Request request, Duration longest)
      throws IOException {
    var call = client.newCall(request);
    call.timeout().timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      BufferedSource body = response.body().source();
      if (body.request(LARGEST_ANSWER)) {
        throw new IOException("an answer of more than " + LARGEST_ANSWER + " bytes");
      }
      return new Reply(response.code(), response.headers(), body.readByteArray());
    }
  }
}
