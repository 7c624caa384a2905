package app.photoplay.chat.web;

import app.photoplay.config.Kind;
import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import app.photoplay.server.ServerSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How the web chat is set up.
///
/// @param uploads folder for what people send, made when it is not there
/// @param accessToken what a browser must show once, empty when everybody may use the chat
/// @param language of sentences for browsers that state none we speak
/// @param visitors how many new people it takes
/// @param links to videos that are too large for other chats
/// @param recordSeconds how long the page records at most, which is what a video may last
public record WebSettings(
    Path uploads,
    String accessToken,
    String language,
    Visitors visitors,
    Links links,
    int recordSeconds) {

  /// Links to videos.
  ///
  /// @param publicUrl where people elsewhere reach this server; without it there are no links
  /// @param live how long one works
  public record Links(Optional<URI> publicUrl, Duration live) {
    /// For a server that nobody else can reach.
    public static final Links NONE = new Links(Optional.empty(), Duration.ofDays(7));
  }

  private static final Kind<Duration> DAYS =
      new Kind<>(
          "at least one day, such as 7d",
          (text, base) -> Values.TIME.reading().read(text, base).filter(it -> it.toDays() > 0));

  /// How many new people the chat takes in a day. Whoever has written once is not new any more. 0
  /// is no limit.
  ///
  /// @param perDay altogether
  /// @param perNetwork from one IPv4 address or one IPv6 network of 64 bits; with it, messages and
  ///   files from there are limited together, too
  public record Visitors(int perDay, int perNetwork) {
    /// For a chat that nobody else can reach.
    public static final Visitors UNLIMITED = new Visitors(0, 0);
  }

  /// The largest file that is taken.
  public static final long UPLOAD_BYTES = 20L << 20;

  private static final int RECORD_SECONDS = 60;
  private static final int SHORTEST_ACCESS_TOKEN = 12;

  /// Reads the section `web`, apart from where it listens.
  ///
  /// @param data the folder below which uploads lie
  public static WebSettings read(Section web, ServerSettings server, Path data, String language) {
    Visitors visitors =
        new Visitors(
            web.value("visitors-per-day", server.open() ? "200" : "0", Values.whole(0, 1_000_000)),
            web.value(
                "visitors-per-address", server.open() ? "10" : "0", Values.whole(0, 1_000_000)));
    Optional<Secret> token =
        web.secret(
            "access-token",
            it -> it.length() >= SHORTEST_ACCESS_TOKEN,
            "must have at least " + SHORTEST_ACCESS_TOKEN + " characters");
    if (!server.loopback() && token.isEmpty()) {
      web.problem(
          "host",
          "other machines can reach "
              + server.host()
              + ", so set WEB_ACCESS_TOKEN in .env or the environment, or use 127.0.0.1");
    }
    String accessToken = token.map(Secret::value).orElse("");
    Links links =
        new Links(
            web.value("public-url", "", ServerSettings.PUBLIC_URL),
            web.value("links-live", "7d", DAYS));
    return new WebSettings(uploads(data), accessToken, language, visitors, links);
  }

  /// The same with another data folder.
  public WebSettings in(Path data) {
    return new WebSettings(uploads(data), accessToken, language, visitors, links, recordSeconds);
  }

  /// The same with recordings of another length.
  public WebSettings recording(int seconds) {
    return new WebSettings(uploads, accessToken, language, visitors, links, seconds);
  }

  private static Path uploads(Path data) {
    return data.resolve("uploads");
  }

  /// In English, for a chat that nobody else can reach.
  public WebSettings(Path uploads, String accessToken) {
    this(uploads, accessToken, "en", Visitors.UNLIMITED);
  }

  /// With recordings as long as videos usually may be.
  public WebSettings(
      Path uploads, String accessToken, String language, Visitors visitors, Links links) {
    this(uploads, accessToken, language, visitors, links, RECORD_SECONDS);
  }

  /// Without links.
  public WebSettings(Path uploads, String accessToken, String language, Visitors visitors) {
    this(uploads, accessToken, language, visitors, Links.NONE);
  }

  @Override
  public String toString() {
    return "WebSettings[uploads="
        + uploads
        + ", accessToken="
        + (accessToken.isEmpty() ? "none" : "***")
        + ", language="
        + language
        + ", visitors="
        + visitors
        + ", links="
        + links
        + ", recordSeconds="
        + recordSeconds
        + "]";
  }
}
