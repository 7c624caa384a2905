package app.photoplay.kind.film;

import app.photoplay.job.JobRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.text.Storyboard;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An idea that shall become a film.
///
/// @param idea as people wrote it
/// @param seconds wished length
/// @param language BCP 47 tag of what is said
/// @param scenes how many; 0 for as many as suit the length
/// @param style words for all pictures, may be empty
/// @param shape not [Shape#PHOTO]
/// @param voice that narrates; empty for a film without a narrator
/// @param label small text in a corner of the picture that says it was made by AI; empty for none
/// @param title on a card before the first scene; empty for none
/// @param end on a card after the last scene; empty for none
/// @param seed the same wish with another seed is another film
/// @param version the same idea with another version is planned anew
/// @param cast who is there to be seen
/// @param board the plan, when there is one already; null when it is still to be written
/// @param provider who is asked first for all its pieces, as in the settings; empty for whoever is
///   preferred
public record FilmRequest(
    String idea,
    int seconds,
    String language,
    int scenes,
    String style,
    Shape shape,
    Quality quality,
    String voice,
    Captions captions,
    String label,
    String title,
    String end,
    long seed,
    int version,
    List<CastMember> cast,
    @Nullable Storyboard board,
    // left out where there is none, so that what was made before there was a choice is found again
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String provider)
    implements JobRequest {
  public static final String KIND = "film";
  public static final int LEAST_SECONDS = 10;
  public static final int MOST_SECONDS = 120;

  public FilmRequest {
    cast = List.copyOf(cast);
    // ordered by an earlier version
    title = Objects.requireNonNullElse(title, "");
    end = Objects.requireNonNullElse(end, "");
    provider = Objects.requireNonNullElse(provider, "");
  }

  /// One that whoever is preferred makes.
  FilmRequest(
      String idea,
      int seconds,
      String language,
      int scenes,
      String style,
      Shape shape,
      Quality quality,
      String voice,
      Captions captions,
      String label,
      String title,
      String end,
      long seed,
      int version,
      List<CastMember> cast,
      @Nullable Storyboard board) {
    this(
        idea, seconds, language, scenes, style, shape, quality, voice, captions, label, title, end,
        seed, version, cast, board, "");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String variant() {
    return quality.label();
  }

  /// Whether anybody can say anything in it.
  boolean voiced() {
    return !voice.isEmpty() || cast.stream().anyMatch(member -> !member.voice().isEmpty());
  }

  FilmRequest with(Quality other) {
    return new FilmRequest(
        idea, seconds, language, scenes, style, shape, other, voice, captions, label, title, end,
        seed, version, cast, board, provider);
  }

  /// The same told by another voice, or by nobody when it is empty.
  FilmRequest toldBy(String narrator) {
    return new FilmRequest(
        idea, seconds, language, scenes, style, shape, quality, narrator, captions, label, title,
        end, seed, version, cast, board);
  }

  FilmRequest with(Storyboard plan) {
    return new FilmRequest(
        idea, seconds, language, scenes, style, shape, quality, voice, captions, label, title, end,
        seed, version, cast, plan, provider);
  }
}
