package app.photoplay.cli;

import java.nio.file.Path;
import java.util.Optional;

/// Where the program runs, for every command.
///
/// @param home the launcher's folder, where data and configuration lie unless they are named
/// @param config the file named by `--config`
/// @param data the folder named by `--data`
/// @param terminal whether a person watches the standard error stream
public record RunOptions(Path home, Optional<Path> config, Optional<Path> data, boolean terminal) {}
