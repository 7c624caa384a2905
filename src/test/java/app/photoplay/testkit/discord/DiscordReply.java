package app.photoplay.testkit.discord;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// How the fake should answer one call instead of doing what it asks.
public sealed interface DiscordReply {

  /// This answer.
  ///
  /// @param done whether the call takes effect all the same
  record Answer(int status, Map<String, String> headers, Body body, boolean done)
      implements DiscordReply {

    public Answer with(String header, String value) {
      return with(Map.of(header, value));
    }

    /// What this answer says already is kept.
    Answer with(Map<String, String> others) {
      Map<String, String> more = new LinkedHashMap<>(others);
      more.putAll(headers);
      return new Answer(status, more, body, done);
    }

    /// The same answer to a call that took effect.
    public Answer afterAll() {
      return new Answer(status, headers, body, true);
    }
  }

  /// The bytes of an answer.
  final class Body {
    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /// No answer at all until the fake is closed.
  ///
  /// @param done whether the call takes effect all the same
  record Hang(boolean done) implements DiscordReply {}

  /// The connection is cut after the call was received; of a file half is sent.
  ///
  /// @param done whether the call takes effect all the same
  record Cut(boolean done) implements DiscordReply {}

  /// Does what the call asks once the gate is open.
  record Held(CountDownLatch gate) implements DiscordReply {}

  /// Does what the call asks, as if nothing had been scripted; lets a script skip some calls.
  record Usual() implements DiscordReply {}

  static DiscordReply usual() {
    return new Usual();
  }

  /// Any answer with text.
  static Answer answer(int status, String body, Map<String, String> headers) {
    return bytes(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /// Any answer.
  static Answer bytes(int status, byte[] body, Map<String, String> headers) {
    return new Answer(status, Map.copyOf(headers), new Body(body), false);
  }

  /// A refusal in Discord's form.
  static Answer error(int status, int code, String message) {
    return json(status, "{\"message\":\"%s\",\"code\":%d}".formatted(message, code));
  }

  /// Too often on this route.
  static Answer tooMany(double seconds) {
    return tooMany(seconds, false).with("X-RateLimit-Scope", "user");
  }

  /// Too often whatever the route.
  static Answer tooManyGlobally(double seconds) {
    return tooMany(seconds, true)
        .with("X-RateLimit-Scope", "global")
        .with("X-RateLimit-Global", "true");
  }

  /// Others called too often for all of us.
  static Answer tooManyShared(double seconds) {
    return tooMany(seconds, false).with("X-RateLimit-Scope", "shared");
  }

  /// The pause stands in the body only.
  static Answer tooManyWithoutHeader(double seconds) {
    return json(429, pause(seconds, false));
  }

  /// The edge in front of Discord has enough of this address.
  static Answer tooManyAtTheEdge(int seconds) {
    return page(429, "Access denied | discord.com used Cloudflare to restrict access")
        .with("Retry-After", Integer.toString(seconds));
  }

  /// What the edge says while the servers behind restart.
  static Answer badGateway() {
    return page(502, "502 Bad Gateway");
  }

  static DiscordReply hangs() {
    return new Hang(false);
  }

  static DiscordReply doesItAndHangs() {
    return new Hang(true);
  }

  static DiscordReply cutsTheConnection() {
    return new Cut(false);
  }

  static DiscordReply doesItAndCutsTheConnection() {
    return new Cut(true);
  }

  static DiscordReply heldUntil(CountDownLatch gate) {
    return new Held(gate);
  }

  static DiscordReply redirect(URI elsewhere) {
    return answer(302, "", Map.of("Location", elsewhere.toString()));
  }

  static Answer json(int status, String body) {
    return answer(status, body, Map.of("Content-Type", "application/json", "Via", "1.1 google"));
  }

  private static Answer tooMany(double seconds, boolean global) {
    return json(429, pause(seconds, global))
        .with("Retry-After", Long.toString((long) Math.ceil(seconds)))
        .with("X-RateLimit-Reset-After", Double.toString(seconds))
        .with("X-RateLimit-Remaining", "0");
  }

  private static String pause(double seconds, boolean global) {
    return "{\"message\":\"You are being rate limited.\",\"retry_after\":%s,\"global\":%s}"
        .formatted(seconds, global);
  }

  private static Answer page(int status, String title) {
    String page = "<!DOCTYPE html><html><head><title>%s</title></head></html>".formatted(title);
    return answer(status, page, Map.of("Content-Type", "text/html"));
  }
}
