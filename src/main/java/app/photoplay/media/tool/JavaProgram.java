package app.photoplay.media.tool;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small Java program of ours that runs native code, apart from this one: it may crash, and what
/// it holds is given back with it.
public final class JavaProgram {
  private JavaProgram() {}

  /// Starts it. What it prints on its error channel is dropped.
  ///
  /// @param main its class, among ours
  /// @param megabytes of Java's heap
  /// @param libraries jars besides our own classes
  public static Process start(
      String main, int megabytes, List<Path> libraries, List<String> arguments) throws IOException {
    StringBuilder classes = new StringBuilder(ours());
    libraries.forEach(it -> classes.append(File.pathSeparator).append(it));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xmx" + megabytes + "m");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(classes.toString());
    command.add(main);
    command.addAll(arguments);
    ProcessBuilder builder = ToolProcess.prepared(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static String ours() throws IOException {
    try {
      return Path.of(JavaProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IOException("where is this program?", e);
    }
  }
}
