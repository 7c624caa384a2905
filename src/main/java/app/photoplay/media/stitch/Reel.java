package app.photoplay.media.stitch;

import app.photoplay.media.stitch.Mp4Track.Group;
import app.photoplay.media.stitch.Mp4Track.Sample;
import app.photoplay.media.stitch.Plan.Place;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Decodes the wanted pictures of many clips one after another with a single ffmpeg: the groups
/// that hold them are put into one file first, so that nothing else is decoded and no time is
/// searched.
final class Reel implements AutoCloseable {
  private final ToolProcess process;
  private final InputStream pictures;
  private final List<Integer> positions;
  private int next;
  private int at;

  private Reel(ToolProcess process, List<Integer> positions) {
    this.process = process;
    this.pictures = process.output();
    this.positions = positions;
  }

  /// @param wanted pictures in the order in which they are in clip and film, at least one
  static Reel open(
      StitchWorkspace shop, String name, List<Mp4Track> clips, List<Place> wanted, Format format)
      throws IOException {
    List<List<Sample>> groups = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    int begin = 0;
    int end = 0;
    Place first = new Place(-1, 0);
    Group group = new Group(0, 0);
    for (Place place : wanted) {
      if (place.clip() != first.clip() || place.frame() >= group.end()) {
        Mp4Track clip = clips.get(place.clip());
        group =
            clip.groups().stream()
                .filter(it -> it.first() <= place.frame() && place.frame() < it.end())
                .findFirst()
                .orElseThrow();
        first = new Place(place.clip(), group.first());
        groups.add(clip.samples().subList(group.first(), group.end()));
        begin = end;
        end += group.size();
      }
      positions.add(begin + place.frame() - group.first());
    }
    Path file = shop.file(name);
    Mp4Track track = Mp4Track.joined(clips.getFirst(), groups);
    Mp4Writer.write(file, List.of(track), Map.of(), end, format.framesPerSecond());
    List<String> words = new ArrayList<>();
    EncoderArguments.add(
        words, "-hide_banner -nostdin -loglevel error -protocol_whitelist file,pipe");
    EncoderArguments.add(words, "-threads 1 -f mov -i file:");
    words.set(words.size() - 1, "file:" + file.toAbsolutePath());
    EncoderArguments.add(words, "-map 0:v:0 -f rawvideo -pix_fmt yuv420p pipe:1");
    Duration limit = Duration.ofMinutes(2).plusSeconds(end);
    return new Reel(shop.startDecoding(words, limit), List.copyOf(positions));
  }

  /// Reads the next wanted picture.
  ///
  /// @param picture its planes Y, U and V
  void read(byte[] picture) throws IOException, InterruptedException {
    int position = positions.get(next++);
    boolean whole = true;
    for (; at <= position; at++) {
      whole &= pictures.readNBytes(picture, 0, picture.length) == picture.length;
    }
    if (!whole) {
      process.finish();
      throw new IOException("a clip has fewer pictures than it says");
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
