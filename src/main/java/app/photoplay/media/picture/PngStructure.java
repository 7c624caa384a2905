package app.photoplay.media.picture;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// The chunks of a PNG file (ISO/IEC 15948).
final class PngStructure {
  private PngStructure() {}

  /// Reads as far as the IEND chunk and checks the sums of the chunks that make up the picture.
  static PictureOutline read(ByteBuffer file) {
    int width = 0;
    int height = 0;
    int orientation = 1;
    file.position(8);
    while (true) {
      int length = file.getInt();
      int start = file.position();
      String type = PictureOutline.fourLetters(file);
      PictureOutline.skip(file, length);
      int sum = file.getInt();
      if (Character.isUpperCase(type.charAt(0)) && sum != sumOf(file.slice(start, 4 + length))) {
        return new PictureOutline.Rejected(PhotoProblem.BROKEN);
      }
      ByteBuffer content = file.slice(start + 4, length);
      switch (type) {
        case "IHDR" -> {
          width = content.getInt();
          height = content.getInt();
        }
        case "acTL" -> {
          if (content.getInt() > 1) {
            return new PictureOutline.Rejected(PhotoProblem.ANIMATED);
          }
        }
        case "eXIf" -> orientation = ExifOrientation.of(content, orientation);
        case "IEND" -> {
          return PictureOutline.complete(PictureOutline.Format.PNG, width, height, orientation);
        }
        default -> {
          // pixels, colours, texts: the decoder's part
        }
      }
    }
  }

  private static int sumOf(ByteBuffer typeAndContent) {
    CRC32 sum = new CRC32();
    sum.update(typeAndContent);
    return (int) sum.getValue();
  }
}
