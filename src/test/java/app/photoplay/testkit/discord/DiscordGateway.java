package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The gateway's side of things: its sessions, and what goes wrong with them.
public final class DiscordGateway {
  private static final Duration WHILE = Duration.ofMinutes(1);

  private final DiscordState state;

  DiscordGateway(DiscordState state) {
    this.state = state;
  }

  /// Where clients connect.
  public String address() {
    return state.gateway.address();
  }

  // ---- trouble

  /// Cuts all connections without a word; sessions can be taken up again.
  public void killSockets() {
    change(state.gateway::killAll);
  }

  /// Asks everybody to connect again.
  public void reconnectOp7() {
    change(() -> state.gateway.sayToAll(7, JsonNodeFactory.instance.nullNode()));
  }

  /// Tells everybody that their session is over, and forgets it.
  public void invalidSession() {
    change(() -> {
      state.gateway.forgetSessions();
      state.gateway.sayToAll(9, JsonNodeFactory.instance.booleanNode(false));
    });
  }

  /// Says good-bye to everybody with this code.
  public void closeWith(int code) {
    change(() -> state.gateway.closeAll(code));
  }

  /// Turns the next login away with this code.
  public void refuseNextLogin(int code) {
    change(() -> state.gateway.trouble.closeNext = code);
  }

  /// The next session that shall be taken up again is over.
  public void refuseNextResume() {
    change(() -> state.gateway.trouble.refuseResume = true);
  }

  /// Tells every event twice from now on.
  public void duplicateEvents() {
    change(() -> state.gateway.trouble.copies = 2);
  }

  /// Tells nothing until [#release()] or [#releaseShuffled(long)].
  public void delay() {
    change(state.gateway.trouble::hold);
  }

  public void release() {
    change(() -> state.gateway.release(state.gateway.trouble.letGo()));
  }

  /// Tells what was held back in another order.
  public void releaseShuffled(long seed) {
    change(() -> {
      List<GatewayTrouble.Event> events = new ArrayList<>(state.gateway.trouble.letGo());
      Collections.shuffle(events, new Random(seed));
      state.gateway.release(events);
    });
  }

  /// Hears nothing from now on, not even heartbeats.
  public void deaf(boolean now) {
    change(() -> state.gateway.trouble.deaf = now);
  }

  /// Tells everybody an event that may be unknown to them.
  public void tell(String event, JsonNode content) {
    change(() -> state.gateway.dispatch(event, content, 0, 0));
  }

  /// Says any text.
  public void sayRaw(String text) {
    change(() -> state.gateway.sayRaw(text));
  }

  // ---- settings

  /// Asks for a sign of life so often, of those who connect from now on.
  public void heartbeat(Duration every) {
    change(() -> state.gateway.heartbeat = every);
  }

  /// Recommends so many shards.
  public void shards(int count) {
    change(() -> state.gateway.shards = count);
  }

  /// Allows intents that have to be asked for.
  public void allow(long intents) {
    change(() -> state.gateway.privileged = intents);
  }

  // ---- looking

  public int identifies() {
    return state.monitor.read(() -> state.gateway.identifies);
  }

  public int resumes() {
    return state.monitor.read(() -> state.gateway.resumes);
  }

  /// Sessions that are connected.
  public int connections() {
    return state.monitor.read(state.gateway::connections);
  }

  public void awaitConnections(int count) throws InterruptedException {
    var there =
        state.monitor.await(
            () -> state.gateway.connections() == count ? Optional.of(count) : Optional.empty(),
            WHILE);
    if (there.isEmpty()) {
      throw new AssertionError(connections() + " connections");
    }
  }

  /// Waits until clients have logged in so often.
  public void awaitIdentifies(int count) throws InterruptedException {
    var there =
        state.monitor.await(
            () -> state.gateway.identifies >= count ? Optional.of(count) : Optional.empty(), WHILE);
    if (there.isEmpty()) {
      throw new AssertionError(identifies() + " logins");
    }
  }

  private void change(Runnable what) {
    state.monitor.change(() -> {
      what.run();
      return this;
    });
  }
}
