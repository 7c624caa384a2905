package app.photoplay.provider.local;

import app.photoplay.media.caption.Overlay;
import app.photoplay.media.face.Face;
import app.photoplay.media.video.VideoEncoder;
import java.util.List;

/// The frames of a video that is made of one photo.
interface PhotoFrames extends VideoEncoder.Planes {
  /// What a label would cover.
  ///
  /// @param faces of the photo, in its pixels
  Overlay.Behind behind(List<Face> faces);
}
