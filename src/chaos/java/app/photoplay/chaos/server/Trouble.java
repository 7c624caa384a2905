package app.photoplay.chaos.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the world does to the server.
public enum Trouble {
  /// It is killed (SIGKILL) and started again after a while.
  KILL,
  /// It is told to stop (SIGTERM) and started again.
  STOP,
  /// The platform answers with errors, not at all, or is not there.
  OUTAGE,
  /// The platform is away and the server is killed meanwhile.
  OUTAGE_AND_KILL,
  /// Hundreds of people write within a second.
  FLOOD,
  /// Strangers send requests to the web page whose bodies hardly ever end.
  SLOW_BODIES,
  /// The platform passes on updates that nobody expects.
  ODD_UPDATES;

  /// The name on the command line: `slow-bodies`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Trouble> parse(String label) {
    return Arrays.stream(values()).filter(it -> it.label().equals(label)).findFirst();
  }
}
