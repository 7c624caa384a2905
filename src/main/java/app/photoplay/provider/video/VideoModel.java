package app.photoplay.provider.video;

import app.photoplay.provider.Model;
import app.photoplay.provider.Render;
import java.util.List;

/// Makes one animated shot from words, a picture, or both. The video has a sound only where there
/// is something to hear.
public interface VideoModel extends Model<ShotNeed, VideoPrompt, Render> {

  /// Whether words without a picture mean anything to it, so that people need not wait for what has
  /// nothing to do with them. Quick, without network.
  default boolean understands(String words) {
    return true;
  }

  /// The words of a text that it understands otherwise and that it would leave out. Quick, without
  /// network.
  default List<String> unseen(String words) {
    return List.of();
  }
}
