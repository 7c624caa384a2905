package app.photoplay.kind.talk;

import app.photoplay.media.face.CloseUp;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.PhotoProblem;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Looks at a photo before anything is ordered: can it be read, is there a face. What it found is
/// remembered by the photo's bytes, because people send one photo with many words and a search
/// keeps a core busy for longer than an answer from the cache may take. Thread-safe.
public final class Preflight {
  private static final int REMEMBERED = 1000;

  private final Pictures pictures;
  private final FaceFinder faces;
  private final Executor processor;
  private final Cache<String, Finding> found =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /// A preflight.
  ///
  /// @param processor a few platform threads: decoding and searching keep a core busy for a moment
  public Preflight(Pictures pictures, FaceFinder faces, Executor processor) {
    this.pictures = pictures;
    this.faces = faces;
    this.processor = processor;
  }

  /// Looks, blocking.
  public Finding inspect(Path photo) {
    String content = hash(photo);
    Finding before = found.getIfPresent(content);
    if (before != null) {
      return before;
    }
    try {
      Finding finding = CompletableFuture.supplyAsync(() -> find(photo), processor).join();
      found.put(content, finding);
      return finding;
    } catch (CompletionException e) {
      throw new IllegalStateException("a photo could not be looked at", e.getCause());
    }
  }

  /// Draws from a photo that was found fine, blocking.
  <T> T draw(Path photo, Function<Picture, T> drawing) {
    return CompletableFuture.supplyAsync(
            () -> {
              if (pictures.read(photo) instanceof PictureAnswer.Decoded(var picture)) {
                return drawing.apply(picture);
              }
              throw new IllegalStateException("the photo cannot be read any more");
            },
            processor)
        .join();
  }

  private Finding find(Path photo) {
    return switch (pictures.read(photo)) {
      case PictureAnswer.Decoded(var picture) -> {
        List<Face> found = faces.find(picture);
        yield found.isEmpty()
            ? new Finding.NoFace()
            : new Finding.Fine(CloseUp.toAskAbout(found, picture.size()));
      }
      case PictureAnswer.Unreadable(var problem) -> new Finding.Bad(problem);
    };
  }

  private static String hash(Path photo) {
    try (InputStream in = Files.newInputStream(photo)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// What a photo is good for.
  public sealed interface Finding {
    /// A face can speak.
    ///
    /// @param closeUps what to ask about, see [CloseUp#toAskAbout]
    record Fine(List<CloseUp> closeUps) implements Finding {
      public Fine {
        closeUps = List.copyOf(closeUps);
      }
    }

    record NoFace() implements Finding {}

    record Bad(PhotoProblem problem) implements Finding {}
  }
}
