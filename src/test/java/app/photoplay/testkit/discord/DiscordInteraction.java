package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/// Something a person did with the bot.
///
/// @param json the payload, as it was sent to the bot
public record DiscordInteraction(long id, String token, long channel, long person, JsonNode json) {

  /// The bot's first answer.
  ///
  /// @param type 4 message, 5 thinks, 6 thinks about a press, 7 changes the message, 8 choices, 9
  ///   modal
  /// @param after the time between the event on the wire and the answer on the wire
  public record Acknowledgement(int type, boolean ephemeral, JsonNode data, Duration after) {}
}
