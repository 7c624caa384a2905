package app.photoplay.kind.film;

import app.photoplay.job.JobRequest;

/// What people want to see of a film before they decide about the rest: its storyboard, or, when
/// the film has one already, its pictures.
record PreviewRequest(FilmRequest film) implements JobRequest {
  public static final String KIND = "preview";

  @Override
  public String kind() {
    return KIND;
  }
}
