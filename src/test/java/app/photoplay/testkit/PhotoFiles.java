package app.photoplay.testkit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/// Good and bad photos as the bytes of their files.
public final class PhotoFiles {
  private PhotoFiles() {}

  /// The bundled portrait: 512 x 512, one face.
  public static byte[] portrait() {
    return resource("/app/photoplay/sample/astronaut.jpg");
  }

  /// A file of `src/test/resources/photos`.
  public static byte[] named(String name) {
    return resource("/photos/" + name);
  }

  /// The portrait without its last third.
  public static byte[] truncatedJpeg() {
    byte[] whole = portrait();
    return Arrays.copyOf(whole, whole.length * 2 / 3);
  }

  /// A complete PNG of a few hundred bytes whose header promises this many black pixels.
  public static byte[] pngThatClaims(int width, int height) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    chunk(png, "IHDR", header.array());
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[10_000]);
    deflater.finish();
    byte[] deflated = new byte[1000];
    int length = deflater.deflate(deflated);
    deflater.end();
    chunk(png, "IDAT", Arrays.copyOf(deflated, length));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /// An animated GIF: two frames of 80 x 80.
  public static byte[] animatedGif() {
    byte[] frame = encoded(corners(80, 80), "gif");
    int extension = indexOf(frame, new byte[] {0x21, (byte) 0xF9});
    int body = extension >= 0 ? extension : indexOf(frame, new byte[] {0x2C, 0, 0, 0, 0});
    ByteArrayOutputStream gif = new ByteArrayOutputStream();
    gif.write(frame, 0, frame.length - 1);
    gif.write(frame, body, frame.length - body);
    return gif.toByteArray();
  }

  /// A JPEG with an EXIF segment that states the orientation put in front of its other segments.
  public static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer segment = ByteBuffer.allocate(36).putShort((short) 0xFFE1).putShort((short) 34);
    segment.put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1));
    segment.putShort((short) 42).putInt(8).putShort((short) 1);
    segment.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    segment.putShort((short) orientation).putShort((short) 0).putInt(0);
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(jpeg, 0, 2);
    turned.writeBytes(segment.array());
    turned.write(jpeg, 2, jpeg.length - 2);
    return turned.toByteArray();
  }

  /// An upright picture with a colour in each corner: red and green above, blue and white below.
  public static BufferedImage corners(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height / 2);
    graphics.setColor(Color.GREEN);
    graphics.fillRect(width / 2, 0, width, height / 2);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(0, height / 2, width / 2, height);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(width / 2, height / 2, width, height);
    graphics.dispose();
    return image;
  }

  /// The image as a file of an ImageIO format: `png`, `jpeg`, `gif`.
  public static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(name);
    png.writeBytes(content);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] resource(String name) {
    try (InputStream in = PhotoFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
