package app.photoplay.media.stitch;

import app.photoplay.media.foreign.ForeignFile;
import app.photoplay.media.stitch.Mp4Track.Sample;
import app.photoplay.media.tool.Output;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Finds out whether the pictures of a file are coded as the film's are, so that they need not be
/// coded again: the same parameter sets, one duration, whole and closed groups.
final class ReadyPicture {
  /// A group that is longer makes a transition dear.
  private static final int LONGEST_GROUP_SECONDS = 2;

  private static final int IDR = 5;
  private static final int SLICES = 5;

  private static final Map<Coder, ByteBuffer> PARAMETERS = new ConcurrentHashMap<>();

  private ReadyPicture() {}

  private record Coder(Path ffmpeg, Format format) {}

  /// Whether the pictures can be copied.
  ///
  /// @throws IOException when our own encoder cannot be asked
  static boolean in(ForeignFile source, Normaliser.Order order, Path ffmpeg)
      throws IOException, InterruptedException {
    Format format = order.format();
    if (!source.demuxer().equals("mov")
        || !source.tagged()
        || !source.size().filter(format.size()::equals).isPresent()) {
      return false;
    }
    Mp4Track track;
    try {
      track = Mp4Reader.track(source.file(), "vide");
      if (!regular(track, format) || !whole(source, track, format) || !closed(track)) {
        return false;
      }
    } catch (IOException e) {
      return false; // it was not our ffmpeg that wrote it: there is another way
    }
    return track.parameters().equals(parameters(new Coder(ffmpeg, format), order.folder()));
  }

  /// Whether every picture is shown for the same time, from the first on.
  private static boolean regular(Mp4Track track, Format format) {
    int step = EncoderArguments.UNITS;
    return track.timescale() == format.framesPerSecond() * step
        && track.samples().size() <= format.frames(ForeignFile.MOST_SECONDS)
        && track.samples().getFirst().key()
        && track.samples().stream().allMatch(it -> it.duration() == step && it.shift() >= 0)
        && track.samples().getFirst().shift() == track.skipped()
        && track.groups().stream()
            .allMatch(it -> it.size() <= LONGEST_GROUP_SECONDS * format.framesPerSecond());
  }

  /// Whether the file has all that its index tells of, and players show all of that.
  private static boolean whole(ForeignFile source, Mp4Track track, Format format)
      throws IOException {
    long size = Files.size(source.file());
    double shown = source.indexedSeconds().orElse(0.0);
    return track.samples().stream().allMatch(it -> it.offset() + it.size() <= size)
        && Math.abs(shown * format.framesPerSecond() - track.samples().size()) < 0.1;
  }

  /// Whether decoding can begin anew at every key picture (IDR), so that nothing refers across.
  private static boolean closed(Mp4Track track) throws IOException {
    try (FileChannel file = FileChannel.open(track.samples().getFirst().file())) {
      for (Sample sample : track.samples()) {
        if (sample.key() && firstSlice(file, sample) != IDR) {
          return false;
        }
      }
    }
    return true;
  }

  /// The type of the first unit with a part of the picture, behind what tells about it.
  private static int firstSlice(FileChannel file, Sample sample) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(5);
    long at = sample.offset();
    while (at + head.capacity() <= sample.offset() + sample.size()) {
      if (file.read(head.clear(), at) < head.capacity()) {
        throw new IOException("the file ends within a picture");
      }
      int type = head.get(4) & 31;
      if (type >= 1 && type <= SLICES) {
        return type;
      }
      at += 4 + Integer.toUnsignedLong(head.getInt(0));
    }
    return 0;
  }

  /// The parameter sets that our encoder gives pictures of the format.
  private static ByteBuffer parameters(Coder coder, Path beside)
      throws IOException, InterruptedException {
    ByteBuffer known = PARAMETERS.get(coder);
    if (known == null) {
      Path sample = Files.createTempFile(beside.toAbsolutePath().getParent(), "sample", ".mp4");
      try {
        List<String> words = new ArrayList<>();
        EncoderArguments.add(words, "-hide_banner -nostdin -loglevel error -y -f lavfi -i");
        words.add("color=black:s=%s:r=%d".formatted(coder.format().size(), rate(coder)));
        EncoderArguments.add(words, "-frames:v 1 -pix_fmt yuv420p -vf " + EncoderArguments.MARKED);
        words.addAll(EncoderArguments.output(coder.format(), 1, IntStream.empty(), sample));
        Duration limit = Duration.ofMinutes(1);
        ToolProcess.run(coder.ffmpeg(), words, limit, new Output.Mp4(sample, 1, 0));
        known = Mp4Reader.track(sample, "vide").parameters();
        PARAMETERS.put(coder, known);
      } finally {
        Files.deleteIfExists(sample);
      }
    }
    return known;
  }

  private static int rate(Coder coder) {
    return coder.format().framesPerSecond();
  }
}
