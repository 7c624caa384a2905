package app.photoplay.kind;

import app.photoplay.job.Artifact;
import app.photoplay.job.Progress;
import app.photoplay.job.StoredFile;
import app.photoplay.job.Turn;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Answer;
import app.photoplay.provider.Render;
import app.photoplay.provider.Rendering;
import app.photoplay.storage.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Takes finished videos over from a model.
public final class RenderSteps {
  private final Pictures pictures;
  private final ArtifactStore files;

  public RenderSteps(Pictures pictures, ArtifactStore files) {
    this.pictures = pictures;
    this.files = files;
  }

  /// A model's look at its work.
  @FunctionalInterface
  public interface Poll {
    Answer<Rendering> ask() throws InterruptedException;
  }

  /// What follows when a video is finished.
  @FunctionalInterface
  public interface Finish<S> {
    Progress<S> of(Render render) throws IOException;
  }

  /// One step of waiting for a render.
  ///
  /// @param state to stay in while it goes on
  /// @param limit the longest video in seconds, for the sentence of a refusal
  public static <S> Progress<S> step(Poll poll, S state, int limit, Turn turn, Finish<S> finish)
      throws InterruptedException {
    try {
      return switch (poll.ask()) {
        case Answer.Ok<Rendering>(Rendering.Finished(var render)) -> finish.of(render);
        case Answer.Ok<Rendering>(Rendering.Running(_, var pause)) ->
            new Progress.Wait<>(state, pause);
        case Answer.Busy<Rendering>(var pause) -> new Progress.Wait<>(state, pause);
        case Answer.Refused<Rendering>(var reason, _) ->
            new Progress.Failed<>(ProviderFailures.failure(reason, limit));
        case Answer.Broken<Rendering>(var cause, _) ->
            ProviderFailures.again(cause, turn.attempt());
      };
    } catch (IOException | UncheckedIOException e) {
      return ProviderFailures.again(e, turn.attempt());
    }
  }

  /// Keeps the video, its cover and a thumbnail.
  public List<Artifact> keep(Render render) throws IOException {
    Path thumbnail = files.scratch(".jpg");
    if (pictures.read(render.cover()) instanceof PictureAnswer.Decoded(var cover)) {
      Pictures.writeThumbnail(cover, thumbnail);
    } else {
      throw new IllegalStateException("the cover cannot be read");
    }
    return List.of(
        kept(Artifact.VIDEO, "video/mp4", render.video(), render),
        kept(Artifact.COVER, "image/jpeg", render.cover(), render),
        kept(Artifact.THUMBNAIL, "image/jpeg", thumbnail, render));
  }

  private Artifact kept(String role, String mediaType, Path file, Render render)
      throws IOException {
    StoredFile kept = files.put(file);
    boolean video = role.equals(Artifact.VIDEO);
    return new Artifact(
        role,
        kept.content(),
        mediaType,
        kept.bytes(),
        render.size().width(),
        render.size().height(),
        video ? render.duration().toMillis() : 0);
  }
}
