package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a person did and how far the bot has answered. Guarded by the state's lock.
final class Interaction {
  static final int COMMAND = 2;
  static final int COMPONENT = 3;
  static final int AUTOCOMPLETE = 4;
  static final int MODAL = 5;

  private static final Duration LIFE = Duration.ofMinutes(15);

  final long id;
  final String token;
  final int type;
  final Room room;
  final long person;
  final ObjectNode json;
  final Instant created;
  final long nanos = System.nanoTime();

  /// The message whose button was pressed.
  final Optional<Stored> source;

  /// The type of the first answer, 0 before it.
  int answer;

  JsonNode answered = MissingNode.getInstance();
  long answeredNanos;
  Optional<Stored> original = Optional.empty();
  int followUps;

  Interaction(
      long id,
      String token,
      Room room,
      long person,
      ObjectNode json,
      Instant created,
      Optional<Stored> source) {
    this.id = id;
    this.token = token;
    this.type = json.path("type").asInt();
    this.room = room;
    this.person = person;
    this.json = json;
    this.created = created;
    this.source = source;
  }

  boolean late(Instant now, Duration patience) {
    return now.isAfter(created.plus(patience));
  }

  boolean dead(Instant now) {
    return now.isAfter(created.plus(LIFE));
  }

  /// Whether the bot is here only because the person brought it along.
  boolean byUserOnly() {
    JsonNode owners = json.path("authorizing_integration_owners");
    return owners.has("1") && !owners.has("0");
  }

  long fileLimit() {
    return json.path("attachment_size_limit").asLong(MessageChecks.FILE_LIMIT);
  }

  Optional<DiscordInteraction.Acknowledgement> acknowledgement() {
    if (answer == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new DiscordInteraction.Acknowledgement(
            answer,
            (answered.path("flags").asLong() & Stored.EPHEMERAL) != 0,
            answered,
            Duration.ofNanos(answeredNanos - nanos)));
  }

  DiscordInteraction seen() {
    return new DiscordInteraction(id, token, room.id, person, json.deepCopy());
  }
}
