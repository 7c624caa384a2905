package app.photoplay.media.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The chunks of a WebP file (RFC 9649).
final class WebpStructure {
  private static final int ANIMATION_FLAG = 0x02;

  private WebpStructure() {}

  static PictureOutline read(ByteBuffer bytes) {
    ByteBuffer file = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    file.position(4);
    long end = 8 + Integer.toUnsignedLong(file.getInt());
    if (end > file.limit()) {
      return new PictureOutline.Rejected(PhotoProblem.BROKEN);
    }
    file.limit((int) end);
    PictureOutline.skip(file, 4);
    int width = 0;
    int height = 0;
    int orientation = 1;
    while (file.remaining() >= 8) {
      String type = PictureOutline.fourLetters(file);
      int length = file.getInt();
      ByteBuffer content = file.slice().order(ByteOrder.LITTLE_ENDIAN);
      PictureOutline.skip(file, length);
      PictureOutline.skip(file, Math.min(length & 1, file.remaining())); // chunks are padded
      content.limit(length);
      switch (type) {
        case "VP8X" -> {
          if ((content.get() & ANIMATION_FLAG) != 0) {
            return new PictureOutline.Rejected(PhotoProblem.ANIMATED);
          }
        }
        case "VP8 " -> {
          PictureOutline.skip(content, 6); // frame tag and start code
          width = content.getShort() & 0x3FFF;
          height = content.getShort() & 0x3FFF;
        }
        case "VP8L" -> {
          PictureOutline.skip(content, 1); // signature
          int sizes = content.getInt();
          width = (sizes & 0x3FFF) + 1;
          height = (sizes >> 14 & 0x3FFF) + 1;
        }
        case "EXIF" -> orientation = ExifOrientation.of(content.slice(), orientation);
        default -> {
          // transparency, colours, texts: the decoder's part
        }
      }
    }
    return PictureOutline.complete(PictureOutline.Format.WEBP, width, height, orientation);
  }
}
