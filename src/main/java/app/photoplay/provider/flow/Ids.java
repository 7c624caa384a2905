package app.photoplay.provider.flow;

import app.photoplay.media.Shape;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import java.util.Set;
import java.util.TreeSet;

/// What the gateway calls a model, which depends on what is ordered: `veo_3_1_t2v_lite_{o}_{s}`,
/// with `landscape` or `portrait` for `{o}` and `4s` for `{s}`.
///
/// @param card whose `id` is for words alone; its `first` for a picture that the shot begins with,
///   and its `both` for one that it ends with, too
record Ids(ModelCard card) {

  String of(int pictures, Shape shape, int seconds) {
    String pattern =
        switch (pictures) {
          case 0 -> card.id();
          case 1 -> card.more("first").orElse(card.id());
          default -> card.more("both").orElse(card.id());
        };
    return pattern
        .replace("{o}", shape == Shape.TALL ? "portrait" : "landscape")
        .replace("{s}", seconds + "s");
  }

  /// Every name that may be asked for.
  Set<String> all() {
    Set<String> all = new TreeSet<>();
    for (int seconds : card.lengths().seconds()) {
      for (Shape shape : card.shapes()) {
        if (card.can(Ability.WORDS)) {
          all.add(of(0, shape, seconds));
        }
        if (card.can(Ability.FIRST_FRAME)) {
          all.add(of(1, shape, seconds));
        }
        if (card.can(Ability.LAST_FRAME)) {
          all.add(of(2, shape, seconds));
        }
      }
    }
    return all;
  }
}
