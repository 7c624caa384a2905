package app.photoplay.kind;

import app.photoplay.job.Artifact;
import app.photoplay.job.StoredFile;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.Render;
import app.photoplay.storage.ArtifactStore;
import java.io.IOException;
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

  /// Keeps the video, its cover and a thumbnail.
  public List<Artifact> keep(Render render) throws IOException {
    Path thumbnail = files.scratch(".jpg");
    if (pictures.read(render.cover()) instanceof PictureAnswer.Decoded(var cover)) {
      Pictures.writeThumbnail(cover, thumbnail);
    } else {
      throw new IOException("the cover cannot be read");
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
