package app.photoplay.provider.remote.file;

import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.picture.Pictures;
import java.io.IOException;
import java.nio.file.Path;

/// Makes photos fit to be sent to a provider: upright, cropped, without anything that the file says
/// about its owner. Thread-safe.
public final class Stills {
  public Stills(Pictures pictures) {}

  /// A photo as JPEG in the shape that is wanted, at most so large.
  ///
  /// @param longestSide in pixels
  /// @param mostBytes of the JPEG
  /// @param shortestSide in pixels: a smaller photo is enlarged
  /// @throws app.photoplay.provider.remote.Fault.Thrown when it cannot be read
  public byte[] jpeg(Path photo, Shape shape, int longestSide, int shortestSide, int mostBytes)
      throws IOException {
    throw new UnsupportedOperationException();
  }

  /// A JPEG as an address that holds it: `data:image/jpeg;base64,…`.
  public static String dataUri(byte[] jpeg) {
    return "data:image/jpeg;base64," + java.util.Base64.getEncoder().encodeToString(jpeg);
  }

  /// The size of a photo as it is seen, upright.
  public Size size(Path photo) throws IOException {
    throw new UnsupportedOperationException();
  }
}
