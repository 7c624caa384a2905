package app.photoplay.media.sound;

import app.photoplay.media.sound.PcmSound.Coding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// WAV with samples as numbers or as in telephony, also longer than its 32 bits can tell: RF64 and
/// BW64 (ITU-R BS.2088), and Sony's Wave64.
final class WavSound {
  private static final int FORMAT = 0x20746d66; // "fmt "
  private static final int DATA = 0x61746164; // "data"
  private static final int LENGTHS = 0x34367364; // "ds64"
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;

  /// Who writes into a pipe states a length near or above this one, or none, not knowing it.
  private static final long UNKNOWN = 0x7FFF0000;

  /// With less of what it states a file is cut off.
  private static final double ENOUGH = 0.9;

  /// The name of a part of Wave64, which begins with four letters, and its length.
  private static final int WIDE_HEAD = 24;

  private WavSound() {}

  /// Reads the parts of a file.
  ///
  /// @throws SoundBroken when it holds no samples, or few of those it states
  /// @throws SoundUnknown when they are coded otherwise
  static PcmSound of(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(12);
    ByteBuffer format = null;
    long real = 0;
    while (in.remaining() >= 8) {
      int name = in.getInt();
      long stated = in.getInt() & 0xFFFFFFFFL;
      int length = (int) Math.min(stated, in.remaining());
      if (name == DATA && format != null) {
        boolean written = stated > 0 && stated < UNKNOWN;
        long told = written ? stated : real;
        return of(format, samples(in, told));
      }
      ByteBuffer part = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      if (name == FORMAT && length >= 16) {
        format = part;
      } else if (name == LENGTHS && length >= 16) {
        real = Math.max(0, part.getLong(8));
      }
      in.position((int) Math.min(in.limit(), in.position() + length + (stated & 1)));
    }
    throw new SoundBroken("no samples");
  }

  /// The same of Wave64, whose parts begin at multiples of eight.
  static PcmSound wide(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(40);
    ByteBuffer format = null;
    while (in.remaining() >= WIDE_HEAD) {
      int name = in.getInt(in.position());
      long stated = in.getLong(in.position() + 16) - WIDE_HEAD;
      in.position(in.position() + WIDE_HEAD);
      if (name == DATA && format != null) {
        return of(format, samples(in, Math.max(0, stated)));
      }
      int length = Math.clamp(stated, 0, in.remaining());
      if (name == FORMAT && length >= 16) {
        format = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      }
      in.position(Math.min(in.limit(), in.position() + length + 7 & ~7));
    }
    throw new SoundBroken("no samples");
  }

  /// @param told how many bytes of them there are; 0 when nobody knows
  private static ByteBuffer samples(ByteBuffer in, long told) {
    int length = told == 0 ? in.remaining() : (int) Math.min(told, in.remaining());
    if (length < ENOUGH * told) {
      throw new SoundBroken("cut off");
    }
    return in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static PcmSound of(ByteBuffer format, ByteBuffer data) {
    int kind = format.getShort(0) & 0xFFFF;
    if (kind == EXTENSIBLE && format.limit() >= 26) {
      kind = format.getShort(24) & 0xFFFF;
    }
    int bits = format.getShort(14) & 0xFFFF;
    Coding coding =
        switch (kind) {
          case PCM -> bits <= 8 ? Coding.UNSIGNED : Coding.SIGNED;
          case FLOAT -> Coding.FLOAT;
          case A_LAW -> Coding.A_LAW;
          case MU_LAW -> Coding.MU_LAW;
          default -> throw new SoundUnknown("WAV of format " + kind);
        };
    return new PcmSound(data, coding, (bits + 7) / 8, format.getShort(2), format.getInt(4));
  }
}
