package app.photoplay.provider.remote.http;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.RemoteSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Fetches results from where a provider says that they are: from public servers over https, or
/// from those that the operator named; never from a private network, wherever redirects and names
/// lead. Straight into a file, bounded in bytes and time. Thread-safe.
public final class Fetcher {
  private static final int MOST_REDIRECTS = 5;
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int BLOCK = 1 << 16;

  private final OkHttpClient client;
  private final Set<String> trusted = new HashSet<>();
  private final InstantSource time;

  /// @param settings whose base address and hosts are trusted
  public Fetcher(RemoteSettings settings, InstantSource time) {
    this.time = time;
    trusted.add(authority(settings.baseUrl()));
    settings.hosts().forEach(host -> trusted.add(host.toLowerCase(Locale.ROOT)));
    Set<String> names = new HashSet<>();
    trusted.forEach(host -> names.add(host.replaceFirst(":\\d+$", "")));
    this.client =
        new Http(settings)
            .client()
            .newBuilder()
            .retryOnConnectionFailure(true)
            .callTimeout(LONGEST)
            .dns(new PublicDns(names))
            .build();
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
    URI at = allowed(address);
    String home = authority(at);
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Map<String, String> sent = authority(at).equals(home) ? headers : Map.of();
      Request request = new Request.Builder().url(at.toString()).headers(Headers.of(sent)).build();
      try (Response response = client.newCall(request).execute()) {
        if (response.isRedirect()) {
          at = allowed(at.resolve(String.valueOf(response.header("Location"))).toString());
          continue;
        }
        take(response, target, media, mostBytes);
        return;
      } catch (UnknownHostException e) {
        if (String.valueOf(e.getMessage()).contains("private network")) {
          throw new Fault.Output("result at " + e.getMessage()).thrown();
        }
        throw e;
      }
    }
    throw new Fault.Output("too many redirects").thrown();
  }

  private URI allowed(String address) throws Fault.Thrown {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw new Fault.Output("the result's address is none").thrown();
    }
    String host = uri.getHost();
    if (host == null || uri.getUserInfo() != null) {
      throw new Fault.Output("the result's address has no host").thrown();
    }
    if (trusted.contains(authority(uri))) {
      return uri;
    }
    if (!"https".equals(uri.getScheme()) || isPrivateLiteral(host)) {
      throw new Fault.Output("the result lies at " + host + ", which is not allowed").thrown();
    }
    return uri;
  }

  /// Addresses in place of names are never looked up, so they are judged here.
  private static boolean isPrivateLiteral(String host) {
    try {
      return !PublicDns.isPublic(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private void take(Response response, Path target, Media media, long most) throws IOException {
    Instant now = time.instant();
    if (response.code() == 401 || response.code() == 403) {
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
      out.write(block, 0, length);
      length = in.readNBytes(block, 0, block.length);
    }
  }

  private static String authority(URI uri) {
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    boolean usual =
        uri.getPort() < 0
            || (uri.getPort() == 443 && "https".equals(uri.getScheme()))
            || (uri.getPort() == 80 && "http".equals(uri.getScheme()));
    return usual ? host : host + ":" + uri.getPort();
  }
}
