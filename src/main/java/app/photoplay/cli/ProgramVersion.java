package app.photoplay.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints. The jar's manifest knows the program's version.
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new String[] {"Photoplay " + version + ", Java " + Runtime.version()};
  }
}
