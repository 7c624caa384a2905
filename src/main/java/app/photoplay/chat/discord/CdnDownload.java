package app.photoplay.chat.discord;

import app.photoplay.chat.Download;
import app.photoplay.chat.Downloading;
import app.photoplay.chat.message.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Fetches what people sent, bounded in bytes, in time, and in how many are fetched at once; from
/// Discord's own servers alone, and nowhere else that they may point to.
final class CdnDownload {
  private static final Set<String> HOSTS = Set.of("cdn.discordapp.com", "media.discordapp.net");
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int AT_ONCE = 64;

  private final URI server;
  private final OkHttpClient http;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /// @param server of the settings: where it is not Discord's, files come from there as well
  CdnDownload(URI server) {
    this.server = server;
    this.http =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .callTimeout(LONGEST)
            .retryOnConnectionFailure(false)
            .build();
  }

  Download fetch(Attachment attachment, Path target, long limit) throws InterruptedException {
    if (attachment.bytes() > limit) {
      return new Download.TooLarge(limit);
    }
    if (!ours(attachment.file())) {
      return new Download.Expired();
    }
    places.acquire();
    try (Response response =
        http.newCall(new Request.Builder().url(attachment.file()).build()).execute()) {
      return read(response, target, limit);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return new Download.Unreachable(e);
    } finally {
      places.release();
    }
  }

  private boolean ours(String address) {
    try {
      URI file = URI.create(address);
      boolean discord = "https".equals(file.getScheme()) && HOSTS.contains(file.getHost());
      return discord
          || (!server.equals(DiscordSettings.DISCORD)
              && server.getScheme().equals(file.getScheme())
              && server.getAuthority().equals(file.getAuthority()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// An address that has run out is answered with 404 or 403, and leads nowhere else.
  private static Download read(Response response, Path target, long limit) throws IOException {
    if (response.code() >= 500 || response.code() == 429) {
      throw new IOException("the file server answered " + response.code());
    }
    if (response.code() != 200) {
      return new Download.Expired();
    }
    if (response.body().contentLength() > limit) {
      return new Download.TooLarge(limit);
    }
    try (InputStream in = response.body().byteStream()) {
      return Downloading.into(target, in, limit);
    }
  }

  void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
