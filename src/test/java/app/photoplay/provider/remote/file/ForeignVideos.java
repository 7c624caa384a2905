package app.photoplay.provider.remote.file;

import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.tool.Ffmpeg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Videos as providers may return them, and what is ordered, in one folder.
record ForeignVideos(Path folder) {
  static final Ffmpeg FFMPEG = new Ffmpeg(null, "", Path.of("target", "ffmpeg"));

  static final String QUICK = "-c:v libx264 -preset ultrafast -crf 12 -pix_fmt yuv420p -c:a aac";

  Conformer conformer() {
    return conformer(work());
  }

  Conformer conformer(Path work) {
    return new Conformer(FFMPEG, new Pictures(), new Lettering(folder.resolve("letters")), work, 1);
  }

  Path work() {
    return folder.resolve("work");
  }

  /// What is left in the folder of files in the making.
  List<Path> left() throws IOException {
    if (Files.notExists(work())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(work())) {
      return files.toList();
    }
  }

  /// Encodes a test source.
  ///
  /// @param sound a test source too; empty for none
  /// @param coding in ffmpeg's words
  Path make(String name, String picture, String sound, String coding) throws Exception {
    List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
    if (!sound.isEmpty()) {
      words.addAll(List.of("-f", "lavfi", "-i", sound));
    }
    words.addAll(List.of(coding.split(" ", -1)));
    return ffmpeg(name, words);
  }

  /// Lets ffmpeg write a file of that name.
  Path ffmpeg(String name, List<String> words) throws Exception {
    Path file = folder.resolve(name);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(FFMPEG.binary().path().toString(), "-nostdin", "-v", "error", "-y"));
    command.addAll(words);
    command.add(file.toString());
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("ffmpeg failed");
    }
    return file;
  }

  /// A wide shot of the least quality.
  static Wanted wide(double seconds) {
    return wanted(Shape.WIDE, seconds, Optional.empty(), "");
  }

  static Wanted wanted(Shape shape, double seconds, Optional<Path> sound, String label) {
    return new Wanted(
        shape,
        Quality.ECONOMY,
        Optional.empty(),
        seconds,
        sound,
        Optional.empty(),
        Captions.OFF,
        label);
  }
}
