package app.photoplay.media.stitch;

import app.photoplay.media.video.VideoEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// ffmpeg's words for the one coding that all pictures of a film share.
final class EncoderArguments {
  /// Marks the pictures as what they are, whatever a decoder or pipe forgot to say.
  static final String MARKED =
      "setsar=1,setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709";

  /// Units of an MP4's time for each picture.
  static final int UNITS = 512;

  private EncoderArguments() {}

  /// The output to a file, coded so that pieces of several files can follow each other, no picture
  /// skipped.
  ///
  /// @param keys pictures at which a group must begin, besides one every two seconds
  static List<String> output(Format format, int threads, IntStream keys, Path target) {
    int rate = format.framesPerSecond();
    // ffmpeg rounds to whole pictures: a quarter early is nearest to no other one, whatever the
    // sixth digit became
    String times =
        keys.filter(key -> key > 0)
            .sorted()
            .mapToObj(key -> String.format(Locale.ROOT, "%.6f", (key - 0.25) / rate))
            .collect(Collectors.joining(","));
    List<String> words = new ArrayList<>();
    words.addAll(VideoEncoder.coding(rate, format.bitsPerSecond(), VideoEncoder.Effort.LITTLE));
    add(words, "-an -threads " + threads + " -g " + 2 * rate + " -r " + rate);
    if (!times.isEmpty()) {
      add(words, "-force_key_frames " + times);
    }
    add(words, "-map_metadata -1 -f mp4");
    words.add("file:" + target.toAbsolutePath());
    return words;
  }

  /// Raw pictures through the standard input.
  static List<String> raw(Format format, String pixels) {
    List<String> words = new ArrayList<>();
    add(words, "-hide_banner -nostdin -loglevel error -y -protocol_whitelist file,pipe");
    add(words, "-f rawvideo -pixel_format " + pixels + " -video_size " + format.size());
    add(words, "-framerate " + format.framesPerSecond() + " -i pipe:0");
    return words;
  }

  static void add(List<String> words, String more) {
    words.addAll(List.of(more.split(" ", -1)));
  }
}
