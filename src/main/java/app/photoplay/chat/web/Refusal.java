package app.photoplay.chat.web;

import app.photoplay.wording.Phrase;
import java.util.Map;

/// A request that is not served: becomes an HTTP status and `{"error": code, "sentence": ..}`, with
/// the sentence in the person's language.
final class Refusal extends RuntimeException {
  final int status;
  final String code;
  final transient Phrase phrase;
  final transient Map<String, ?> values;

  Refusal(int status, String code, Phrase phrase) {
    this(status, code, phrase, Map.of());
  }

  Refusal(int status, String code, Phrase phrase, Map<String, ?> values) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.phrase = phrase;
    this.values = Map.copyOf(values);
  }

  /// @param what for whoever writes the program that called, in English
  static Refusal malformed(String what) {
    return new Refusal(400, "malformed", Phrase.WEB_MALFORMED, Map.of("what", what));
  }

  static Refusal unknown() {
    return new Refusal(404, "unknown", Phrase.WEB_UNKNOWN);
  }

  static Refusal diskFull() {
    return new Refusal(507, "disk-full", Phrase.WEB_DISK_FULL);
  }

  /// A file of a message whose time is over.
  static Refusal gone() {
    return new Refusal(410, "gone", Phrase.WEB_GONE);
  }
}
