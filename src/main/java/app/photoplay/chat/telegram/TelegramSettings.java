package app.photoplay.chat.telegram;

import app.photoplay.config.Kind;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which bot, and at which Bot API server.
///
/// @param token as @BotFather gives it; never shown
/// @param apiUrl scheme, host and perhaps a port; the library knows no path in front of `/bot`
public record TelegramSettings(String token, URI apiUrl) {

  /// Telegram's own server.
  public static final URI TELEGRAM = URI.create("https://api.telegram.org");

  private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{1,100}");

  public TelegramSettings {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "The Telegram token must look like 123456:ABC-def; @BotFather shows it under /mybots.");
    }
    boolean web = "http".equals(apiUrl.getScheme()) || "https".equals(apiUrl.getScheme());
    if (!web || apiUrl.getHost() == null || apiUrl.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "The Telegram server must look like https://api.telegram.org or http://host:8081.");
    }
    boolean bare = apiUrl.getPath().isEmpty() || apiUrl.getPath().equals("/");
    if (!bare || apiUrl.getQuery() != null || apiUrl.getFragment() != null) {
      throw new IllegalArgumentException(
          "The Telegram server must be given without a path: %s://%s"
              .formatted(apiUrl.getScheme(), apiUrl.getAuthority()));
    }
  }

  private static final Kind<URI> SERVER =
      new Kind<>(
          "an address such as https://api.telegram.org, without a path",
          (text, base) ->
              Values.SERVER
                  .reading()
                  .read(text, base)
                  .filter(it -> it.getPath().isEmpty() || it.getPath().equals("/")));

  /// Reads the section `telegram`; empty without a token.
  public static Optional<TelegramSettings> read(Section telegram) {
    URI server = telegram.value("api-url", TELEGRAM.toString(), SERVER);
    return telegram
        .secret(
            "bot-token",
            it -> TOKEN.matcher(it).matches(),
            "does not look like 123456:ABC-def: copy it again from @BotFather")
        .map(token -> new TelegramSettings(token.value(), server));
  }

  public TelegramSettings(String token) {
    this(token, TELEGRAM);
  }

  @Override
  public String toString() {
    return "TelegramSettings[token=***, apiUrl=" + apiUrl + "]";
  }
}
