package app.photoplay.storage;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes files that have outlived their time or their room, and files that no row knows.
public final class Sweep {
  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  /// A file comes before its row, and a photo may wait for its words: only after this long is it an
  /// orphan.
  private static final Duration ORPHAN = Duration.ofDays(2);

  private final FileIndex index;
  private final ArtifactStore files;
  private final Duration keep;
  private final long most;
  private final InstantSource time;

  /// A sweep.
  ///
  /// @param keep how long a file is kept after its last use
  /// @param most bytes that all files may take
  public Sweep(FileIndex index, ArtifactStore files, Duration keep, long most, InstantSource time) {
    this.index = index;
    this.files = files;
    this.keep = keep;
    this.most = most;
    this.time = time;
  }

  /// Sweeps once. Rows go before files, so that nothing is ever offered whose file is gone.
  ///
  /// @return how many files were deleted
  public int run() throws IOException {
    Instant now = time.instant();
    List<String> outlived = index.outlived(now.minus(keep), most);
    index.forget(outlived);
    Set<String> gone = new HashSet<>(files.olderThan(now.minus(ORPHAN)));
    gone.removeAll(index.known());
    gone.addAll(outlived);
    for (String content : gone) {
      files.delete(content);
    }
    if (!gone.isEmpty()) {
      log.info("{} files were swept away", gone.size());
    }
    return gone.size();
  }
}
