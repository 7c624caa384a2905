package app.photoplay.provider.remote.http;

import app.photoplay.media.tool.ToolFailed;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.RemoteSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Fetches results from where a provider says that they are: from public servers over https, or
/// from those that the operator named; never from a private network, wherever redirects and names
/// lead. Straight into a file, bounded in bytes and time. Thread-safe.
public final class Fetcher {
  private static final int MOST_REDIRECTS = 5;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int BLOCK = 1 << 16;

  /// What is connected to without being looked up.
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

  private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429);

  private final OkHttpClient anywhere;
  private final OkHttpClient guarded;
  private final Set<String> trusted = new HashSet<>();
  private final InstantSource time;

  /// @param settings whose base address and hosts are trusted
  public Fetcher(RemoteSettings settings, InstantSource time) {
    this(settings, time, Dns.SYSTEM);
  }

  /// @param names that knows all names
  Fetcher(RemoteSettings settings, InstantSource time, Dns names) {
    this.time = time;
    trust(settings.baseUrl().toString());
    for (String host : settings.hosts()) {
      trust("http://" + host);
      trust("https://" + host);
    }
    this.anywhere =
        new Http(settings)
            .client()
            .newBuilder()
            .retryOnConnectionFailure(true)
            .callTimeout(LONGEST)
            .dns(names)
            .build();
    // a proxy is looked up by the same names, and may lie anywhere
    Set<String> proxy = settings.proxy().map(it -> Set.of(it.getHost())).orElse(Set.of());
    this.guarded = anywhere.newBuilder().dns(new PublicDns(names, proxy)).build();
  }

  private void trust(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url != null) {
      trusted.add(server(url));
    }
  }

  /// What a file has to be.
  public enum Media {
    VIDEO,
    IMAGE,
    SOUND
  }

  /// Fetches a file, blocking.
  ///
  /// @param headers sent to the first server only, and to redirects within it
  /// @param target overwritten; whole when this returns, gone when it throws
  /// @param mostBytes a larger one is given up
  /// @throws Fault.Thrown when the address leads nowhere allowed, is over, or holds no such thing
  /// @throws IOException when another try may help
  /// @throws ToolFailed when our own disk is to blame
  public void fetch(
      String address, Map<String, String> headers, Path target, Media media, long mostBytes)
      throws IOException {
    boolean whole = false;
    try {
      follow(address, headers, target, media, mostBytes);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(target);
      }
    }
  }

  private void follow(
      String address, Map<String, String> headers, Path target, Media media, long mostBytes)
      throws IOException {
    HttpUrl at = allowed(HttpUrl.parse(address));
    HttpUrl home = at;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Map<String, String> sent = origin(at).equals(origin(home)) ? headers : Map.of();
      Request request = new Request.Builder().url(at).headers(Headers.of(sent)).build();
      OkHttpClient client = trusted.contains(server(at)) ? anywhere : guarded;
      try (Response response = client.newCall(request).execute()) {
        if (!response.isRedirect()) {
          take(response, target, media, mostBytes);
          return;
        }
        String location = response.header("Location");
        at = allowed(location == null ? null : at.resolve(location));
      } catch (PublicDns.PrivateName e) {
        throw new Fault.Output("the result's address: " + e.getMessage()).thrown();
      }
    }
    throw new Fault.Output("too many redirects").thrown();
  }

  private HttpUrl allowed(@Nullable HttpUrl url) throws Fault.Thrown {
    if (url == null) {
      throw new Fault.Output("the result's address is none").thrown();
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new Fault.Output("the result's address holds a password").thrown();
    }
    if (!trusted.contains(server(url)) && (!url.isHttps() || isPrivateLiteral(url.host()))) {
      throw new Fault.Output("the result lies at " + server(url) + ", which is not allowed")
          .thrown();
    }
    return url;
  }

  /// Addresses in place of names are never looked up, so they are judged here.
  private static boolean isPrivateLiteral(String host) {
    if (!LITERAL.matcher(host).matches()) {
      return false;
    }
    try {
      return !PublicDns.isPublic(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return true; // whatever it leads to
    }
  }

  private static String server(HttpUrl url) {
    return url.host() + ":" + url.port();
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + "://" + server(url);
  }

  private void take(Response response, Path target, Media media, long most) throws IOException {
    Instant now = time.instant();
    boolean refused = response.code() >= 400 && response.code() < 500;
    if (refused && !MAY_PASS.contains(response.code())) {
      throw new Fault.Gone("the result's address answers " + response.code()).thrown();
    }
    if (response.code() != 200) {
      throw new Reply(response.code(), response.headers(), new byte[0])
          .fault("at the result's address", now)
          .thrown();
    }
    if (response.body().contentLength() > most) {
      throw new Fault.Output("the result is larger than " + most + " bytes").thrown();
    }
    try (InputStream in = response.body().byteStream();
        OutputStream out = Files.newOutputStream(target)) {
      copy(in, out, media, most);
    }
  }

  private static void copy(InputStream in, OutputStream out, Media media, long most)
      throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (!Sniff.is(media, block)) {
      throw new Fault.Output("the result is no " + media.name().toLowerCase(Locale.ROOT)).thrown();
    }
    long bytes = 0;
    int length = block.length;
    while (length > 0) {
      bytes += length;
      if (bytes > most) {
        throw new Fault.Output("the result is larger than " + most + " bytes").thrown();
      }
      write(out, block, length);
      length = in.readNBytes(block, 0, block.length);
    }
  }

  /// What our own disk says is no fault of the provider's.
  private static void write(OutputStream out, byte[] block, int length) throws IOException {
    try {
      out.write(block, 0, length);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw new ToolFailed("cannot write the result: " + e.getMessage(), e);
    }
  }
}
