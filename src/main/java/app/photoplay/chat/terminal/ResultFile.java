package app.photoplay.chat.terminal;

import app.photoplay.chat.message.Illustration;
import app.photoplay.chat.message.Video;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/// The file that the person named for the result, and what goes beside it.
///
/// @param out gets the names of finished files, and nothing else
record ResultFile(Path target, PrintStream out, PrintStream err) {
  /// Writes a video, and its captions beside it; false when it is no longer stored.
  boolean keep(Video video) throws IOException {
    try (Leases leases = new Leases()) {
      Optional<Path> stored = leases.path(video.file());
      if (stored.isEmpty()) {
        return false;
      }
      LocalFiles.replace(stored.get(), target);
      Optional<Video.Captions> captions = video.captions();
      Optional<Path> written =
          captions.isPresent() ? leases.path(captions.get().file()) : Optional.empty();
      if (written.isPresent()) {
        Path beside = beside("." + captions.get().extension());
        LocalFiles.replace(written.get(), beside);
        out.println(beside);
      }
    }
    out.println(target);
    out.flush();
    return true;
  }

  /// Why it could not be written.
  String complaint(IOException e) {
    return complaint(target, e);
  }

  private static String complaint(Path file, IOException e) {
    return "Cannot write " + file + ": " + LocalFiles.reason(e) + ".";
  }

  /// Lays a picture where the result would have come; the words alone will do when that fails.
  void showBeside(Illustration picture, String ending) {
    Path shown = beside(ending);
    try (Leases leases = new Leases()) {
      Optional<Path> stored = leases.path(picture.file());
      if (stored.isPresent()) {
        LocalFiles.replace(stored.get(), shown);
        err.println("The picture is in " + shown + ".");
      }
    } catch (IOException e) {
      err.println(complaint(shown, e));
    }
  }

  /// `hello.srt` for `hello.mp4`.
  private Path beside(String ending) {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return target.resolveSibling(stem + ending);
  }
}
