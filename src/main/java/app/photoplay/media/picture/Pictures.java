package app.photoplay.media.picture;

import app.photoplay.media.tool.Output;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Reads photos that people sent, within limits, and writes JPEG files. Thread-safe; one photo is
/// decoded at a time, so that memory stays bounded however many arrive at once.
///
/// JPEG (also CMYK), PNG, WebP and GIF with one frame are taken, HEIC and AVIF where a [HeifReader]
/// has found its converter. What a file is, how large its picture is and whether it is complete are
/// read from its structure before any decoder sees it.
public final class Pictures {
  /// 20 MB.
  public static final long MOST_BYTES = 20L << 20;

  public static final long MOST_PIXELS = 50_000_000;

  /// Lower than [#MOST_PIXELS] since the WebP decoder cannot skip pixels and needs much memory.
  public static final long MOST_WEBP_PIXELS = 16_000_000;

  public static final int SHORTEST_SIDE = 64;

  /// Larger pictures are made smaller until the longer side has this length.
  public static final int LONGEST_KEPT = 2560;

  static {
    ImageIO.setUseCache(false); // decoders must not write files of their own
  }

  private final HeifReader heif;
  private final Lock decoding = new ReentrantLock();

  /// Without HEIC.
  public Pictures() {
    this(HeifReader.none());
  }

  public Pictures(HeifReader heif) {
    this.heif = heif;
  }

  /// Reads a photo upright (EXIF orientation applied) and opaque (transparency laid on light grey).
  ///
  /// @throws UncheckedIOException when the file itself cannot be read
  public PictureAnswer read(Path file) {
    try {
      long bytes = Files.size(file);
      if (bytes == 0) {
        return new PictureAnswer.Unreadable(PhotoProblem.EMPTY);
      }
      if (bytes > MOST_BYTES) {
        return new PictureAnswer.Unreadable(PhotoProblem.TOO_MANY_BYTES);
      }
      decoding.lock();
      try {
        return read(Files.readAllBytes(file));
      } finally {
        decoding.unlock();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the photo's file", e);
    }
  }

  private PictureAnswer read(byte[] bytes) {
    return switch (PictureOutline.of(bytes)) {
      case PictureOutline.Rejected(PhotoProblem problem) -> new PictureAnswer.Unreadable(problem);
      case PictureOutline.Heif() -> heif.read(bytes);
      case PictureOutline.Sound sound -> PictureDecoder.decode(bytes, sound);
    };
  }

  /// Writes a JPEG file, replacing what is there.
  ///
  /// @param quality 0 to 1; 0.9 for covers, 0.8 for thumbnails
  /// @throws UncheckedIOException when it cannot be written
  public static void writeJpeg(Picture picture, Path file, double quality) {
    try {
      Files.deleteIfExists(file);
      try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
        write(picture, out, quality);
      }
      new Output.Jpeg(file).check();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a JPEG file", e);
    }
  }

  /// The bytes of a JPEG file.
  ///
  /// @param quality 0 to 1
  public static byte[] jpeg(Picture picture, double quality) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      write(picture, out, quality);
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    return bytes.toByteArray();
  }

  private static void write(Picture picture, ImageOutputStream out, double quality)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality((float) quality);
      writer.setOutput(out);
      BufferedImage image = picture.image();
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
  }

  /// Writes a thumbnail of at most 320 pixels a side and 200 kB, the least that platforms take.
  public static void writeThumbnail(Picture picture, Path file) {
    writeJpeg(picture.within(320), file, 0.8);
  }
}
