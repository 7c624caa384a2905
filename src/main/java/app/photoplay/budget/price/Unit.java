package app.photoplay.budget.price;

import app.photoplay.config.Kind;
import app.photoplay.config.Values;
import java.util.Locale;
import java.util.Optional;

/// What a price is for.
public enum Unit {
  /// A second of sound or video that is made.
  SECOND,
  /// A request, however large.
  CALL,
  /// A picture.
  IMAGE,
  /// A letter of text that is read.
  CHARACTER,
  /// A thousand of a text model's tokens.
  THOUSAND_TOKENS;

  /// Any of them, as settings spell it.
  static final Kind<Unit> SETTING = Values.oneOf(Unit.class);

  /// As settings spell it: `thousand-tokens`.
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// This one, and no other.
  Kind<Unit> alone() {
    return Kind.of(label(), text -> Optional.of(this).filter(_ -> text.equals(label())));
  }
}
