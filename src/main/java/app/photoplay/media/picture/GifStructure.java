package app.photoplay.media.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The blocks of a GIF file (GIF89a specification).
final class GifStructure {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2C;
  private static final int TRAILER = 0x3B;

  private GifStructure() {}

  static PictureOutline read(ByteBuffer bytes) {
    ByteBuffer file = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    PictureOutline.skip(file, 10);
    int flags = file.get();
    PictureOutline.skip(file, 2 + coloursLength(flags));
    int width = 0;
    int height = 0;
    while (true) {
      switch (file.get() & 0xFF) {
        case EXTENSION -> {
          PictureOutline.skip(file, 1);
          skipSubBlocks(file);
        }
        case IMAGE -> {
          if (width > 0) {
            return new PictureOutline.Rejected(PhotoProblem.ANIMATED);
          }
          PictureOutline.skip(file, 4);
          width = Short.toUnsignedInt(file.getShort());
          height = Short.toUnsignedInt(file.getShort());
          PictureOutline.skip(file, 1 + coloursLength(file.get(file.position())) + 1);
          skipSubBlocks(file);
        }
        case TRAILER -> {
          return PictureOutline.complete(PictureOutline.Format.GIF, width, height, 1);
        }
        default -> {
          return new PictureOutline.Rejected(PhotoProblem.BROKEN);
        }
      }
    }
  }

  private static int coloursLength(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static void skipSubBlocks(ByteBuffer file) {
    for (int length = file.get() & 0xFF; length > 0; length = file.get() & 0xFF) {
      PictureOutline.skip(file, length);
    }
  }
}
