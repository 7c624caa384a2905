package app.photoplay.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;

/// A call that the fake Bot API received.
///
/// @param number counts all calls from 1
/// @param method lower case
/// @param params JSON body or form fields; fields that hold JSON are parsed
/// @param uploads by the name of their part
/// @param nanos when it arrived, as [System#nanoTime()]
public record TelegramCall(
    int number, String method, ObjectNode params, Map<String, Upload> uploads, long nanos) {

  /// A file that came with a call.
  public record Upload(String name, Path file, long bytes, String sha256) {}

  /// A parameter as text, empty when it is missing.
  public String param(String name) {
    return params.path(name).asText("");
  }

  long chat() {
    return params.path("chat_id").asLong();
  }
}
