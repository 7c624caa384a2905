package app.photoplay.provider.remote.file;

import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.PictureAnswer.Decoded;
import app.photoplay.media.picture.PictureAnswer.Unreadable;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.remote.Fault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// Makes photos fit to be sent to a provider: upright, cropped, without anything that the file says
/// about its owner. Thread-safe.
public final class Stills {
  private static final double[] QUALITIES = {0.9, 0.8, 0.7, 0.6, 0.5};

  /// Where even the least quality takes too many bytes the picture is made smaller.
  private static final double SMALLER = 0.75;

  /// With less to cut off it does not matter where.
  private static final double HARDLY_CUT = 0.02;

  private final Pictures pictures;
  private final FaceFinder faces = new FaceFinder();
  private final Processor processor = new Processor();

  public Stills(Pictures pictures) {
    this.pictures = pictures;
  }

  /// A photo as JPEG in the shape that is wanted, at most so large, its face in it.
  ///
  /// @param longestSide in pixels; goes before the shortest one
  /// @param shortestSide in pixels: a smaller photo is enlarged
  /// @param mostBytes of the JPEG
  /// @throws Fault.Thrown when it cannot be read, or not be made so small
  public byte[] jpeg(Path photo, Shape shape, int longestSide, int shortestSide, int mostBytes)
      throws IOException {
    return processor.run(() -> made(photo, shape, longestSide, shortestSide, mostBytes));
  }

  private byte[] made(Path photo, Shape shape, int longestSide, int shortestSide, int mostBytes)
      throws IOException {
    Picture picture = scaled(cropped(read(photo), shape), longestSide, shortestSide);
    while (true) {
      for (double quality : QUALITIES) {
        byte[] jpeg = Pictures.jpeg(picture, quality);
        if (jpeg.length <= mostBytes) {
          return jpeg;
        }
      }
      int longest = (int) (Math.max(picture.width(), picture.height()) * SMALLER);
      picture = picture.within(longest);
      if (Math.min(picture.width(), picture.height()) < Math.max(1, shortestSide)) {
        throw new Fault.Large("the photo takes more than " + mostBytes + " bytes").thrown();
      }
    }
  }

  /// A JPEG as an address that holds it: `data:image/jpeg;base64,…`.
  public static String dataUri(byte[] jpeg) {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }

  /// The size of a photo as it is seen, upright, its longer side at most [Pictures#LONGEST_KEPT].
  ///
  /// @throws Fault.Thrown when it cannot be read
  public Size size(Path photo) throws IOException {
    return read(photo).size();
  }

  private Picture read(Path photo) throws IOException {
    PictureAnswer answer;
    try {
      answer = pictures.read(photo);
    } catch (UncheckedIOException e) {
      throw new IOException("the photo cannot be read", e);
    }
    return switch (answer) {
      case Decoded(Picture picture) -> picture;
      case Unreadable(var problem) -> throw new Fault.Input("the photo: " + problem).thrown();
    };
  }

  private Picture cropped(Picture picture, Shape shape) {
    double ratio = shape.ratio(picture.size());
    int width = Math.clamp(Math.round(picture.height() * ratio), 1, picture.width());
    int height = Math.clamp(Math.round(picture.width() / ratio), 1, picture.height());
    double kept = (double) width * height / picture.size().pixels();
    if (kept > 1 - HARDLY_CUT) {
      return part(picture, width, height, Optional.empty());
    }
    return part(picture, width, height, faces.findUsual(picture).stream().findFirst());
  }

  private static Picture part(Picture picture, int width, int height, Optional<Face> face) {
    int x = start(picture.width(), width, face.map(Face::x), face.map(Face::width));
    int y = start(picture.height(), height, face.map(Face::y), face.map(Face::height));
    BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    part.setRGB(0, 0, width, height, picture.pixels(), y * picture.width() + x, picture.width());
    return new Picture(part);
  }

  /// In the middle, or so far from it that the face with some room around it is inside.
  private static int start(
      int available, int length, Optional<Double> faceStart, Optional<Double> faceLength) {
    double start = (available - length) / 2.0;
    if (faceStart.isPresent() && faceLength.isPresent()) {
      double room = faceLength.get() / 2;
      double first = faceStart.get() - room;
      double last = faceStart.get() + faceLength.get() + room;
      double middle = (first + last - length) / 2;
      start = last - first > length ? middle : Math.clamp(start, last - length, first);
    }
    return Math.clamp(Math.round(start), 0, available - length);
  }

  private static Picture scaled(Picture picture, int longestSide, int shortestSide) {
    int longest = Math.max(picture.width(), picture.height());
    int shortest = Math.min(picture.width(), picture.height());
    double scale =
        Math.min((double) longestSide / longest, Math.max(1, (double) shortestSide / shortest));
    if (scale == 1) {
      return picture;
    }
    return picture.scaledTo(
        new Size(
            (int) Math.max(1, Math.round(picture.width() * scale)),
            (int) Math.max(1, Math.round(picture.height() * scale))));
  }
}
