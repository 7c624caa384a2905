package app.photoplay.kind.film;

import app.photoplay.job.JobRequest;

/// What people want to see of a film before they decide about the rest.
///
/// @param pictures whether they want to see its pictures too, not only its storyboard
record PreviewRequest(FilmRequest film, boolean pictures) implements JobRequest {
  public static final String KIND = "preview";

  static PreviewRequest ofStoryboard(FilmRequest film) {
    return new PreviewRequest(film, false);
  }

  static PreviewRequest ofPictures(FilmRequest film) {
    return new PreviewRequest(film, true);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /// What has a storyboard is shown with its pictures.
  boolean painted() {
    return pictures || film.board() != null;
  }
}
