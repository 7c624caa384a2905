package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// First answers to interactions, and all that their tokens reach.
final class InteractionRoutes {
  private static final int MESSAGE = 4;
  private static final int THINKS = 5;
  private static final int THINKS_ABOUT_PRESS = 6;
  private static final int CHANGES = 7;
  private static final int CHOICES = 8;
  private static final int MODAL = 9;
  private static final int MOST_FOLLOW_UPS = 5;
  private static final String TOKEN = "webhooks/\\d+/([^/]+)";

  private final DiscordState state;

  InteractionRoutes(DiscordState state) {
    this.state = state;
  }

  void into(Routes routes) {
    routes.free("POST", "interactions/(\\d+)/([^/]+)/callback", this::answer);
    routes.open("POST", TOKEN, this::followUp);
    String message = TOKEN + "/messages/(@original|\\d+)";
    routes.free("GET", message, (_, path) -> Routes.ok(message(path).json(state)));
    routes.open("PATCH", message, this::edit);
    routes.open("DELETE", message, (_, path) -> delete(path));
  }

  // ---- the first answer

  private DiscordReply.Answer answer(DiscordCall call, Matcher path) {
    Interaction interaction = state.interactions.get(Long.parseLong(path.group(1)));
    if (interaction == null || !interaction.token.equals(path.group(2))) {
      throw DiscordError.unknownInteraction();
    }
    if (interaction.answer != 0) {
      throw new DiscordError(400, 40_060, "Interaction has already been acknowledged.");
    }
    if (interaction.late(state.now(), state.patience)) {
      throw DiscordError.unknownInteraction();
    }
    int type = call.body().path("type").asInt();
    if (!allowed(interaction).contains(type)) {
      throw DiscordError.choice(
          "type", "Value of field \"type\" must be one of " + allowed(interaction));
    }
    mustExist(interaction.room);
    perform(interaction, type, call);
    interaction.answer = type;
    interaction.answered = call.body().path("data").deepCopy();
    interaction.answeredNanos = call.nanos();
    return call.query().contains("with_response=true")
        ? Routes.ok(response(interaction, type))
        : Routes.nothing();
  }

  private static Set<Integer> allowed(Interaction interaction) {
    return switch (interaction.type) {
      case Interaction.AUTOCOMPLETE -> Set.of(CHOICES);
      case Interaction.COMPONENT -> Set.of(MESSAGE, THINKS, THINKS_ABOUT_PRESS, CHANGES, MODAL);
      case Interaction.MODAL ->
          interaction.source.isPresent()
              ? Set.of(MESSAGE, THINKS, THINKS_ABOUT_PRESS, CHANGES)
              : Set.of(MESSAGE, THINKS);
      default -> Set.of(MESSAGE, THINKS, MODAL);
    };
  }

  private void perform(Interaction interaction, int type, DiscordCall call) {
    JsonNode data = call.body().path("data");
    boolean ephemeral = (data.path("flags").asLong() & Stored.EPHEMERAL) != 0;
    switch (type) {
      case MESSAGE -> interaction.original = Optional.of(write(interaction, call, data, ephemeral));
      case THINKS ->
          interaction.original = Optional.of(state.messages.think(interaction, ephemeral));
      case THINKS_ABOUT_PRESS -> interaction.original = interaction.source;
      case CHANGES -> {
        Stored source = interaction.source.orElseThrow();
        state.messages.edit(source, call, data, interaction.fileLimit());
        interaction.original = interaction.source;
      }
      case CHOICES -> choices(data.path("choices"));
      default -> ModalChecks.check(data);
    }
  }

  private static void mustExist(Room room) {
    if (room.deleted) {
      throw DiscordError.unknownChannel();
    }
  }

  private Stored write(
      Interaction interaction, DiscordCall call, JsonNode data, boolean ephemeral) {
    return state.messages.post(
        interaction.room,
        call,
        data,
        interaction.fileLimit(),
        message -> {
          message.answers = Optional.of(interaction);
          if (ephemeral) {
            Messages.hide(message, interaction);
          }
        });
  }

  private static void choices(JsonNode choices) {
    if (choices.size() > 25) {
      throw DiscordError.tooLong("data.choices", 25);
    }
    for (int i = 0; i < choices.size(); i++) {
      for (String field : new String[] {"name", "value"}) {
        int length = choices.get(i).path(field).asText("").length();
        if (length < 1 || length > 100) {
          throw DiscordError.length("data.choices.%d.%s".formatted(i, field), 1, 100);
        }
      }
    }
  }

  private ObjectNode response(Interaction interaction, int type) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode of = json.putObject("interaction").put("id", Stored.text(interaction.id));
    of.put("type", interaction.type);
    json.putObject("resource").put("type", type);
    interaction.original.ifPresent(message -> {
      of.put("response_message_id", Stored.text(message.id));
      of.put("response_message_loading", message.has(Stored.LOADING));
      of.put("response_message_ephemeral", message.has(Stored.EPHEMERAL));
      if (type == MESSAGE || type == CHANGES) {
        ((ObjectNode) json.path("resource")).set("message", message.json(state));
      }
    });
    return json;
  }

  // ---- the token

  private Interaction byToken(String token) {
    Interaction interaction = state.interactionsByToken.get(token);
    if (interaction == null || interaction.dead(state.now())) {
      throw new DiscordError(401, 50_027, "Invalid Webhook Token");
    }
    if (interaction.answer == 0 || interaction.answer == CHOICES || interaction.answer == MODAL) {
      throw new DiscordError(404, 10_015, "Unknown Webhook");
    }
    return interaction;
  }

  private DiscordReply.Answer followUp(DiscordCall call, Matcher path) {
    Interaction interaction = byToken(path.group(1));
    mustExist(interaction.room);
    if (interaction.byUserOnly() && interaction.followUps >= MOST_FOLLOW_UPS) {
      throw new DiscordError(
          400, 40_094, "Maximum number of follow up messages for this interaction reached");
    }
    Optional<Stored> thinking =
        interaction
            .original
            .filter(it -> it.has(Stored.LOADING))
            .filter(it -> it.room.messages.contains(it));
    if (thinking.isPresent()) {
      // the first one takes the place of "thinking", with that one's ephemerality
      state.messages.edit(thinking.get(), call, call.body(), interaction.fileLimit());
      return Routes.ok(thinking.get().json(state));
    }
    boolean ephemeral = (call.body().path("flags").asLong() & Stored.EPHEMERAL) != 0;
    Stored message = write(interaction, call, call.body(), ephemeral);
    interaction.followUps++;
    return Routes.ok(message.json(state));
  }

  private Stored message(Matcher path) {
    Interaction interaction = byToken(path.group(1));
    mustExist(interaction.room);
    Optional<Stored> found =
        path.group(2).equals("@original")
            ? interaction.original
            : interaction
                .room
                .find(Long.parseLong(path.group(2)))
                .filter(it -> reaches(interaction, it));
    return found
        .filter(it -> it.room.messages.contains(it))
        .orElseThrow(DiscordError::unknownMessage);
  }

  private static boolean reaches(Interaction interaction, Stored message) {
    return message.answers.equals(Optional.of(interaction))
        || interaction.original.equals(Optional.of(message));
  }

  private DiscordReply.Answer edit(DiscordCall call, Matcher path) {
    Stored message = message(path);
    ChannelRoutes.mustBeOpen(message.room);
    long limit = byToken(path.group(1)).fileLimit();
    state.messages.edit(message, call, call.body(), limit);
    return Routes.ok(message.json(state));
  }

  private DiscordReply.Answer delete(Matcher path) {
    state.messages.delete(message(path));
    return Routes.nothing();
  }
}
