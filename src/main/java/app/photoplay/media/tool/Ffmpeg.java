package app.photoplay.media.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Finds the ffmpeg that is used: the configured one, else the one on the search path, else the one
/// inside the application, whichever first proves to run and to have the encoders.
///
/// Nothing is started or unpacked before the first [#find()]; what was found is remembered.
/// Thread-safe.
public final class Ffmpeg {
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);
  private static final List<String> ENCODERS = List.of("libx264", "aac");
  private static final String SUFFIX = File.separatorChar == '\\' ? ".exe" : "";

  private final @Nullable Path configured;
  private final String searchPath;
  private final EmbeddedFfmpeg embedded;
  private final Lock searching = new ReentrantLock();
  private @Nullable Found found;

  /// Names the places to look at, without looking.
  ///
  /// @param configured the binary that the operator names, or null
  /// @param searchPath the environment's PATH, or empty
  /// @param cache the folder that the embedded binary is unpacked into; files in it must be allowed
  ///   to run
  public Ffmpeg(@Nullable Path configured, String searchPath, Path cache) {
    this.configured = configured;
    this.searchPath = searchPath;
    this.embedded = new EmbeddedFfmpeg(cache);
  }

  /// Where a binary comes from.
  public enum Origin {
    CONFIGURED,
    PATH,
    EMBEDDED
  }

  /// A binary that works.
  ///
  /// @param version as it names itself: `5.1.9-0+deb12u1`
  /// @param ffprobe the ffprobe beside it; the embedded one has none
  public record Binary(Path path, String version, Origin origin, Optional<Path> ffprobe) {}

  /// A binary that was looked at and cannot be used.
  ///
  /// @param place its path, or the embedded one's name
  /// @param problem one line for the operator
  public record Rejected(Origin origin, String place, String problem) {}

  /// What a search came to.
  public record Found(Optional<Binary> binary, List<Rejected> rejected) {
    public Found {
      rejected = List.copyOf(rejected);
    }
  }

  /// Searches, or tells what an earlier search found. The first call takes about 0.2 s, or 2 s when
  /// the embedded binary must be unpacked.
  public Found find() throws InterruptedException {
    searching.lockInterruptibly();
    try {
      Found known = found;
      // what was found may have been removed since
      if (known == null || !known.binary().map(b -> Files.isExecutable(b.path())).orElse(false)) {
        known = search();
        if (known.binary().isPresent()) {
          found = known;
        }
      }
      return known;
    } finally {
      searching.unlock();
    }
  }

  /// The binary to use.
  ///
  /// @throws ToolFailed when there is none
  public Binary binary() throws InterruptedException {
    Found search = find();
    return search
        .binary()
        .orElseThrow(() -> new ToolFailed("no usable ffmpeg: " + search.rejected()));
  }

  private Found search() throws InterruptedException {
    List<Rejected> rejected = new ArrayList<>();
    Optional<Binary> binary = Optional.empty();
    if (configured != null) {
      binary = proven(Origin.CONFIGURED, configured, rejected);
    }
    Optional<Path> onPath = onPath();
    if (binary.isEmpty() && onPath.isPresent()) {
      binary = proven(Origin.PATH, onPath.get(), rejected);
    }
    if (binary.isEmpty()) {
      try {
        binary = proven(Origin.EMBEDDED, embedded.unpacked(), rejected);
      } catch (ToolFailed e) {
        rejected.add(
            new Rejected(Origin.EMBEDDED, embedded.name(), String.valueOf(e.getMessage())));
      }
    }
    return new Found(binary, rejected);
  }

  private Optional<Path> onPath() {
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder.isEmpty() ? "." : folder, "ffmpeg" + SUFFIX);
      if (!folder.isEmpty() && Files.isExecutable(candidate)) {
        return Optional.of(candidate.toAbsolutePath());
      }
    }
    return Optional.empty();
  }

  private static Optional<Binary> proven(Origin origin, Path path, List<Rejected> rejected)
      throws InterruptedException {
    try {
      List<String> about = ToolProcess.run(path, List.of("-version"), PROBE_LIMIT);
      List<String> encoders =
          ToolProcess.run(path, List.of("-hide_banner", "-encoders"), PROBE_LIMIT);
      for (String needed : ENCODERS) {
        if (encoders.stream().noneMatch(line -> line.contains(" " + needed + " "))) {
          rejected.add(new Rejected(origin, path.toString(), "has no encoder " + needed));
          return Optional.empty();
        }
      }
      Path ffprobe = path.resolveSibling("ffprobe" + SUFFIX);
      Optional<Path> beside = Files.isExecutable(ffprobe) ? Optional.of(ffprobe) : Optional.empty();
      return Optional.of(new Binary(path, version(about), origin, beside));
    } catch (ToolFailed e) {
      rejected.add(new Rejected(origin, path.toString(), String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private static String version(List<String> about) {
    String[] words = about.isEmpty() ? new String[0] : about.getFirst().split(" ", -1);
    return words.length > 2 ? words[2] : "unknown";
  }
}
