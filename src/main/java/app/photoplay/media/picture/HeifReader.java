package app.photoplay.media.picture;

import static app.photoplay.media.picture.PictureOutline.fourLetters;

import app.photoplay.media.Size;
import app.photoplay.media.tool.Output;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.media.tool.ToolProcess;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads HEIC and AVIF pictures with the converter of libheif, if there is one: Debian has it in
/// `libheif-examples`. It puts the tiles of a phone's picture together, which no ffmpeg before 8.1
/// does (those write a single tile and say that all is well), and runs in a process of its own.
/// Thread-safe.
public final class HeifReader {
  /// The same program in newer and in older versions.
  private static final List<String> PROGRAMS = List.of("heif-dec", "heif-convert");

  /// Boxes around the one that tells a picture's size (ISO/IEC 23008-12, 6.5.3).
  private static final List<String> AROUND_SIZES = List.of("meta", "iprp", "ipco");

  /// What libjpeg prints when it cannot write; the converter ends with status 0 all the same.
  private static final String DISK_FULL = "Output file write error";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final @Nullable Path program;
  private final Path work;

  private HeifReader(@Nullable Path program, Path work) {
    this.program = program;
    this.work = work;
  }

  /// Looks for the converter.
  ///
  /// @param searchPath the environment's PATH, or empty
  /// @param work folder for files that are gone when a photo is read
  public static HeifReader on(String searchPath, Path work) {
    return new HeifReader(
        Stream.of(searchPath.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null),
        work);
  }

  /// One that reads nothing.
  public static HeifReader none() {
    return new HeifReader(null, Path.of("."));
  }

  /// The converter that was found.
  public Optional<Path> program() {
    return Optional.ofNullable(program);
  }

  /// Reads a picture upright.
  ///
  /// @param bytes a file that names itself HEIC or AVIF
  /// @throws UncheckedIOException when the disk fails, or the thread is interrupted
  /// @throws ToolFailed when the converter was killed or hung
  PictureAnswer read(byte[] bytes) {
    if (program == null) {
      return new PictureAnswer.Unreadable(PhotoProblem.HEIC);
    }
    Size size = largest(ByteBuffer.wrap(bytes));
    if (size == null) {
      return new PictureAnswer.Unreadable(PhotoProblem.BROKEN);
    }
    if (size.pixels() > Pictures.MOST_PIXELS) {
      return new PictureAnswer.Unreadable(PhotoProblem.TOO_MANY_PIXELS);
    }
    try {
      return converted(program, bytes);
    } catch (ToolFailed e) {
      if (!e.gaveUp()) {
        throw e;
      }
      return new PictureAnswer.Unreadable(PhotoProblem.BROKEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException("reading a photo"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a HEIC photo", e);
    }
  }

  private PictureAnswer converted(Path program, byte[] bytes)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    Path folder = Files.createTempDirectory(work, "heif");
    try {
      Path from = Files.write(folder.resolve("photo.heic"), bytes);
      Path to = folder.resolve("photo.jpg");
      List<String> printed =
          ToolProcess.run(program, List.of("-q", "95", from.toString(), to.toString()), LIMIT);
      if (printed.stream().anyMatch(line -> line.contains(DISK_FULL))) {
        throw new IOException(program.getFileName() + " could not write: no space left on device");
      }
      // of several pictures in one file it numbers the results, the main one first
      Path made = Files.exists(to) ? to : folder.resolve("photo-1.jpg");
      new Output.Jpeg(made).prove();
      byte[] jpeg = Files.readAllBytes(made);
      return switch (PictureOutline.of(jpeg)) {
        case PictureOutline.Sound(var format, var stored, _) ->
            // turned already, whatever its EXIF data say
            PictureDecoder.decode(jpeg, new PictureOutline.Sound(format, stored, 1));
        case PictureOutline.Rejected(var problem) -> new PictureAnswer.Unreadable(problem);
        case PictureOutline.Heif() -> new PictureAnswer.Unreadable(PhotoProblem.BROKEN);
      };
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.forEach(files::add);
    }
    files.add(folder);
    for (Path file : files) {
      Files.delete(file);
    }
  }

  /// The size of the largest picture in a file, tiles put together; null when it names none or is
  /// cut off.
  private static @Nullable Size largest(ByteBuffer file) {
    try {
      return largest(file, file.limit(), null);
    } catch (BufferUnderflowException e) {
      return null; // a part is longer than the file
    }
  }

  private static @Nullable Size largest(ByteBuffer file, int end, @Nullable Size before) {
    Size largest = before;
    while (file.position() < end) {
      int begin = file.position();
      long length = Integer.toUnsignedLong(file.getInt());
      String type = fourLetters(file);
      if (length == 1) {
        length = file.getLong();
      } else if (length == 0) {
        length = (long) end - begin;
      }
      if (length < 8 || length > end - begin) {
        throw new BufferUnderflowException();
      }
      int next = begin + (int) length;
      if (AROUND_SIZES.contains(type)) {
        PictureOutline.skip(file, type.equals("meta") ? 4 : 0);
        largest = largest(file, next, largest);
      } else if (type.equals("ispe")) {
        PictureOutline.skip(file, 4);
        largest = larger(largest, file.getInt(), file.getInt());
      }
      file.position(next);
    }
    return largest;
  }

  private static @Nullable Size larger(@Nullable Size before, int width, int height) {
    if (width < 1 || height < 1) {
      throw new BufferUnderflowException();
    }
    Size size = new Size(width, height);
    return before == null || size.pixels() > before.pixels() ? size : before;
  }
}
