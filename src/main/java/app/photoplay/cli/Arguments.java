package app.photoplay.cli;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.wording.Nearest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How the arguments of options are read, and what people are told when one makes no sense.
final class Arguments {
  private Arguments() {}

  /// The photo to use; empty = the sample that comes along.
  record Photo(Optional<Path> file) {}

  /// A file that can be read, or the word `sample`.
  static final class PhotoFile implements ITypeConverter<Photo> {
    @Override
    public Photo convert(String text) {
      if (text.equals("sample")) {
        return new Photo(Optional.empty());
      }
      Path file = path(text);
      if (Files.isDirectory(file)) {
        throw new TypeConversionException(text + " is a folder, not a photo");
      }
      if (!Files.exists(file)) {
        throw new TypeConversionException("there is no file " + text);
      }
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new TypeConversionException(text + " cannot be read");
      }
      return new Photo(Optional.of(file));
    }
  }

  /// A file that can be read.
  static final class Existing implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      Path file = path(text);
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new TypeConversionException(text + " is no file that can be read");
      }
      return file;
    }
  }

  /// A file that can be written, as far as can be told beforehand.
  static final class Target implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      Path file = path(text);
      if (text.isBlank() || Files.isDirectory(file)) {
        throw new TypeConversionException(
            "'" + text + "' is a folder, name a file such as talk.mp4");
      }
      Path folder = file.getParent();
      while (folder != null && !Files.exists(folder)) {
        folder = folder.getParent();
      }
      if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
        throw new TypeConversionException("the folder " + folder + " cannot be written to");
      }
      return file;
    }
  }

  /// The same for a video.
  static final class VideoTarget implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      Path file = new Target().convert(text);
      if (!text.toLowerCase(Locale.ROOT).endsWith(".mp4")) {
        throw new TypeConversionException("'" + text + "' must end with .mp4");
      }
      return file;
    }
  }

  /// A shape by its label.
  static final class Aspect implements ITypeConverter<Shape> {
    @Override
    public Shape convert(String text) {
      return Shape.parse(text).orElseThrow(() -> none(text, Shape.values(), Shape::label));
    }
  }

  /// A quality by its label.
  static final class Tier implements ITypeConverter<Quality> {
    @Override
    public Quality convert(String text) {
      return Quality.parse(text).orElseThrow(() -> none(text, Quality.values(), Quality::label));
    }
  }

  /// A camera move by its label.
  static final class Move implements ITypeConverter<CameraMove> {
    @Override
    public CameraMove convert(String text) {
      return CameraMove.parse(text)
          .orElseThrow(() ->
              new TypeConversionException(
                  text
                      + " is none of "
                      + String.join(", ", CameraMove.labels())
                      + Nearest.to(text, CameraMove.labels())
                          .map(it -> "; did you mean " + it + "?")
                          .orElse("")));
    }
  }

  /// A style by its label.
  static final class Manner implements ITypeConverter<Style> {
    @Override
    public Style convert(String text) {
      return Style.parse(text).orElseThrow(() -> none(text, Style.values(), Style::label));
    }
  }

  /// Captions by their label.
  static final class Writing implements ITypeConverter<Captions> {
    @Override
    public Captions convert(String text) {
      return Captions.parse(text).orElseThrow(() -> none(text, Captions.values(), Captions::label));
    }
  }

  /// Something that is on or off; a bare `Boolean` would be read by picocli itself.
  record Switch(boolean on) {}

  /// `on` or `off`.
  static final class OnOff implements ITypeConverter<Switch> {
    @Override
    public Switch convert(String text) {
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "on" -> new Switch(true);
        case "off" -> new Switch(false);
        default -> throw new TypeConversionException(text + " is none of on, off");
      };
    }
  }

  private static <T> TypeConversionException none(
      String text, T[] values, Function<T, String> label) {
    return new TypeConversionException(
        text + " is none of " + Arrays.stream(values).map(label).collect(Collectors.joining(", ")));
  }

  private static Path path(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      throw new TypeConversionException("that is no file name");
    }
  }
}
