package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What goes wrong at the gateway. Guarded by the state's lock.
final class GatewayTrouble {

  /// An event that waits.
  record Event(String name, JsonNode content, long guild, long intent) {}

  /// The code that the next login is turned away with, 0 for none.
  int closeNext;

  /// Whether the next resume fails.
  boolean refuseResume;

  /// How often each event is told.
  int copies = 1;

  /// Whether nothing that the other side says is heard, heartbeats among it.
  boolean deaf;

  private boolean holding;
  private final List<Event> held = new ArrayList<>();

  boolean holds(String name, JsonNode content, long guild, long intent) {
    if (holding) {
      held.add(new Event(name, content, guild, intent));
    }
    return holding;
  }

  void hold() {
    holding = true;
  }

  List<Event> letGo() {
    holding = false;
    List<Event> all = List.copyOf(held);
    held.clear();
    return all;
  }
}
