package app.photoplay.chat.web;

import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;

/// A request that is not served: becomes an HTTP status and `{"error": code, "sentence": ..}`, with
/// the sentence in the person's language.
final class Refusal extends RuntimeException {
  final int status;
  final String code;
  final transient Sentence sentence;

  Refusal(int status, String code, Sentence sentence) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
    this.sentence = sentence;
  }

  /// @param what for whoever writes the program that called, in English
  static Refusal malformed(String what) {
    return new Refusal(400, "malformed", Phrase.WEB_MALFORMED.with(Argument.WHAT.of(what)));
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
