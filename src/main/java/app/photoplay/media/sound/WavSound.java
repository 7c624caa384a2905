package app.photoplay.media.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// WAV with samples as numbers: 8, 16, 24 or 32 bit, or 32 bit floating point.
final class WavSound {
  private static final int FORMAT = 0x20746d66; // "fmt "
  private static final int DATA = 0x61746164; // "data"
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;

  /// Who writes into a pipe states a length near or above this one, not knowing it.
  private static final long UNKNOWN = 0x7FFF0000;

  /// With less of what it states a file is cut off.
  private static final double ENOUGH = 0.9;

  private final ByteBuffer data;
  private final int kind;
  private final int channels;
  private final int rate;
  private final int bytes;

  private WavSound(ByteBuffer data, int kind, int channels, int rate, int bytes) {
    this.data = data;
    this.kind = kind;
    this.channels = channels;
    this.rate = rate;
    this.bytes = bytes;
  }

  static WavSound of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(12);
    ByteBuffer format = null;
    while (in.remaining() >= 8) {
      int name = in.getInt();
      long stated = in.getInt() & 0xFFFFFFFFL;
      int length = (int) Math.min(stated, in.remaining());
      ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      if (name == FORMAT && length >= 16) {
        format = part;
      } else if (name == DATA && format != null) {
        if (stated < UNKNOWN && length < ENOUGH * stated) {
          throw new SoundBroken("cut off");
        }
        return of(format, part);
      }
      in.position((int) Math.min(in.limit(), in.position() + length + (stated & 1)));
    }
    throw new SoundBroken("no samples");
  }

  private static WavSound of(ByteBuffer format, ByteBuffer data) {
    int kind = format.getShort(0) & 0xFFFF;
    if (kind == EXTENSIBLE && format.limit() >= 26) {
      kind = format.getShort(24) & 0xFFFF;
    }
    int bits = format.getShort(14);
    boolean known = kind == PCM && bits % 8 == 0 && bits >= 8 && bits <= 32;
    if (!known && !(kind == FLOAT && bits == 32)) {
      throw new SoundBroken("format " + kind + ", " + bits + " bit");
    }
    WavSound sound = new WavSound(data, kind, format.getShort(2), format.getInt(4), bits / 8);
    new SoundBuffer(1).agree(sound.channels, sound.rate);
    return sound;
  }

  double seconds() {
    return (double) data.limit() / (bytes * channels) / rate;
  }

  void decode(SoundBuffer sound) {
    sound.agree(channels, rate);
    int frame = bytes * channels;
    for (int at = 0; at + frame <= data.limit() && !sound.full(); at += frame) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += sample(at + channel * bytes);
      }
      sound.add(sum / channels);
    }
  }

  private double sample(int at) {
    if (kind == FLOAT) {
      float value = data.getFloat(at);
      return Float.isFinite(value) ? Math.clamp(value, -1, 1) : 0;
    }
    return switch (bytes) {
      case 1 -> ((data.get(at) & 0xFF) - 128) / 128.0;
      case 2 -> data.getShort(at) / 32768.0;
      case 3 -> ((data.getShort(at) & 0xFFFF) | data.get(at + 2) << 16) / 8388608.0;
      default -> data.getInt(at) / 2147483648.0;
    };
  }
}
