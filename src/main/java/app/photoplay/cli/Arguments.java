package app.photoplay.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
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

  /// A folder that is there.
  static final class ExistingFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      Path folder = path(text);
      if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
        throw new TypeConversionException(text + " is no folder that can be read");
      }
      return folder;
    }
  }

  /// A photo of somebody.
  record CastPhoto(String name, Path file) {}

  /// `NAME=FILE`.
  static final class NamedPhoto implements ITypeConverter<CastPhoto> {
    @Override
    public CastPhoto convert(String text) {
      String[] parts = text.split("=", 2);
      if (parts.length < 2 || parts[0].isBlank()) {
        throw new TypeConversionException("'" + text + "' is not NAME=FILE, as in Anna=anna.jpg");
      }
      return new CastPhoto(parts[0].strip(), new Existing().convert(parts[1]));
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

  private static Path path(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException _) {
      throw new TypeConversionException("that is no file name");
    }
  }
}
