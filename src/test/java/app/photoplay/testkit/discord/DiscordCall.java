package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A call that the fake received.
///
/// @param number counts all calls from 1
/// @param path without `/api/v10/`; of a file its whole path
/// @param body JSON, also of a multipart body; missing without one
/// @param uploads by the name of their part
/// @param nanos when it arrived, as [System#nanoTime()]
public record DiscordCall(
    int number,
    String method,
    String path,
    String query,
    JsonNode body,
    Map<String, Upload> uploads,
    long nanos) {

  /// A file that came with a call.
  public record Upload(String name, Path file, long bytes, String sha256) {}

  /// Whether it went this way.
  ///
  /// @param route method and path; `*` stands for one part of the path, `**` for all that follow:
  ///   `PATCH webhooks/*/*/messages/@original`
  public boolean went(String route) {
    return matching(route).matcher(method + " " + path).matches();
  }

  static Pattern matching(String route) {
    return Pattern.compile(
        Pattern.compile("\\*+|[^*]+")
            .matcher(route)
            .replaceAll(it ->
                switch (it.group()) {
                  case "*" -> "[^/]+";
                  case "**" -> ".+";
                  default -> Matcher.quoteReplacement(Pattern.quote(it.group()));
                }));
  }
}
