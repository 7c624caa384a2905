package app.photoplay.provider.remote;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// What a [FakeApi] says to one request.
public sealed interface Answer {
  /// In JSON: the address of the fake, without a slash at the end.
  String HERE = "{here}";

  /// An answer, whole.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Whole(int status, Map<String, String> headers, byte[] body) implements Answer {
    /// The same with other words in it.
    Whole saying(String other, String instead) {
      Map<String, String> changed = new TreeMap<>();
      headers.forEach((name, value) -> changed.put(name, value.replace(other, instead)));
      if (!"application/json".equals(headers.get("Content-Type"))) {
        return new Whole(status, changed, body);
      }
      String said = new String(body, StandardCharsets.UTF_8).replace(other, instead);
      return new Whole(status, changed, said.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The connection ends when the request is read to its end, without a word.
  record Cut() implements Answer {}

  /// What was asked for is done, and the connection ends without a word.
  record Lost() implements Answer {}

  /// An answer that states a length and ends long before.
  @SuppressWarnings("ArrayRecordComponent")
  record Stated(long length, byte[] start) implements Answer {}

  static Answer json(int status, String body) {
    return json(status, Map.of(), body);
  }

  static Answer json(int status, Map<String, String> headers, String body) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Type", "application/json");
    return new Whole(status, all, body.getBytes(StandardCharsets.UTF_8));
  }

  /// Too many requests.
  static Answer busy(int seconds) {
    return json(429, Map.of("Retry-After", String.valueOf(seconds)), "{}");
  }

  static Answer bytes(String type, byte[] body) {
    return new Whole(200, Map.of("Content-Type", type), body);
  }

  static Answer empty(int status) {
    return new Whole(status, Map.of(), new byte[0]);
  }
}
