package app.photoplay.provider.local.piper;

import app.photoplay.media.tool.ToolProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Has Maven fetch a library: whoever built Photoplay has it, set up for this machine's network.
final class MavenLibrary {
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy";
  private static final long MINUTES = 15;

  private MavenLibrary() {}

  /// The bytes of a library's jar.
  ///
  /// @throws IOException with a sentence that says what to do
  static byte[] fetch(VoiceTable.Library library) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("photoplay-library-");
    Path jar = folder.resolve(library.file());
    try {
      ProcessBuilder maven =
          ToolProcess.prepared(
              List.of(
                  "mvn",
                  "-q",
                  "-B",
                  COPY,
                  "-Dartifact=" + library.artifact(),
                  "-DoutputDirectory=" + folder));
      maven.directory(folder.toFile());
      maven.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      Process process = started(maven, library);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("Maven did not fetch " + library.artifact() + byHand(library));
      }
      return Files.readAllBytes(jar);
    } finally {
      Files.deleteIfExists(jar);
      Files.deleteIfExists(folder);
    }
  }

  private static Process started(ProcessBuilder maven, VoiceTable.Library library)
      throws IOException {
    try {
      return maven.start();
    } catch (IOException e) {
      throw new IOException("there is no Maven (mvn) on the PATH" + byHand(library), e);
    }
  }

  private static String byHand(VoiceTable.Library library) {
    return "; put "
        + library.file()
        + " into a folder with the voice's files and add --from FOLDER";
  }
}
