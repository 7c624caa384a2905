package app.photoplay.media.stitch;

import app.photoplay.media.Size;
import app.photoplay.media.sound.stereo.Sound;
import app.photoplay.media.tool.Ffmpeg;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small clips made by the embedded ffmpeg's test sources, and what is decoded of films.
final class TestClips {
  static final Format FORMAT = new Format(new Size(320, 180), 25, 2_000_000);
  static final Ffmpeg FFMPEG = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));
  static final ClipTransition FADE = ClipTransition.crossfade(12);

  private TestClips() {}

  /// Encodes test sources: pictures, and sound unless it is empty.
  static Path source(Path file, String picture, String sound, String coding)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
    if (!sound.isEmpty()) {
      words.addAll(List.of("-f", "lavfi", "-i", sound));
    }
    EncoderArguments.add(
        words, coding.isEmpty() ? "-c:v libx264 -preset ultrafast -crf 12" : coding);
    EncoderArguments.add(words, "-pix_fmt yuv420p -c:a aac -b:a 192k -y");
    words.add(file.toString());
    run(words);
    return file;
  }

  /// A source brought to the format, with fades of 12 pictures at both ends.
  static Clip clip(Path source, Path folder) throws InterruptedException {
    Normaliser.Order order = new Normaliser.Order(FORMAT, FADE, FADE, folder);
    NormaliseResult arrival =
        new Normaliser(FFMPEG, 1).clip(source, NormaliseResult.Sender.PROVIDER, order);
    if (arrival instanceof NormaliseResult.Ready(Clip clip)) {
      return clip;
    }
    throw new AssertionError(arrival);
  }

  /// All pictures of a file as planes Y, U and V.
  static List<byte[]> pictures(Path video) throws IOException, InterruptedException {
    byte[] all = run(List.of("-i", video.toString(), "-f", "rawvideo", "-pix_fmt", "yuv420p", "-"));
    List<byte[]> pictures = new ArrayList<>();
    int size = 320 * 180 * 3 / 2;
    for (int at = 0; at + size <= all.length; at += size) {
      byte[] picture = new byte[size];
      System.arraycopy(all, at, picture, 0, size);
      pictures.add(picture);
    }
    return pictures;
  }

  /// The sound as a player hears it.
  static Sound sound(Path video) throws IOException, InterruptedException {
    byte[] all = run(List.of("-i", video.toString(), "-vn", "-f", "f32le", "-ac", "2", "-"));
    return Sound.floats(new ByteArrayInputStream(all), all.length / 8);
  }

  /// What ffmpeg prints on its standard output, or on the other channel when that is empty.
  static byte[] run(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(FFMPEG.binary().path().toString()));
    command.addAll(List.of("-nostdin", "-hide_banner"));
    command.addAll(words);
    Path said = Files.createTempFile("ffmpeg", ".log");
    try {
      Process process = new ProcessBuilder(command).redirectError(said.toFile()).start();
      byte[] bytes;
      try (InputStream out = process.getInputStream()) {
        bytes = out.readAllBytes();
      }
      if (process.waitFor() != 0) {
        throw new AssertionError(Files.readString(said));
      }
      return bytes.length > 0 ? bytes : Files.readAllBytes(said);
    } finally {
      Files.delete(said);
    }
  }

  /// How alike two pictures are, in dB.
  static double psnr(byte[] one, byte[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double difference = (one[i] & 255) - (other[i] & 255);
      sum += difference * difference;
    }
    return sum == 0 ? 99 : 10 * Math.log10(255.0 * 255 * one.length / sum);
  }
}
