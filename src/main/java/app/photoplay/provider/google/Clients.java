package app.photoplay.provider.google;

import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.google.GoogleSettings.Cloud;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.google.genai.Client;
import com.google.genai.JsonSerializable;
import com.google.genai.gaos.utils.JSON;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Google's client, which stands for one account at one location: made when it is first needed and
/// kept. It never repeats a request by itself and none lasts for ever. Thread-safe.
final class Clients implements AutoCloseable {
  /// A video of 75 MB, as text.
  private static final int LONGEST_TEXT = 100_000_000;

  private static final Duration LONGEST = GoogleModel.LONGEST_ORDER;
  private static final ScopedValue<Exchange> NOW = ScopedValue.newInstance();

  private final GoogleSettings settings;
  private final CloudAccess access;
  private final InstantSource time;
  private final Map<Place, Client> clients = new HashMap<>();
  private @Nullable Fetcher fetcher;

  Clients(GoogleSettings settings, CloudAccess access, InstantSource time) {
    this.settings = settings;
    this.access = access;
    this.time = time;
  }

  private record Place(String account, String location, String version) {}

  /// The client for an account and a model.
  ///
  /// @throws app.photoplay.provider.remote.Fault.Thrown when there are no credentials
  Client of(Account account, ModelCard card) throws IOException {
    // a key is good everywhere
    String location = isCloud(account) ? card.more("location").orElse(cloud().location()) : "";
    return of(new Place(account.name(), location, card.more("api-version").orElse("")), account);
  }

  private synchronized Client of(Place place, Account account) throws IOException {
    Client known = clients.get(place);
    if (known == null) {
      known = make(place, account);
      clients.put(place, known);
    }
    return known;
  }

  /// Fetches what lies where Google says, which the library does unsafely.
  synchronized Fetcher fetcher() {
    Fetcher known = fetcher;
    if (known == null) {
      known = new Fetcher(settings.remote(), time);
      fetcher = known;
    }
    return known;
  }

  private Client make(Place place, Account account) throws IOException {
    Limits.lift();
    Client.Builder builder =
        Client.builder()
            .clientOptions(ClientOptions.builder().customHttpClient(http()).build())
            .httpOptions(options(place, account));
    // both are said outright: what the environment says must not decide who pays
    return isCloud(account)
        ? builder
            .vertexAI(true)
            .project(cloud().project())
            .location(place.location())
            .credentials(access.credentials())
            .build()
        : builder.vertexAI(false).apiKey(account.key().value()).build();
  }

  /// The times of a client that is brought along count; those told to the library do not.
  private OkHttpClient http() {
    return new Http(settings.remote())
        .client()
        .newBuilder()
        .callTimeout(LONGEST)
        .readTimeout(LONGEST)
        .eventListener(new Mark(time))
        .build();
  }

  private HttpOptions options(Place place, Account account) {
    HttpOptions.Builder options =
        HttpOptions.builder()
            .baseUrl(address(place, account))
            .retryOptions(HttpRetryOptions.builder().attempts(1).initialDelay(0.0));
    if (!place.version().isEmpty()) {
      options.apiVersion(place.version());
    }
    return options.build();
  }

  private String address(Place place, Account account) {
    URI stated = settings.remote().baseUrl();
    String location = place.location();
    if (!isCloud(account) || !GoogleSettings.GEMINI_HOST.equals(stated.getHost())) {
      return stated.toString();
    }
    if (location.equals("global")) {
      return "https://aiplatform.googleapis.com";
    }
    return List.of("us", "eu").contains(location)
        ? "https://aiplatform." + location + ".rep.googleapis.com"
        : "https://" + location + "-aiplatform.googleapis.com";
  }

  static boolean isCloud(Account account) {
    return account.name().equals(GoogleSettings.CLOUD);
  }

  private Cloud cloud() {
    return settings.cloud().orElse(CloudAccess.NONE);
  }

  /// Has the library send a request.
  ///
  /// @throws IOException with what it means, see [GoogleFaults]
  static <T> T call(Supplier<T> request) throws IOException {
    Exchange exchange = new Exchange();
    try {
      return ScopedValue.where(NOW, exchange).call(request::get);
    } catch (RuntimeException e) {
      throw GoogleFaults.of(e, exchange);
    }
  }

  /// Options for a request that ends earlier than others.
  static HttpOptions within(Duration time) {
    return HttpOptions.builder().timeout((int) time.toMillis()).build();
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(Client::close);
    clients.clear();
  }

  /// How long a text in an answer may be: the library's two readers take 20 MB only.
  private static final class Limits {
    static {
      JsonSerializable.setMaxReadLength(LONGEST_TEXT);
      JSON.getMapper()
          .getFactory()
          .setStreamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build());
    }

    private Limits() {}

    static void lift() {
      // loading this class does it, once
    }
  }

  /// What the library does not tell of a request.
  static final class Exchange {
    private volatile boolean sent;
    private volatile Optional<Duration> pause = Optional.empty();

    /// Whether any of it has left this machine.
    boolean sent() {
      return sent;
    }

    /// How long its answer asks to be left alone.
    Optional<Duration> pause() {
      return pause;
    }
  }

  /// Notes that on the thread that sends the request.
  private static final class Mark extends EventListener {
    private final InstantSource time;

    Mark(InstantSource time) {
      this.time = time;
    }

    @Override
    public void requestHeadersStart(Call call) {
      if (NOW.isBound()) {
        NOW.get().sent = true;
      }
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
      if (NOW.isBound()) {
        Reply reply = new Reply(response.code(), response.headers(), new byte[0]);
        NOW.get().pause = reply.pause(time.instant());
      }
    }
  }
}
