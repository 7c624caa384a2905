package app.photoplay.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Decodes finished videos with the ffmpeg of the test.
public final class DecodedVideo {
  private DecodedVideo() {}

  /// The brightness of a part of each picture, row by row.
  public static List<byte[]> grey(Path ffmpeg, Path video, int x, int y, int width, int height)
      throws IOException {
    byte[] all =
        output(
            ffmpeg,
            List.of("-i", video.toString(), "-an", "-vf"),
            List.of(
                "crop=%d:%d:%d:%d".formatted(width, height, x, y),
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "-"));
    List<byte[]> pictures = new ArrayList<>();
    for (int at = 0; at + width * height <= all.length; at += width * height) {
      byte[] picture = new byte[width * height];
      System.arraycopy(all, at, picture, 0, picture.length);
      pictures.add(picture);
    }
    return pictures;
  }

  /// The sound as samples at 48 kHz, mono.
  public static short[] sound(Path ffmpeg, Path video) throws IOException {
    byte[] all =
        output(
            ffmpeg,
            List.of("-i", video.toString(), "-vn"),
            List.of("-f", "s16le", "-ac", "1", "-ar", "48000", "-"));
    short[] samples = new short[all.length / 2];
    ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    return samples;
  }

  /// The first time stamp of each stream after decoding, in seconds.
  public static List<Double> starts(Path ffmpeg, Path video) throws IOException {
    String lines =
        new String(
            output(
                ffmpeg,
                List.of("-copyts", "-i", video.toString(), "-map", "0"),
                List.of("-f", "framecrc", "-")),
            StandardCharsets.UTF_8);
    List<Double> bases = new ArrayList<>();
    List<Double> starts = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      if (line.startsWith("#tb ")) {
        String[] ratio = line.substring(line.indexOf(':') + 1).strip().split("/", -1);
        bases.add(Double.parseDouble(ratio[0]) / Double.parseDouble(ratio[1]));
        starts.add(Double.NaN);
      } else if (!line.startsWith("#") && !line.isBlank()) {
        String[] fields = line.split(",", -1);
        int stream = Integer.parseInt(fields[0].strip());
        if (starts.get(stream).isNaN()) {
          starts.set(stream, Double.parseDouble(fields[2].strip()) * bases.get(stream));
        }
      }
    }
    return starts;
  }

  private static byte[] output(Path ffmpeg, List<String> input, List<String> output)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(ffmpeg.toString(), "-nostdin", "-loglevel", "error"));
    command.addAll(input);
    command.addAll(output);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream in = process.getInputStream()) {
      return in.readAllBytes();
    }
  }
}
