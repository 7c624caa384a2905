package app.photoplay.testkit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Writes a picture in sRGB with other numbers and says what they mean, as phones and programs do:
/// whoever reads that shows the same picture.
public final class MeantColours {
  /// Red, green and blue in XYZ under D50, as profiles hold them.
  public static double[] srgb() {
    return new double[] {
      0.43607, 0.22249, 0.01392, 0.38515, 0.71687, 0.09708, 0.14307, 0.06061, 0.7141
    };
  }

  public static double[] displayP3() {
    return new double[] {
      0.51512, 0.2412, -0.00105, 0.29198, 0.69225, 0.04189, 0.1571, 0.06657, 0.78407
    };
  }

  public static double[] adobe() {
    return new double[] {
      0.60974, 0.31111, 0.01947, 0.20528, 0.62567, 0.06087, 0.14919, 0.06322, 0.74457
    };
  }

  private MeantColours() {}

  /// A chunk of a PNG before its pixels.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Chunk(String type, byte[] content) {}

  /// A PNG with 16 bits a channel.
  ///
  /// @param matrix from linear light of sRGB to that of the numbers, row by row
  /// @param curve from light to numbers
  public static byte[] png(
      BufferedImage picture, double[] matrix, DoubleUnaryOperator curve, Chunk... chunks)
      throws Exception {
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    try (DeflaterOutputStream packed = new DeflaterOutputStream(rows)) {
      for (int y = 0; y < picture.getHeight(); y++) {
        packed.write(0);
        for (int x = 0; x < picture.getWidth(); x++) {
          int colour = picture.getRGB(x, y);
          double[] light = {
            light(colour >> 16 & 255), light(colour >> 8 & 255), light(colour & 255)
          };
          for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
              sum += matrix[3 * row + i] * light[i];
            }
            long number =
                Math.round(65_535 * Math.clamp(curve.applyAsDouble(Math.max(0, sum)), 0, 1));
            packed.write((int) (number >> 8));
            packed.write((int) number);
          }
        }
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer head = ByteBuffer.allocate(13);
    head.putInt(picture.getWidth()).putInt(picture.getHeight()).put((byte) 16).put((byte) 2);
    chunk(png, new Chunk("IHDR", head.array()));
    for (Chunk chunk : chunks) {
      chunk(png, chunk);
    }
    chunk(png, new Chunk("IDAT", rows.toByteArray()));
    chunk(png, new Chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  /// The same file with chunks behind its head.
  public static byte[] with(byte[] png, Chunk... chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    for (Chunk chunk : chunks) {
      chunk(out, chunk);
    }
    out.write(png, 33, png.length - 33);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, Chunk chunk) {
    byte[] named = chunk.type().getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(named);
    sum.update(chunk.content());
    png.writeBytes(ByteBuffer.allocate(4).putInt(chunk.content().length).array());
    png.writeBytes(named);
    png.writeBytes(chunk.content());
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  /// A small profile (ICC version 2) with these primaries and this gamma for all.
  public static Chunk profile(double[] primaries, double gamma) throws Exception {
    ByteArrayOutputStream tags = new ByteArrayOutputStream();
    int at = 128 + 4 + 12 * 9;
    ByteBuffer table = ByteBuffer.allocate(4 + 12 * 9).putInt(9);
    String[] names = {"rXYZ", "gXYZ", "bXYZ", "wtpt", "rTRC", "gTRC", "bTRC", "desc", "cprt"};
    for (int i = 0; i < names.length; i++) {
      byte[] tag =
          switch (i) {
            case 0, 1, 2 -> xyz(primaries[3 * i], primaries[3 * i + 1], primaries[3 * i + 2]);
            case 3 -> xyz(0.9642, 1, 0.8249);
            case 4, 5, 6 ->
                ByteBuffer.allocate(16)
                    .put(letters("curv"))
                    .putInt(8, 1)
                    .putShort(12, (short) Math.round(gamma * 256))
                    .array();
            case 7 ->
                ByteBuffer.allocate(96)
                    .put(letters("desc"))
                    .putInt(8, 5)
                    .put(12, letters("test"))
                    .array();
            default -> ByteBuffer.allocate(16).put(letters("text")).put(8, letters("none")).array();
          };
      table.put(letters(names[i])).putInt(at + tags.size()).putInt(tag.length);
      tags.writeBytes(tag);
    }
    ByteBuffer whole = ByteBuffer.allocate(at + tags.size());
    whole.putInt(whole.limit()).putInt(0).putInt(0x02400000).put(letters("mntrRGB XYZ "));
    whole
        .put(36, letters("acsp"))
        .putInt(68, fixed(0.9642))
        .putInt(72, fixed(1))
        .putInt(76, fixed(0.8249));
    whole.put(128, table.array()).put(at, tags.toByteArray());
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(letters("test\0\0"));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(chunk)) {
      packed.write(whole.array());
    }
    return new Chunk("iCCP", chunk.toByteArray());
  }

  private static byte[] xyz(double x, double y, double z) {
    return ByteBuffer.allocate(20)
        .put(letters("XYZ "))
        .putInt(8, fixed(x))
        .putInt(12, fixed(y))
        .putInt(16, fixed(z))
        .array();
  }

  private static int fixed(double value) {
    return (int) Math.round(value * 65_536);
  }

  private static byte[] letters(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Numbers of a chunk, each in so many bytes.
  public static Chunk numbers(String type, int bytes, int... numbers) {
    ByteBuffer content = ByteBuffer.allocate(bytes * numbers.length);
    for (int number : numbers) {
      if (bytes == 4) {
        content.putInt(number);
      } else {
        content.put((byte) number);
      }
    }
    return new Chunk(type, content.array());
  }

  /// From linear light of one set of primaries to another, both in XYZ.
  public static double[] between(double[] from, double[] to) {
    double[] inverse = inverse(transposed(to));
    double[] there = transposed(from);
    double[] product = new double[9];
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 3; k++) {
        product[i] += inverse[i / 3 * 3 + k] * there[3 * k + i % 3];
      }
    }
    return product;
  }

  private static double[] transposed(double[] m) {
    return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
  }

  private static double[] inverse(double[] m) {
    double[] inverse = new double[9];
    double whole = 0;
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        int r1 = (i + 1) % 3 * 3;
        int r2 = (i + 2) % 3 * 3;
        int c1 = (k + 1) % 3;
        int c2 = (k + 2) % 3;
        inverse[3 * k + i] = m[r1 + c1] * m[r2 + c2] - m[r1 + c2] * m[r2 + c1];
      }
    }
    for (int k = 0; k < 3; k++) {
      whole += m[k] * inverse[3 * k];
    }
    for (int i = 0; i < 9; i++) {
      inverse[i] /= whole;
    }
    return inverse;
  }

  /// Linear light of a number of sRGB.
  private static double light(int number) {
    double value = number / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
