package app.photoplay.media.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Samples that stand one behind the other, each by itself: numbers of 8 to 64 bit, or the eight
/// bits of telephony (ITU-T G.711). Files of many kinds hold them.
///
/// @param data in the order of its bytes
/// @param bytes of one sample
record PcmSound(ByteBuffer data, Coding coding, int bytes, int channels, int rate)
    implements Recorded {
  /// How one sample is written.
  enum Coding {
    UNSIGNED,
    SIGNED,
    FLOAT,
    MU_LAW,
    A_LAW
  }

  /// What a recorder that goes over full scale writes as floating point may be louder by 60 dB.
  private static final double LOUDEST = 1000;

  PcmSound {
    boolean known =
        switch (coding) {
          case UNSIGNED, MU_LAW, A_LAW -> bytes == 1;
          case SIGNED -> bytes >= 1 && bytes <= 4;
          case FLOAT -> bytes == 4 || bytes == 8;
        };
    if (!known) {
      throw new SoundUnknown(coding + ", " + 8 * bytes + " bit");
    }
    new SoundBuffer(1).agree(channels, rate);
  }

  @Override
  public double seconds() {
    int samples = data.limit() / (bytes * channels);
    return (double) samples / rate;
  }

  @Override
  public void decode(SoundBuffer sound) {
    sound.agree(channels, rate);
    int frame = bytes * channels;
    for (int at = 0; at + frame <= data.limit() && !sound.full(); at += frame) {
      if (channels == 2) {
        sound.add(sample(at), sample(at + bytes));
        continue;
      }
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += sample(at + channel * bytes);
      }
      sound.add(sum / channels);
    }
  }

  /// The samples between two moments, in seconds.
  PcmSound part(double from, double to) {
    int frame = bytes * channels;
    int all = data.limit() / frame;
    int first = (int) Math.clamp(Math.rint(from * rate), 0, all);
    int last = (int) Math.clamp(Math.rint(to * rate), first, all);
    ByteBuffer between = data.slice(first * frame, (last - first) * frame).order(data.order());
    return new PcmSound(between, coding, bytes, channels, rate);
  }

  private double sample(int at) {
    return switch (coding) {
      case UNSIGNED -> ((data.get(at) & 0xFF) - 128) / 128.0;
      case SIGNED -> number(at);
      case FLOAT -> {
        double value = bytes == 4 ? data.getFloat(at) : data.getDouble(at);
        yield Double.isFinite(value) ? Math.clamp(value, -LOUDEST, LOUDEST) : 0;
      }
      case MU_LAW -> muLaw(data.get(at)) / 32768.0;
      case A_LAW -> aLaw(data.get(at)) / 32768.0;
    };
  }

  private double number(int at) {
    return switch (bytes) {
      case 1 -> data.get(at) / 128.0;
      case 2 -> data.getShort(at) / 32768.0;
      case 3 -> {
        boolean little = data.order() == ByteOrder.LITTLE_ENDIAN;
        int high = data.get(little ? at + 2 : at);
        int low = data.get(little ? at : at + 2) & 0xFF;
        yield (high << 16 | (data.get(at + 1) & 0xFF) << 8 | low) / 8388608.0;
      }
      default -> data.getInt(at) / 2147483648.0;
    };
  }

  private static int muLaw(byte coded) {
    int bits = ~coded;
    int size = (((bits & 0x0F) << 3) + 0x84) << ((bits & 0x70) >> 4);
    return (bits & 0x80) != 0 ? 0x84 - size : size - 0x84;
  }

  private static int aLaw(byte coded) {
    int bits = coded ^ 0x55;
    int segment = (bits & 0x70) >> 4;
    int size = ((bits & 0x0F) << 4) + 8;
    size = segment == 0 ? size : (size + 0x100) << (segment - 1);
    return (bits & 0x80) != 0 ? size : -size;
  }
}
