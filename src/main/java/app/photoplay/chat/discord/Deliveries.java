package app.photoplay.chat.discord;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;

/// Brings messages to where they can be seen: while its token lives the answer to an interaction,
/// then the channel, and where the bot may not write, the person alone. Thread-safe; blocks.
final class Deliveries {
  /// A start takes about a second.
  private static final Duration CONNECTING = Duration.ofSeconds(2);

  private static final Duration NO_FILE = Duration.ofSeconds(5);

  private final Gateway gateway;
  private final Tokens tokens;
  private final Rights rights;
  private final Duration deadline;
  private final Duration patience;

  /// @param deadline of one call
  Deliveries(Gateway gateway, Tokens tokens, Rights rights, Duration deadline) {
    this.gateway = gateway;
    this.tokens = tokens;
    this.rights = rights;
    this.deadline = deadline;
    this.patience = CONNECTING.compareTo(deadline) < 0 ? CONNECTING : deadline;
  }

  private interface Task {
    SendOutcome with(Delivery delivery) throws Failed, IOException, InterruptedException;
  }

  /// Shows a new message.
  SendOutcome send(Conversation in, OutboundMessage message) throws InterruptedException {
    SendOutcome outcome = attempt(in, message, Delivery::send);
    if (outcome instanceof SendOutcome.Sent(var sent, _)
        && Ref.parse(sent) instanceof Ref.Answered(var asked, _)) {
      Optional<OutboundMessage> hint = rights.hint(asked);
      if (hint.isPresent()) {
        whisper(asked, hint.get());
      }
    }
    return outcome;
  }

  /// Replaces a message.
  SendOutcome edit(MessageRef message, OutboundMessage replacement) throws InterruptedException {
    Ref ref = Ref.parse(message.message());
    SendOutcome outcome =
        attempt(message.conversation(), replacement, delivery -> delivery.edit(ref));
    // what cannot be reached here may be said elsewhere
    return outcome instanceof SendOutcome.ConversationGone
        ? new SendOutcome.MessageGone()
        : outcome;
  }

  /// A few words for one person beside an answer; they may get lost.
  void whisper(Ref.Asked asked, OutboundMessage words) throws InterruptedException {
    var nowhere = new Conversation(DiscordChat.NAME, "", "", true);
    var _ =
        attempt(
            nowhere,
            words.privately(),
            delivery -> new SendOutcome.Sent(delivery.followUp(asked).written(), Optional.empty()));
  }

  private SendOutcome attempt(Conversation in, OutboundMessage message, Task task)
      throws InterruptedException {
    Optional<JDA> client = gateway.any(patience);
    if (client.isEmpty()) {
      return new SendOutcome.Later(CONNECTING);
    }
    try (Leases leases = new Leases()) {
      return task.with(new Delivery(client.get(), gateway, tokens, deadline, in, message, leases));
    } catch (Failed e) {
      // a server may forbid words; what they stand beside is shown without them
      return Outcomes.wordsForbidden(e.why) && !message.text().isEmpty()
          ? attempt(in, message.saying(""), task)
          : Outcomes.of(e.why, e.repeatable);
    } catch (IOException e) {
      return new SendOutcome.Later(NO_FILE);
    }
  }
}
