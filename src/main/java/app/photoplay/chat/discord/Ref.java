package app.photoplay.chat.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Names a message in [app.photoplay.chat.message.MessageRef#message()]. Discord lets an
/// interaction, such as a command, be answered by its token alone, for 15 minutes; what is stored
/// must therefore say more than a number.
///
/// ```
/// 123                        a message in the conversation's channel
/// d:7:123                    a message to person 7 alone
/// i:o:7:55:token             interaction 55 of person 7, to be answered
/// a:o:7:55:token:123         the message that answers it
/// ```
///
/// The letter behind `i` and `a`: `o` open, the bot can also write to the channel by itself; `h`
/// hidden, it cannot, or the answer is for the person alone.
sealed interface Ref {
  /// A message in the conversation's channel.
  record Posted(long message) implements Ref {
    @Override
    public String written() {
      return Long.toString(message);
    }
  }

  /// A message to a person alone.
  record Direct(long user, long message) implements Ref {
    @Override
    public String written() {
      return "d:" + user + ":" + message;
    }
  }

  /// An interaction that is to be answered.
  record Asked(boolean open, long user, long interaction, String token) implements Ref {
    @Override
    public String written() {
      return "i:" + rest();
    }

    private String rest() {
      return (open ? "o" : "h") + ":" + user + ":" + interaction + ":" + token;
    }

    /// Whether Discord still takes the token, by the clock of this machine.
    boolean alive(Instant now) {
      return now.isBefore(since(interaction).plus(TOKENS_LIVE));
    }
  }

  /// A message that answers an interaction.
  record Answered(Asked asked, long message) implements Ref {
    @Override
    public String written() {
      return "a:" + asked.rest() + ":" + message;
    }
  }

  /// A little less than the 15 minutes that Discord promises, so that no call comes too late.
  Duration TOKENS_LIVE = Duration.ofMinutes(14);

  /// When Discord's clocks began.
  long EPOCH_MILLIS = 1_420_070_400_000L;

  /// As it is stored.
  String written();

  /// Whether the bot can write where the message is without a token.
  default boolean open() {
    return switch (this) {
      case Answered(var asked, _) -> asked.open();
      case Asked asked -> asked.open;
      case Posted _, Direct _ -> true;
    };
  }

  /// Whom it is for, as far as it says.
  default Optional<Long> person() {
    return switch (this) {
      case Asked asked -> Optional.of(asked.user());
      case Answered(var asked, _) -> Optional.of(asked.user());
      case Direct(var user, _) -> Optional.of(user);
      case Posted _ -> Optional.empty();
    };
  }

  /// The message; empty when it is yet to be written.
  default Optional<Long> id() {
    return switch (this) {
      case Posted(var id) -> Optional.of(id);
      case Direct(_, var id) -> Optional.of(id);
      case Answered(_, var id) -> Optional.of(id);
      case Asked _ -> Optional.empty();
    };
  }

  /// Reads what was stored.
  ///
  /// @throws IllegalArgumentException when it is none of ours
  static Ref parse(String written) {
    String[] parts = written.split(":", -1);
    return switch (parts[0]) {
      case "d" -> new Direct(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
      case "i" -> asked(parts);
      case "a" -> new Answered(asked(parts), Long.parseLong(parts[5]));
      default -> new Posted(Long.parseLong(written));
    };
  }

  private static Asked asked(String[] parts) {
    return new Asked(
        parts[1].equals("o"), Long.parseLong(parts[2]), Long.parseLong(parts[3]), parts[4]);
  }

  /// When something was made, which its id says.
  static Instant since(long id) {
    return Instant.ofEpochMilli((id >> 22) + EPOCH_MILLIS);
  }
}
