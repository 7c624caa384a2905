package app.photoplay.server;

import java.util.List;

/// Where the server listens.
///
/// @param port 0 lets the system choose
/// @param trustedProxies whose `X-Forwarded-For` is believed
public record ServerSettings(String host, int port, List<Network> trustedProxies) {
  public ServerSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }
}
