package app.photoplay.media.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The segments of a JPEG file (ITU-T T.81, annex B).
final class JpegStructure {
  private static final int END_OF_IMAGE = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP1 = 0xE1;

  /// So many zeros in a row at the end are no picture.
  private static final int FILLED = 16;

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private JpegStructure() {}

  /// Reads as far as the end-of-image marker. A file that lacks it may have lost no more than that:
  /// whether blocks are missing, too, only the decoder finds out.
  static PictureOutline read(ByteBuffer file) {
    int width = 0;
    int height = 0;
    int orientation = 1;
    boolean scan = false;
    JpegScans scans = new JpegScans();
    file.position(2);
    while (true) {
      int marker = nextMarker(file, scan);
      if (marker == END_OF_IMAGE) {
        if (!file.hasRemaining() && !isMarked(file) && !scans.complete()) {
          return new PictureOutline.Rejected(PhotoProblem.BROKEN);
        }
        return PictureOutline.complete(PictureOutline.Format.JPEG, width, height, orientation);
      }
      scan |= marker == SCAN;
      int length = Short.toUnsignedInt(file.getShort()) - 2;
      int start = file.position();
      if (marker == SCAN) {
        scans.scan(file.slice(start, Math.clamp(length, 0, file.limit() - start)));
      } else if (isFrameHeader(marker)) {
        scans.frame(file.slice(start, Math.clamp(length, 0, file.limit() - start)));
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

  /// The file with an end-of-image marker right behind its data: where it is missing, and where
  /// zeros stand before it, with which programs fill up what they did not get. The decoder would
  /// make blocks of them without a word; the data of a whole picture hardly ever end so, as their
  /// last byte is filled up with ones.
  static byte[] closed(byte[] bytes) {
    ByteBuffer file = ByteBuffer.wrap(bytes).position(2);
    boolean scan = false;
    int marker = nextMarker(file, false);
    while (marker != END_OF_IMAGE) {
      scan |= marker == SCAN;
      PictureOutline.skip(file, Short.toUnsignedInt(file.getShort()) - 2);
      marker = nextMarker(file, scan);
    }
    boolean marked = isMarked(file);
    int end = file.position() - (marked ? 2 : 0);
    int data = end;
    while (data > 2 && bytes[data - 1] == 0) {
      data--;
    }
    if (marked && end - data < FILLED) {
      return bytes;
    }
    // a zero behind 0xFF belongs to it
    data += data < end && (bytes[data - 1] & 0xFF) == 0xFF ? 1 : 0;
    data -= !marked && data == end && (bytes[data - 1] & 0xFF) == 0xFF ? 1 : 0;
    byte[] closed = Arrays.copyOf(bytes, data + 2);
    closed[data] = (byte) 0xFF;
    closed[data + 1] = (byte) END_OF_IMAGE;
    return closed;
  }

  /// The next marker that has a segment, or the end of the image. Compressed data in between is
  /// passed over: in it a 0xFF is followed by 0 or by a restart marker.
  ///
  /// @param scan whether compressed data have begun: the end of the file then ends the image
  private static int nextMarker(ByteBuffer file, boolean scan) {
    while (true) {
      int marker = 0;
      while (marker != 0xFF) {
        if (scan && !file.hasRemaining()) {
          return END_OF_IMAGE;
        }
        marker = file.get() & 0xFF;
      }
      while (marker == 0xFF) {
        if (scan && !file.hasRemaining()) {
          return END_OF_IMAGE;
        }
        marker = file.get() & 0xFF;
      }
      boolean restart = marker >= 0xD0 && marker <= 0xD7;
      if (marker > 0x01 && !restart && marker != 0xD8) {
        return marker;
      }
    }
  }

  /// Whether the end of the image stands before this place in the file.
  private static boolean isMarked(ByteBuffer file) {
    int at = file.position();
    return at >= 2
        && (file.get(at - 1) & 0xFF) == END_OF_IMAGE
        && (file.get(at - 2) & 0xFF) == 0xFF;
  }

  private static boolean isFrameHeader(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean isExif(ByteBuffer file, int start) {
    return start + EXIF.length <= file.limit()
        && file.slice(start, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }
}
