package app.photoplay.chaos.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a run of [ServerChaos] is.
///
/// @param lasting for how long there is trouble, when `kills` does not say how often
/// @param kills after so many kills the trouble ends
/// @param people how many write at once in a flood
/// @param troubles which kinds of trouble there are; empty = none
/// @param work an empty folder for the data, the log and the configuration
/// @param command what starts Photoplay, up to its first argument
public record ServerSettings(
    Duration lasting,
    Optional<Integer> kills,
    int people,
    Set<Trouble> troubles,
    long seed,
    Path work,
    List<String> command) {
  public ServerSettings {
    troubles = Set.copyOf(troubles);
    command = List.copyOf(command);
  }
}
