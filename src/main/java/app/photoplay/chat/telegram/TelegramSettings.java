package app.photoplay.chat.telegram;

import java.net.URI;
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

  public TelegramSettings(String token) {
    this(token, TELEGRAM);
  }

  @Override
  public String toString() {
    return "TelegramSettings[token=***, apiUrl=" + apiUrl + "]";
  }
}
