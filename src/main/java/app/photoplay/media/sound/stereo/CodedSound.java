package app.photoplay.media.sound.stereo;

import app.photoplay.media.sound.Loudness;
import app.photoplay.media.tool.Output;
import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Sound as players hear it: coded and listened to afterwards.
///
/// @param file AAC in an MP4
/// @param lufs integrated loudness of what a player hears; negative infinity for silence
/// @param peak true peak of the same in dBTP
public record CodedSound(Path file, double lufs, double peak) {
  private static final double LOUDNESS = -16;
  private static final double HIGHEST_PEAK = -1;

  /// Coding raises peaks by about this much.
  private static final double ROOM = 0.7;

  /// What coding may change about the loudness; it cuts the highest tones off.
  private static final double CLOSE = 0.2;

  private static final int ROUNDS = 4;
  private static final int BLOCK = 1 << 14;

  /// Starts ffmpegs.
  public interface Tools {
    /// One that is fed.
    ToolProcess start(List<String> words, Duration limit);

    /// One whose output is read.
    ToolProcess startDecoding(List<String> words, Duration limit);
  }

  /// Brings the sound to its loudness and codes it; when coding changed the loudness or raised a
  /// peak over what is allowed, once more with that in mind.
  ///
  /// @param sound changed by this: coded once more it is as loud again
  /// @param target overwritten
  public static CodedSound of(Path ffmpeg, Sound sound, Path target)
      throws IOException, InterruptedException {
    return of(
        new Tools() {
          @Override
          public ToolProcess start(List<String> words, Duration limit) {
            return ToolProcess.start(ffmpeg, words, limit);
          }

          @Override
          public ToolProcess startDecoding(List<String> words, Duration limit) {
            return ToolProcess.startDecoding(ffmpeg, words, limit);
          }
        },
        sound,
        target);
  }

  /// The same with ffmpegs of the caller's.
  public static CodedSound of(Tools tools, Sound sound, Path target)
      throws IOException, InterruptedException {
    double ceiling = HIGHEST_PEAK - ROOM;
    double wanted = LOUDNESS;
    for (int round = 1; ; round++) {
      sound.bring(wanted, ceiling);
      encode(tools, sound, target);
      Sound heard = decode(tools, target, sound.length());
      double loudness = heard.loudness();
      double peak = heard.peak();
      boolean close = Double.isInfinite(loudness) || Math.abs(loudness - LOUDNESS) <= CLOSE;
      if ((peak <= HIGHEST_PEAK && close) || round == ROUNDS) {
        return new CodedSound(target, loudness, peak);
      }
      wanted += close ? 0 : LOUDNESS - loudness;
      ceiling -= peak <= HIGHEST_PEAK ? 0 : peak - HIGHEST_PEAK + 0.1;
    }
  }

  private static void encode(Tools tools, Sound sound, Path target)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    add(words, "-hide_banner -nostdin -loglevel error -y -protocol_whitelist file,pipe");
    add(words, "-f f32le -ar 48000 -ac 2 -i pipe:0 -c:a aac -b:a 128k -f mp4");
    words.add("file:" + target.toAbsolutePath());
    try (ToolProcess encoder = tools.start(words, limit(sound.length()))) {
      ByteBuffer bytes = ByteBuffer.allocate(8 * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
      try (OutputStream out = encoder.input()) {
        for (int at = 0; at < sound.length(); ) {
          FloatBuffer values = bytes.asFloatBuffer();
          int end = Math.min(sound.length(), at + BLOCK);
          for (; at < end; at++) {
            values.put(sound.left()[at]).put(sound.right()[at]);
          }
          out.write(bytes.array(), 0, 4 * values.position());
        }
      } catch (IOException e) {
        encoder.finish(); // when it ended by itself it says why
        throw e;
      }
      encoder.finish(new Output.Mp4(target, 0, sound.length() / (double) Sound.samples(1)));
    }
  }

  private static Sound decode(Tools tools, Path coded, int samples) throws IOException {
    List<String> words = new ArrayList<>();
    add(words, "-hide_banner -nostdin -loglevel error -protocol_whitelist file,pipe");
    words.addAll(List.of("-f", "mov", "-i", "file:" + coded.toAbsolutePath()));
    add(words, "-map 0:a:0 -f f32le -ar 48000 -ac 2 pipe:1");
    // what is behind the end is left unread: closing ends the decoder
    try (ToolProcess decoder = tools.startDecoding(words, limit(samples))) {
      return Sound.floats(decoder.output(), samples);
    }
  }

  private static Duration limit(int samples) {
    return Duration.ofMinutes(2).plusSeconds(samples / Loudness.SAMPLES_PER_SECOND);
  }

  private static void add(List<String> words, String more) {
    words.addAll(List.of(more.split(" ", -1)));
  }
}
