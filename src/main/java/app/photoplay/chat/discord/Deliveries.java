package app.photoplay.chat.discord;

import app.photoplay.chat.SendOutcome;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.storage.Leases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
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

/// Brings messages to where they can be seen: while its token lives the answer to an interaction,
/// then the channel, and where the bot may not write, the person alone.
///
/// What is new in a channel carries a nonce, by which Discord knows it when it is sent again; the
/// answer to an interaction is an edit, which changes nothing when it is repeated. Follow-ups have
/// neither, and the client library repeats them by itself: they carry only short texts for one
/// person. Thread-safe; blocks.
final class Deliveries {
  /// A call that has not ended by then never will.
  private static final Duration DEADLINE = Duration.ofMinutes(3);

  private static final int NONCE_UNITS = 25;

  private final Gateway gateway;
  private final PressTokens presses;
  private final InstantSource time;

  Deliveries(Gateway gateway, PressTokens presses, InstantSource time) {
    this.gateway = gateway;
    this.presses = presses;
    this.time = time;
  }

  /// Shows a new message.
  SendOutcome send(Conversation in, OutboundMessage message) throws InterruptedException {
    Optional<JDA> client = gateway.any();
    if (client.isEmpty()) {
      return new SendOutcome.Later(Duration.ofSeconds(2));
    }
    Optional<Ref> to = message.replyTo().map(MessageRef::message).map(Ref::parse);
    try (Leases leases = new Leases()) {
      Optional<SendOutcome> answered = answer(client.get(), in, to, message, leases);
      return answered.isPresent() ? answered.get() : post(client.get(), in, to, message, leases);
    } catch (IOException e) {
      return new SendOutcome.Later(Duration.ofSeconds(5));
    }
  }

  /// By the token of the interaction that is answered; empty when that does not work any more.
  private Optional<SendOutcome> answer(
      JDA client, Conversation in, Optional<Ref> to, OutboundMessage message, Leases leases)
      throws IOException, InterruptedException {
    boolean alone = alone(in, message);
    if (to.orElse(null) instanceof Ref.Asked asked && asked.alive(time.instant())) {
      return alone && asked.open()
          ? alone(client, asked, message, leases)
          : original(client, asked, message, leases);
    }
    Optional<Ref.Asked> follow = to.filter(it -> alone || !open(it)).flatMap(this::asked);
    return follow.isPresent() ? followUp(client, follow.get(), message, leases) : Optional.empty();
  }

  /// Where nobody else reads along there is nothing to hide.
  private static boolean alone(Conversation in, OutboundMessage message) {
    return in.group() && message.extras().ephemeral();
  }

  private static boolean open(Ref ref) {
    return switch (ref) {
      case Ref.Answered(var asked, _) -> asked.open();
      case Ref.Asked asked -> asked.open();
      case Ref.Posted _, Ref.Direct _ -> true;
    };
  }

  /// The interaction behind a message, as long as its token lives.
  private Optional<Ref.Asked> asked(Ref ref) {
    return switch (ref) {
      case Ref.Answered(var asked, _) -> Optional.of(asked).filter(it -> it.alive(time.instant()));
      case Ref.Posted(var message) -> presses.of(message).filter(it -> it.alive(time.instant()));
      case Ref.Asked _, Ref.Direct _ -> Optional.empty();
    };
  }

  /// In place of "thinking".
  private Optional<SendOutcome> original(
      JDA client, Ref.Asked asked, OutboundMessage message, Leases leases)
      throws IOException, InterruptedException {
    try {
      Message shown = done(hook(client, asked).editOriginal(Forms.edit(message, leases)));
      return Optional.of(sent(new Ref.Answered(asked, shown.getIdLong())));
    } catch (Failed e) {
      boolean elsewhere = Outcomes.tokenDead(e.why) || Outcomes.messageGone(e.why);
      return elsewhere ? Optional.empty() : Optional.of(Outcomes.of(e.why, true));
    }
  }

  /// Everybody has seen "thinking": it goes, and the person alone is told.
  private Optional<SendOutcome> alone(
      JDA client, Ref.Asked asked, OutboundMessage message, Leases leases)
      throws IOException, InterruptedException {
    try {
      done(hook(client, asked).deleteOriginal());
    } catch (Failed e) {
      if (!Outcomes.messageGone(e.why)) {
        return Outcomes.tokenDead(e.why) ? Optional.empty() : Optional.of(Outcomes.of(e.why, true));
      }
    }
    return followUp(client, asked, message, leases);
  }

  private Optional<SendOutcome> followUp(
      JDA client, Ref.Asked asked, OutboundMessage message, Leases leases)
      throws IOException, InterruptedException {
    try {
      var form = hook(client, asked).sendMessage(Forms.create(message, leases));
      Message shown = done(form.setEphemeral(message.extras().ephemeral()));
      var hidden = new Ref.Asked(false, asked.user(), asked.interaction(), asked.token());
      return Optional.of(sent(new Ref.Answered(hidden, shown.getIdLong())));
    } catch (Failed e) {
      return Outcomes.tokenDead(e.why) ? Optional.empty() : Optional.of(Outcomes.of(e.why, false));
    }
  }

  /// Into the channel, else to the person.
  private SendOutcome post(
      JDA client, Conversation in, Optional<Ref> to, OutboundMessage message, Leases leases)
      throws IOException, InterruptedException {
    Optional<Long> person = to.flatMap(Deliveries::person);
    try {
      if (alone(in, message) || !to.map(Deliveries::open).orElse(true)) {
        throw new Failed(new Outcomes.NoSuchPlace());
      }
      Message shown = done(create(channel(client, in), in, to, message, leases));
      return sent(new Ref.Posted(shown.getIdLong()));
    } catch (Failed | RuntimeException e) {
      Throwable why = cause(e);
      return Outcomes.noAccess(why) && person.isPresent() && in.group()
          ? direct(client, person.get(), in, message, leases)
          : Outcomes.of(why, true);
    }
  }

  private SendOutcome direct(
      JDA client, long person, Conversation in, OutboundMessage message, Leases leases)
      throws IOException, InterruptedException {
    try {
      MessageChannel channel = done(client.openPrivateChannelById(person));
      Message shown = done(create(channel, in, Optional.empty(), message, leases));
      return sent(new Ref.Direct(person, shown.getIdLong()));
    } catch (Failed e) {
      return Outcomes.of(e.why, true);
    }
  }

  private MessageChannel channel(JDA client, Conversation in) throws Failed, InterruptedException {
    Optional<Long> person = Places.person(in);
    return person.isPresent()
        ? done(client.openPrivateChannelById(person.get()))
        : Places.channel(gateway, in);
  }

  private static Optional<Long> person(Ref ref) {
    return switch (ref) {
      case Ref.Asked asked -> Optional.of(asked.user());
      case Ref.Answered(var asked, _) -> Optional.of(asked.user());
      case Ref.Direct(var user, _) -> Optional.of(user);
      case Ref.Posted _ -> Optional.empty();
    };
  }

  private static MessageCreateAction create(
      MessageChannel channel,
      Conversation in,
      Optional<Ref> to,
      OutboundMessage message,
      Leases leases)
      throws IOException {
    MessageCreateAction form =
        channel.sendMessage(Forms.create(message, leases)).setNonce(nonce(in, message));
    return switch (to.orElse(null)) {
      case Ref.Posted(var id) -> form.setMessageReference(id).failOnInvalidReply(false);
      case Ref.Answered(_, var id) -> form.setMessageReference(id).failOnInvalidReply(false);
      case Ref.Asked _, Ref.Direct _ -> form;
      case null -> form;
    };
  }

  /// The same for all tries to send the same message.
  private static String nonce(Conversation in, OutboundMessage message) {
    if (!message.extras().key().isEmpty()) {
      return message.extras().key();
    }
    String name = in + " " + message.replyTo() + " " + message.kind() + " " + message.text();
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return id.toString().replace("-", "").substring(0, NONCE_UNITS);
  }

  /// Replaces a message.
  SendOutcome edit(MessageRef message, OutboundMessage replacement) throws InterruptedException {
    Optional<JDA> client = gateway.any();
    if (client.isEmpty()) {
      return new SendOutcome.Later(Duration.ofSeconds(2));
    }
    Ref ref = Ref.parse(message.message());
    try (Leases leases = new Leases()) {
      return edit(client.get(), message.conversation(), ref, replacement, leases);
    } catch (IOException e) {
      return new SendOutcome.Later(Duration.ofSeconds(5));
    }
  }

  private SendOutcome edit(
      JDA client, Conversation in, Ref ref, OutboundMessage replacement, Leases leases)
      throws IOException, InterruptedException {
    long id = id(ref);
    Optional<Ref.Asked> asked = asked(ref);
    try {
      if (asked.isPresent()) {
        try {
          var form = Forms.edit(replacement, leases);
          done(hook(client, asked.get()).editMessageById(id, form));
          return sent(ref);
        } catch (Failed e) {
          if (!Outcomes.tokenDead(e.why)) {
            throw e;
          }
        }
      }
      if (!open(ref)) {
        return new SendOutcome.MessageGone();
      }
      MessageChannel channel =
          ref instanceof Ref.Direct(var user, _)
              ? done(client.openPrivateChannelById(user))
              : channel(client, in);
      done(channel.editMessageById(id, Forms.edit(replacement, leases)));
      return sent(ref);
    } catch (Failed | RuntimeException e) {
      Throwable why = cause(e);
      // what cannot be reached here may be said elsewhere
      return Outcomes.noAccess(why) ? new SendOutcome.MessageGone() : Outcomes.of(why, true);
    }
  }

  private static long id(Ref ref) {
    return switch (ref) {
      case Ref.Posted(var id) -> id;
      case Ref.Direct(_, var id) -> id;
      case Ref.Answered(_, var id) -> id;
      case Ref.Asked asked -> asked.interaction();
    };
  }

  /// A few words for the person who pressed a button.
  void whisper(Ref.Asked asked, OutboundMessage words) throws InterruptedException {
    Optional<JDA> client = gateway.any();
    if (client.isEmpty() || !asked.alive(time.instant())) {
      return;
    }
    try (Leases leases = new Leases()) {
      var _ = followUp(client.get(), asked, words.privately(), leases);
    } catch (IOException e) {
      throw new IllegalStateException("words have no files", e);
    }
  }

  /// Such a handle does not judge by the clock of this machine whether it still works.
  private static InteractionHook hook(JDA client, Ref.Asked asked) {
    return InteractionHook.from(client, asked.token());
  }

  private static SendOutcome sent(Ref ref) {
    return new SendOutcome.Sent(ref.written(), Optional.empty());
  }

  /// A call that failed; the cause says how.
  private static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    final transient Throwable why;

    Failed(Throwable why) {
      super(why);
      this.why = why;
    }
  }

  private static Throwable cause(Exception e) {
    return e instanceof Failed failed ? failed.why : e;
  }

  /// Waits for an answer, but not for ever: some calls of the library never end. One that is given
  /// up is not made later.
  private static <T> T done(RestAction<T> call) throws Failed, InterruptedException {
    var wanted = new AtomicBoolean(true);
    var future = call.addCheck(wanted::get).submit();
    try {
      return future.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new Failed(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new Failed(e);
    } finally {
      wanted.set(false);
    }
  }
}
