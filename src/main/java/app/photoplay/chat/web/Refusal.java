package app.photoplay.chat.web;

/// A request that is not served: becomes an HTTP status and `{"error": code, "sentence": ..}`.
final class Refusal extends RuntimeException {
  final int status;
  final String code;

  Refusal(int status, String code, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  static Refusal malformed(String what) {
    return new Refusal(400, "malformed", "This request cannot be understood: " + what + ".");
  }

  static Refusal unknown(String what) {
    return new Refusal(404, "unknown", "There is no such " + what + ".");
  }

  /// A file of a message whose time is over.
  static Refusal gone() {
    return new Refusal(410, "gone", "This file is not kept any more.");
  }
}
