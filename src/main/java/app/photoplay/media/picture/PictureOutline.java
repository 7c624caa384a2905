package app.photoplay.media.picture;

import app.photoplay.media.Size;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// What the structure of a picture file says before anything is decoded.
sealed interface PictureOutline {
  /// A complete still picture within the limits.
  ///
  /// @param stored width and height as stored, before turning
  /// @param orientation EXIF orientation, 1 to 8; 1 is upright
  record Sound(Format format, Size stored, int orientation) implements PictureOutline {}

  /// HEIC or AVIF, which [HeifReader] looks into.
  record Heif() implements PictureOutline {}

  record Rejected(PhotoProblem problem) implements PictureOutline {}

  /// The kinds of files that are decoded, with the names of their ImageIO readers.
  enum Format {
    JPEG("jpeg"),
    PNG("png"),
    GIF("gif"),
    WEBP("webp");

    private final String reader;

    Format(String reader) {
      this.reader = reader;
    }

    String reader() {
      return reader;
    }
  }

  /// Brands of HEIC and AVIF (ISO/IEC 23008-12, AV1 image file format).
  Set<String> HEIF_BRANDS =
      Set.of(
          "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "mif2", "msf1", "avif", "avis");

  /// Walks through the file's parts; costs one pass over the bytes and no memory.
  static PictureOutline of(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    try {
      if (startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)) {
        return limited(JpegStructure.read(file));
      }
      if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
        return limited(PngStructure.read(file));
      }
      if (startsWith(bytes, 0, 'G', 'I', 'F', '8')) {
        return limited(GifStructure.read(file));
      }
      if (startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P')) {
        return limited(WebpStructure.read(file));
      }
      if (startsWith(bytes, 4, 'f', 't', 'y', 'p') && isHeif(file)) {
        return new Heif();
      }
      return new Rejected(PhotoProblem.NOT_A_PICTURE);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return new Rejected(PhotoProblem.BROKEN); // a part is longer than the file
    }
  }

  private static PictureOutline limited(PictureOutline outline) {
    if (outline instanceof Sound(Format format, Size stored, _)) {
      long most = format == Format.WEBP ? Pictures.MOST_WEBP_PIXELS : Pictures.MOST_PIXELS;
      if (stored.pixels() > most) {
        return new Rejected(PhotoProblem.TOO_MANY_PIXELS);
      }
      if (Math.min(stored.width(), stored.height()) < Pictures.SHORTEST_SIDE) {
        return new Rejected(PhotoProblem.TOO_SMALL);
      }
    }
    return outline;
  }

  /// The outline of a complete file; broken when it names no picture.
  static PictureOutline complete(Format format, int width, int height, int orientation) {
    return width < 1 || height < 1
        ? new Rejected(PhotoProblem.BROKEN)
        : new Sound(format, new Size(width, height), orientation);
  }

  /// Moves on by a count that the file states, which may be anything.
  static void skip(ByteBuffer file, int count) {
    if (count < 0 || count > file.remaining()) {
      throw new BufferUnderflowException();
    }
    file.position(file.position() + count);
  }

  /// The next four bytes as text, such as a chunk's type.
  static String fourLetters(ByteBuffer file) {
    byte[] letters = new byte[4];
    file.get(letters);
    return new String(letters, StandardCharsets.ISO_8859_1);
  }

  private static boolean isHeif(ByteBuffer file) {
    int boxEnd = Math.min(file.getInt(), file.limit());
    skip(file, 4);
    for (int at = 8; at + 4 <= boxEnd; at += 4) {
      if (HEIF_BRANDS.contains(fourLetters(file))) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int offset, int... expected) {
    if (bytes.length < offset + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[offset + i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
