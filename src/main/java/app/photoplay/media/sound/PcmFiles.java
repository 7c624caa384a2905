package app.photoplay.media.sound;

import app.photoplay.media.sound.PcmSound.Coding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Files of samples that need no decoder, but for WAV: AIFF and AIFF-C (Apple, 1991), Core Audio
/// Format (Apple, 1.0), and Sun's and NeXT's AU.
final class PcmFiles {
  /// With less of what it states a file is cut off.
  private static final double ENOUGH = 0.9;

  private static final int AU_UNKNOWN_LENGTH = -1;

  private PcmFiles() {}

  /// @throws SoundUnknown when samples are coded otherwise
  static PcmSound aiff(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).position(12);
    ByteBuffer common = null;
    while (in.remaining() >= 8) {
      String name = letters(in, in.position());
      long stated = Integer.toUnsignedLong(in.getInt(in.position() + 4));
      in.position(in.position() + 8);
      int length = (int) Math.min(stated, in.remaining());
      ByteBuffer part = in.slice(in.position(), length);
      if (name.equals("COMM")) {
        common = part;
      } else if (name.equals("SSND") && common != null) {
        int skipped = 8 + part.getInt(0);
        return aiff(common, whole(part, Math.clamp(skipped, 8, length), stated));
      }
      in.position((int) Math.min(in.limit(), in.position() + length + (stated & 1)));
    }
    throw new SoundBroken("no samples");
  }

  private static PcmSound aiff(ByteBuffer common, ByteBuffer data) {
    String kind = common.limit() >= 22 ? letters(common, 18) : "NONE";
    int bytes = (common.getShort(6) + 7) / 8;
    ByteOrder order = kind.equals("sowt") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    Coding coding =
        switch (kind) {
          case "NONE", "twos", "sowt", "in24", "in32" -> Coding.SIGNED;
          case "raw " -> Coding.UNSIGNED;
          case "fl32", "FL32", "fl64", "FL64" -> Coding.FLOAT;
          case "ulaw", "ULAW" -> Coding.MU_LAW;
          case "alaw", "ALAW" -> Coding.A_LAW;
          default -> throw new SoundUnknown("AIFF-C of " + kind);
        };
    boolean telephony = coding == Coding.MU_LAW || coding == Coding.A_LAW;
    return new PcmSound(
        data.order(order),
        coding,
        telephony ? 1 : bytes,
        common.getShort(0),
        (int) Math.rint(extended(common.getShort(8), common.getLong(10))));
  }

  /// A number of 80 bit (IEEE 754 extended).
  private static double extended(short exponent, long mantissa) {
    double value = (mantissa >>> 1) * 2.0;
    return Math.scalb(value, (exponent & 0x7FFF) - 16383 - 63);
  }

  /// @throws SoundUnknown when samples are coded otherwise
  static PcmSound au(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    int begin = in.getInt(4);
    int stated = in.getInt(8);
    if (begin < 24 || begin > file.length) {
      throw new SoundBroken("no samples");
    }
    int behind = file.length - begin;
    long length = stated == AU_UNKNOWN_LENGTH ? behind : Integer.toUnsignedLong(stated);
    ByteBuffer data = in.slice(begin, (int) Math.min(length, behind));
    int kind = in.getInt(12);
    Coding coding =
        switch (kind) {
          case 1 -> Coding.MU_LAW;
          case 2, 3, 4, 5 -> Coding.SIGNED;
          case 6, 7 -> Coding.FLOAT;
          case 27 -> Coding.A_LAW;
          default -> throw new SoundUnknown("AU of kind " + kind);
        };
    int bytes =
        switch (kind) {
          case 3 -> 2;
          case 4 -> 3;
          case 5, 6 -> 4;
          case 7 -> 8;
          default -> 1;
        };
    return new PcmSound(whole(data, 0, length), coding, bytes, in.getInt(20), in.getInt(16));
  }

  /// @throws SoundUnknown when samples are coded otherwise
  static PcmSound caf(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).position(8);
    ByteBuffer description = null;
    while (in.remaining() >= 12) {
      String name = letters(in, in.position());
      long stated = in.getLong(in.position() + 4);
      in.position(in.position() + 12);
      long counted = stated < 0 && name.equals("data") ? in.remaining() : stated;
      int length = Math.clamp(counted, 0, in.remaining());
      ByteBuffer part = in.slice(in.position(), length);
      if (name.equals("desc")) {
        description = part;
        coding(part); // what is not known needs no look at its samples
      } else if (name.equals("data") && description != null && length >= 4) {
        return caf(description, whole(part, 4, counted));
      }
      in.position(in.position() + length);
    }
    throw new SoundBroken("no samples");
  }

  private static PcmSound caf(ByteBuffer description, ByteBuffer data) {
    boolean little = (description.getInt(12) & 2) != 0;
    return new PcmSound(
        data.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN),
        coding(description),
        (description.getInt(28) + 7) / 8,
        description.getInt(24),
        (int) Math.rint(description.getDouble(0)));
  }

  private static Coding coding(ByteBuffer description) {
    String kind = letters(description, 8);
    return switch (kind) {
      case "lpcm" -> (description.getInt(12) & 1) != 0 ? Coding.FLOAT : Coding.SIGNED;
      case "ulaw" -> Coding.MU_LAW;
      case "alaw" -> Coding.A_LAW;
      default -> throw new SoundUnknown("CAF of " + kind);
    };
  }

  /// The samples, if most of what was stated is there.
  private static ByteBuffer whole(ByteBuffer part, int begin, long stated) {
    if (part.limit() < ENOUGH * stated) {
      throw new SoundBroken("cut off");
    }
    return part.slice(begin, part.limit() - begin);
  }

  private static String letters(ByteBuffer in, int at) {
    byte[] letters = new byte[4];
    in.get(at, letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }
}
