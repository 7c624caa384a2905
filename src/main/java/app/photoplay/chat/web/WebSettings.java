package app.photoplay.chat.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How the web chat is set up.
///
/// @param uploads folder for what people send, made when it is not there
/// @param accessToken what a browser must show once, empty when everybody may use the chat
/// @param allowedHosts names that a request may be addressed to, without a port, empty for any;
///   [#LOOPBACK] keeps foreign pages from reaching a local server through DNS
/// @param voices names to choose from, may be empty
public record WebSettings(
    Path uploads, String accessToken, Set<String> allowedHosts, List<String> voices) {

  /// How a browser on the same machine addresses the server.
  public static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /// The largest file that is taken.
  public static final long UPLOAD_BYTES = 20L << 20;

  public WebSettings {
    allowedHosts =
        allowedHosts.stream()
            .map(host -> host.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    voices = List.copyOf(voices);
  }

  @Override
  public String toString() {
    return "WebSettings[uploads="
        + uploads
        + ", accessToken="
        + (accessToken.isEmpty() ? "none" : "***")
        + ", allowedHosts="
        + allowedHosts
        + ", voices="
        + voices
        + "]";
  }
}
