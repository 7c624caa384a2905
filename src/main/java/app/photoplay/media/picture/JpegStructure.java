package app.photoplay.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The segments of a JPEG file (ITU-T T.81, annex B).
final class JpegStructure {
  private static final int END_OF_IMAGE = 0xD9;
  private static final int APP1 = 0xE1;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private JpegStructure() {}

  /// Reads as far as the end-of-image marker; a file that lacks it was cut off.
  static PictureOutline read(ByteBuffer file) {
    int width = 0;
    int height = 0;
    int orientation = 1;
    file.position(2);
    while (true) {
      int marker = nextMarker(file);
      if (marker == END_OF_IMAGE) {
        return PictureOutline.complete(PictureOutline.Format.JPEG, width, height, orientation);
      }
      int length = Short.toUnsignedInt(file.getShort()) - 2;
      int start = file.position();
      if (isFrameHeader(marker)) {
        file.get(); // bits a sample
        height = Short.toUnsignedInt(file.getShort());
        width = Short.toUnsignedInt(file.getShort());
      } else if (marker == APP1 && length > EXIF.length && isExif(file, start)) {
        orientation =
            ExifOrientation.of(file.slice(start + EXIF.length, length - EXIF.length), orientation);
      }
      file.position(start);
      PictureOutline.skip(file, length);
    }
  }

  /// The next marker that has a segment, or the end of the image. Compressed data in between is
  /// passed over: in it a 0xFF is followed by 0 or by a restart marker.
  private static int nextMarker(ByteBuffer file) {
    while (true) {
      while ((file.get() & 0xFF) != 0xFF) {
        // not a marker
      }
      int marker = 0xFF;
      while (marker == 0xFF) {
        marker = file.get() & 0xFF;
      }
      boolean restart = marker >= 0xD0 && marker <= 0xD7;
      if (marker > 0x01 && !restart && marker != 0xD8) {
        return marker;
      }
    }
  }

  private static boolean isFrameHeader(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean isExif(ByteBuffer file, int start) {
    return start + EXIF.length <= file.limit()
        && file.slice(start, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }
}
