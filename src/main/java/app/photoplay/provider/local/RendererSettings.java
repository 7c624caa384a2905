package app.photoplay.provider.local;

import app.photoplay.budget.price.Unit;
import app.photoplay.config.Section;
import app.photoplay.config.Values;
import app.photoplay.media.Quality;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The local renderer.
///
/// @param ffmpeg an executable file; empty = the one on the PATH, else the one that comes along
/// @param simultaneous how many videos are rendered at the same time
/// @param threads how many threads draw and encode one video
/// @param defaultQuality of orders that state none
public record RendererSettings(
    Optional<Path> ffmpeg, int simultaneous, int threads, Quality defaultQuality) {

  private static final List<String> ITEMS =
      List.of(
          "talk-economy",
          "talk-standard",
          "talk-premium",
          "clip-economy",
          "clip-standard",
          "clip-premium",
          "speech");

  /// What may be charged for, all of it by the second of result.
  public static SequencedMap<String, Unit> priced() {
    SequencedMap<String, Unit> priced = new LinkedHashMap<>();
    ITEMS.forEach(item -> priced.put("local." + item, Unit.SECOND));
    return priced;
  }

  /// Reads the section `renderer`.
  public static RendererSettings read(Section renderer) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new RendererSettings(
        renderer.value("ffmpeg", "", Values.PROGRAM),
        renderer.value("simultaneous", "" + Math.clamp(cores / 2, 1, 64), Values.whole(1, 64)),
        renderer.value("threads", "" + Math.min(cores, 2), Values.whole(1, 64)),
        renderer.value("default-quality", "standard", Values.oneOf(Quality.class)));
  }
}
