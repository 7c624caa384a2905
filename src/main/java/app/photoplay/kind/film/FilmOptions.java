package app.photoplay.kind.film;

import app.photoplay.kind.OrderOptions;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The choices of a film.
///
/// @param narration the name of a voice, [#NO_NARRATOR], or empty for the one that suits the idea
/// @param title on a card before the film; empty for none
/// @param end on a card behind it; empty for none
/// @param review what people want to see before the rest is made; empty when they did not say
/// @param provider who is asked first; empty for whoever is preferred
/// @param label whether small text in the picture says that AI made it
record FilmOptions(
    int seconds,
    String style,
    Shape shape,
    Quality quality,
    String narration,
    Captions captions,
    boolean label,
    String title,
    String end,
    Optional<Review> review,
    String provider) {
  /// What people want to see first.
  enum Review {
    NONE,
    STORYBOARD,
    KEYFRAMES;

    static Optional<Review> parse(String written) {
      return Optional.of(valueOf(written.toUpperCase(Locale.ROOT)));
    }
  }

  static final String NO_NARRATOR = "off";

  private static final String ON = "on";

  static FilmOptions defaults(Quality quality) {
    return new FilmOptions(
        30, "", Shape.WIDE, quality, "", Captions.BURNED, false, "", "", Optional.empty(), "");
  }

  /// These choices with what a person chose instead, of [OrderOptions#FILM] and read by them.
  FilmOptions with(Map<String, String> chosen) {
    Shape wished = OrderOptions.ASPECT.of(chosen, Shape::parse, shape);
    return new FilmOptions(
        OrderOptions.FILM_SECONDS.of(chosen, value -> Optional.of(Integer.valueOf(value)), seconds),
        OrderOptions.FILM_STYLE.of(chosen, Optional::of, style).strip(),
        // a film follows no photo
        wished == Shape.PHOTO ? shape : wished,
        OrderOptions.QUALITY.of(chosen, Quality::parse, quality),
        OrderOptions.NARRATION.of(chosen, Optional::of, narration).strip(),
        OrderOptions.CAPTIONS.of(chosen, Captions::parse, captions),
        OrderOptions.LABEL.of(chosen, value -> Optional.of(value.equals(ON)), label),
        OrderOptions.FILM_TITLE.of(chosen, Optional::of, title).strip(),
        OrderOptions.FILM_END.of(chosen, Optional::of, end).strip(),
        Optional.ofNullable(chosen.get(OrderOptions.REVIEW.name())).flatMap(Review::parse),
        OrderOptions.PROVIDER.of(chosen, Optional::of, provider));
  }
}
