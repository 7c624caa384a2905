package app.photoplay.media.stitch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A finished film and what came of making it.
///
/// @param video an MP4: H.264, AAC, index first, both streams from 0.000 s
/// @param frames how many pictures
/// @param encoded how many of them were encoded again; the others are the clips' very bytes
/// @param lufs measured integrated loudness; negative infinity for a silent film
/// @param peak measured true peak in dBTP
/// @param standIns the places, from 0, of the clips that stand for missing scenes
public record Film(
    Path video,
    int frames,
    Duration length,
    int encoded,
    double lufs,
    double peak,
    List<Integer> standIns) {
  public Film {
    standIns = List.copyOf(standIns);
  }
}
