package app.photoplay.chat.discord;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;

/// One message on its way to where it can be seen. For one thread; blocks.
///
/// What is new in a channel carries a nonce, by which Discord knows it when it is sent again; the
/// answer to an interaction is an edit, which changes nothing when it is repeated. Follow-ups have
/// neither: they carry words that can go no other way, and never a video.
///
/// @param deadline a call that has not ended by then never will, and is not made later
record Delivery(
    JDA client,
    Gateway gateway,
    Tokens tokens,
    Duration deadline,
    Conversation in,
    OutboundMessage message,
    Leases leases) {

  private static final int NONCE_UNITS = 25;

  /// One of the ways to a person.
  private interface Way {
    Ref go() throws Failed, IOException, InterruptedException;
  }

  private interface Call<T> {
    RestAction<T> make() throws Failed, IOException, InterruptedException;
  }

  /// Shows a new message by the first way that is open.
  SendOutcome send() throws Failed, IOException, InterruptedException {
    for (Way way : ways()) {
      try {
        return sent(way.go());
      } catch (Failed e) {
        if (!Outcomes.elsewhere(e.why)) {
          throw e;
        }
      }
    }
    return new SendOutcome.ConversationGone();
  }

  private static SendOutcome sent(Ref ref) {
    return new SendOutcome.Sent(ref.written(), Optional.empty());
  }

  /// In place of "thinking", then into the channel, then to the person; by a token alone where
  /// others must not see it or the bot may not write.
  private List<Way> ways() {
    Optional<Ref> to = message.replyTo().map(MessageRef::message).map(Ref::parse);
    Optional<Ref.Asked> token = to.flatMap(tokens::of);
    // where nobody else reads along there is nothing to hide
    boolean alone = in.group() && message.extras().ephemeral();
    boolean hidden = in.group() && (alone || !to.map(Ref::open).orElse(true));
    List<Way> ways = new ArrayList<>();
    if (to.orElse(null) instanceof Ref.Asked asked
        && token.isPresent()
        && !message.extras().further()
        && tokens.free(asked, nonce())) {
      ways.add(alone && asked.open() ? () -> inPlaceOfThinking(asked) : () -> original(asked));
    }
    if (!hidden) {
      ways.add(() -> post(place(), to));
    }
    token
        .filter(_ -> message.kind() != OutboundMessage.Kind.RESULT)
        .ifPresent(it -> ways.add(() -> followUp(it)));
    if (in.group()) {
      to.flatMap(Ref::person)
          .or(() -> token.map(Ref.Asked::user))
          .ifPresent(it -> ways.add(() -> direct(it)));
    }
    return ways;
  }

  private Ref original(Ref.Asked asked) throws Failed, IOException, InterruptedException {
    Message shown = done(() -> hook(asked).editOriginal(Forms.edit(message, leases)), true);
    tokens.answered(asked, nonce());
    return new Ref.Answered(asked, shown.getIdLong());
  }

  /// Everybody has seen "thinking": it goes, and the person alone is told.
  private Ref inPlaceOfThinking(Ref.Asked asked) throws Failed, IOException, InterruptedException {
    try {
      done(() -> hook(asked).deleteOriginal(), true);
    } catch (Failed e) {
      if (!Outcomes.messageGone(e.why)) {
        throw e;
      }
    }
    return followUp(asked);
  }

  /// Beside what answers the interaction.
  Ref followUp(Ref.Asked asked) throws Failed, IOException, InterruptedException {
    Message shown =
        done(
            () ->
                hook(asked)
                    .sendMessage(Forms.create(message, leases))
                    .setEphemeral(message.extras().ephemeral()),
            false);
    var hidden = new Ref.Asked(false, asked.user(), asked.interaction(), asked.token());
    return new Ref.Answered(hidden, shown.getIdLong());
  }

  /// In reply to another message, unless the bot may not read what was said.
  private Ref post(MessageChannel channel, Optional<Ref> to)
      throws Failed, IOException, InterruptedException {
    Optional<Long> original = to.flatMap(Ref::id);
    try {
      return new Ref.Posted(create(channel, original));
    } catch (Failed e) {
      if (original.isEmpty() || !Outcomes.replyForbidden(e.why)) {
        throw e;
      }
      return new Ref.Posted(create(channel, Optional.empty()));
    }
  }

  private Ref direct(long person) throws Failed, IOException, InterruptedException {
    return new Ref.Direct(person, create(alone(person), Optional.empty()));
  }

  private long create(MessageChannel channel, Optional<Long> original)
      throws Failed, IOException, InterruptedException {
    Message shown =
        done(
            () -> {
              MessageCreateAction form =
                  channel.sendMessage(Forms.create(message, leases)).setNonce(nonce());
              return original.isPresent()
                  ? form.setMessageReference(original.get()).failOnInvalidReply(false)
                  : form;
            },
            true);
    return shown.getIdLong();
  }

  private MessageChannel place() throws Failed, IOException, InterruptedException {
    Optional<Long> person = Places.person(in);
    if (person.isPresent()) {
      return alone(person.get());
    }
    return Places.channel(gateway, in)
        .orElseThrow(() -> new Failed(new Outcomes.NoSuchPlace(gateway.complete()), true));
  }

  private MessageChannel alone(long person) throws Failed, IOException, InterruptedException {
    Optional<MessageChannel> known = gateway.direct(person);
    if (known.isPresent()) {
      return known.get();
    }
    MessageChannel opened = done(() -> client.openPrivateChannelById(person), true);
    gateway.opened(person, opened);
    return opened;
  }

  /// The same for all tries to send the same message.
  private String nonce() {
    if (!message.extras().key().isEmpty()) {
      return message.extras().key();
    }
    String name = in + " " + message.replyTo() + " " + message.kind() + " " + message.text();
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return id.toString().replace("-", "").substring(0, NONCE_UNITS);
  }

  /// Replaces a message: by a token while one lives, else as a message of its channel.
  SendOutcome edit(Ref ref) throws Failed, IOException, InterruptedException {
    long id = ref.id().orElseThrow();
    Optional<Ref.Asked> token = tokens.of(ref);
    if (token.isPresent()) {
      try {
        done(() -> hook(token.get()).editMessageById(id, Forms.edit(message, leases)), true);
        return sent(ref);
      } catch (Failed e) {
        if (!Outcomes.tokenDead(e.why)) {
          throw e;
        }
      }
    }
    if (in.group() && !ref.open()) {
      return new SendOutcome.MessageGone();
    }
    MessageChannel channel = ref instanceof Ref.Direct(var user, _) ? alone(user) : place();
    done(() -> channel.editMessageById(id, Forms.edit(message, leases)), true);
    return sent(ref);
  }

  /// Such a handle does not judge by the clock of this machine whether it still works.
  private InteractionHook hook(Ref.Asked asked) throws InterruptedException {
    tokens.awaitAcknowledged(asked, deadline);
    return InteractionHook.from(client, asked.token());
  }

  /// Waits for an answer, but not for ever: some calls of the library never end.
  private <T> T done(Call<T> call, boolean repeatable)
      throws Failed, IOException, InterruptedException {
    var wanted = new AtomicBoolean(true);
    try {
      RestAction<T> action = call.make().addCheck(wanted::get);
      return action.submit().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new Failed(e.getCause() == null ? e : e.getCause(), repeatable);
    } catch (TimeoutException | RuntimeException e) {
      throw new Failed(e, repeatable || e instanceof CancellationException);
    } finally {
      wanted.set(false);
    }
  }
}
