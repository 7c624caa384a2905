package app.photoplay.command;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Ledger;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.Pages;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.Conversation;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.chat.message.Person;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.command.draft.Drafts;
import app.photoplay.command.draft.Proposals;
import app.photoplay.delivery.Reply;
import app.photoplay.intake.Accounts;
import app.photoplay.intake.JobDesk;
import app.photoplay.intake.Order;
import app.photoplay.intake.Placement;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.Kinds;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the command for what a person did, runs it, orders what it leads to, and returns what is
/// to be said. Thread-safe. One of the three places that catch every exception.
public final class CommandRouter {
  private static final Logger log = LoggerFactory.getLogger(CommandRouter.class);

  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Command plain;
  private final Map<String, ChatPlatform> platforms;
  private final Accounts accounts;
  private final Deciders deciders;
  private final JobDesk desk;
  private final Set<String> operators;
  private final Refusals refusals;
  private final Edits edits;
  private final Albums albums;
  private final WaitingResults waiting;
  private final ButtonSigner buttons;
  private final Wording wording;
  private final InstantSource time;

  /// A router.
  ///
  /// @param commands in the order of lists
  /// @param plain what a message that is no command means
  /// @param operators who may use their commands, each as `platform:id`
  public CommandRouter(
      Collection<Command> commands,
      Command plain,
      Map<String, ChatPlatform> platforms,
      Set<String> operators,
      Accounts accounts,
      JobDesk desk,
      JobReader jobs,
      Kinds kinds,
      Proposals proposals,
      Drafts drafts,
      WaitingResults waiting,
      ButtonSigner buttons,
      Ledger ledger,
      Wording wording,
      InstantSource time) {
    commands.forEach(command -> this.commands.put(command.spec().name(), command));
    this.plain = plain;
    this.platforms = Map.copyOf(platforms);
    this.operators = Set.copyOf(operators);
    this.accounts = accounts;
    this.deciders = new Deciders(accounts);
    this.desk = desk;
    this.refusals = new Refusals(wording, proposals, ledger, time);
    this.edits = new Edits(desk, jobs, kinds, proposals, wording, this::order);
    this.albums = new Albums(this.commands, drafts, wording, time);
    this.waiting = waiting;
    this.buttons = buttons;
    this.wording = wording;
    this.time = time;
  }

  /// The commands that platforms list.
  public static List<CommandInfo> listed(Collection<Command> commands) {
    return commands.stream().flatMap(command -> command.spec().info().stream()).toList();
  }

  /// Shows that an update was seen.
  public void greet(ChatUpdate update) {
    ChatPlatform platform = platforms.get(update.message().conversation().platform());
    boolean written =
        !(update instanceof ChatUpdate.ButtonPress || update instanceof ChatUpdate.Joined);
    if (platform != null && written) {
      platform.acknowledge(update, "");
    }
  }

  /// Handles one update: what it orders is on disk afterwards, what it answers is returned.
  public Handled handle(ChatUpdate update) throws InterruptedException {
    ChatPlatform platform = platforms.get(update.message().conversation().platform());
    if (platform == null) {
      return new Handled.Done(List.of());
    }
    String language = wording.language(update.from().language());
    if (update instanceof ChatUpdate.Joined joined) {
      return new Handled.Done(List.of(welcome(joined, platform, language)));
    }
    CommandResult result;
    try {
      result = run(update, platform, language);
    } catch (FileUnreachable e) {
      String sorry = wording.say(language, e.otherwise());
      return new Handled.Again(
          e,
          platform.limits(update.message().conversation()).filesLive(),
          said(update, platform, OutboundMessage.of(Kind.REFUSAL, sorry)));
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      log.atError().addKeyValue("platform", platform.name()).setCause(e).log("a command failed");
      String sorry = wording.say(language, Phrase.SOMETHING_BROKE);
      result = new CommandResult.Say(OutboundMessage.of(Kind.FAILURE, sorry));
    }
    return new Handled.Done(replies(update, platform, result));
  }

  private CommandResult run(ChatUpdate update, ChatPlatform platform, String stated)
      throws InterruptedException {
    Accounts.Account person = accounts.account(update.from(), time.instant());
    AccountId account = person.id();
    String language = person.language().map(wording::language).orElse(stated);
    Command command = plain;
    Optional<ButtonData> pressed = Optional.empty();
    if (update instanceof ChatUpdate.ButtonPress press) {
      pressed = buttons.read(press.data());
      Command known = pressed.map(ButtonData::verb).map(commands::get).orElse(null);
      if (known == null || !known.spec().button()) {
        // forged, or from a version of ours that knew more
        return new CommandResult.Notice(wording.say(language, Phrase.PRESS_UNKNOWN));
      }
      command = known;
    } else if (update.said() instanceof ChatUpdate.CommandCall call) {
      Command known = commands.get(call.command());
      if (known == null || !known.spec().written()) {
        return refused(
            wording.say(
                language, Phrase.UNKNOWN_COMMAND.with(Argument.COMMAND.of(call.command()))));
      }
      command = known;
    }
    long owner = pressed.map(ButtonData::owner).orElse(ButtonData.ANYBODY);
    if (owner != ButtonData.ANYBODY && owner != account.value()) {
      switch (deciders.may(update.from(), new AccountId(owner), platform)) {
        case YES -> account = new AccountId(owner);
        case NOT_AN_ADMINISTRATOR -> {
          return new CommandResult.Notice(wording.say(language, Phrase.ADMINISTRATORS_PRESS));
        }
        case NOT_THEIRS -> {
          return new CommandResult.Notice(wording.say(language, Phrase.NOT_YOURS));
        }
      }
    }
    Invocation call = Invocation.of(update, pressed, account, platform, language);
    CommandResult result = run(command, update, call);
    showWaiting(call);
    return result;
  }

  /// How it is used there.
  private Reply welcome(ChatUpdate.Joined joined, ChatPlatform platform, String language) {
    Conversation group = joined.message().conversation();
    Sentence how =
        platform.typedCommands()
            ? Phrase.GROUP_WELCOME_TYPED
            : Phrase.GROUP_WELCOME.with(Argument.COMMAND.of(platform.addressed("talk", group)));
    String text = wording.say(language, how);
    return new Reply(group, Optional.empty(), OutboundMessage.of(Kind.ANSWER, text));
  }

  /// After the command: it may have ordered the very same.
  private void showWaiting(Invocation call) {
    if (call.pressed()) {
      return;
    }
    try {
      waiting.show(call.account(), call.message(), call.language());
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("platform", call.from().platform())
          .setCause(e)
          .log("waiting results were not looked for; the person's next message does it");
    }
  }

  private CommandResult run(Command command, ChatUpdate update, Invocation call)
      throws InterruptedException {
    if (desk.taken(call.occasion())) {
      // It came again, after a crash perhaps, and what it ordered is on its way. Run once more it
      // might mean something else by now: words whose photo has become a video ask for a photo.
      return new CommandResult.Notice(wording.say(call.language(), Phrase.ALREADY_GOING));
    }
    if (command.spec().reach() == CommandInfo.Reach.OPERATORS && !operates(call.from())) {
      return refused(
          wording.say(
              call.language(), Phrase.OPS_NOT_YOURS.with(Argument.ID.of(name(call.from())))));
    }
    CommandSpec spec = command.spec();
    String language = call.language();
    OptionWords.Read written =
        update.said() instanceof ChatUpdate.CommandCall
            ? OptionWords.written(spec, call.words(), call.options(), language, wording)
            : OptionWords.given(spec, call.words(), call.options(), language, wording);
    return switch (written) {
      case OptionWords.Read.Bad(var sentence) -> refused(sentence);
      case OptionWords.Read.Good(var words, var options) -> {
        Invocation read = call.with(words, options);
        Optional<CommandResult> late = albums.late(command, plain, read);
        if (late.isPresent()) {
          yield done(command, read, late.get());
        }
        yield update instanceof ChatUpdate.Edited ? edits.take(command, read) : run(command, read);
      }
    };
  }

  private boolean operates(Person person) {
    return operators.contains(name(person));
  }

  private static String name(Person person) {
    return person.platform() + ":" + person.id();
  }

  private static CommandResult refused(String sentence) {
    return new CommandResult.Say(OutboundMessage.of(Kind.REFUSAL, sentence));
  }

  private CommandResult run(Command command, Invocation call) throws InterruptedException {
    return done(command, call, command.run(call));
  }

  private CommandResult done(Command command, Invocation call, CommandResult result) {
    return switch (result) {
      case CommandResult.Order order -> order(call, order, Optional.empty());
      case CommandResult.Say(var message) when command.spec().reach() != CommandInfo.Reach.OPEN ->
          new CommandResult.Say(message.privately());
      case CommandResult.Say say -> say;
      case CommandResult.Change change -> change;
      case CommandResult.Notice notice -> notice;
    };
  }

  /// @param before in whose place
  private CommandResult order(
      Invocation call, CommandResult.Order order, Optional<JobReport> before) {
    Order placed =
        new Order(
            call.account(),
            order.request(),
            order.inputs(),
            call.occasion(),
            order.fresh(),
            order.draft(),
            order.agreed() || call.platform().unasked());
    Placement placement =
        before.map(it -> desk.instead(it, placed)).orElseGet(() -> desk.submit(placed));
    Optional<OutboundMessage> refusal = refusals.of(placement, call, order.inputs(), order.draft());
    if (refusal.isPresent() && placement instanceof Placement.Stale && call.pressed()) {
      return new CommandResult.Notice(refusal.get().text());
    }
    if (refusal.isPresent()) {
      return new CommandResult.Say(refusal.get());
    }
    // From here on the courier speaks: the card comes as a reply.
    return new CommandResult.Notice(
        placement instanceof Placement.Repeated
            ? wording.say(call.language(), Phrase.ALREADY_GOING)
            : order.words());
  }

  private static List<Reply> replies(
      ChatUpdate update, ChatPlatform platform, CommandResult result) {
    boolean press = update instanceof ChatUpdate.ButtonPress;
    if (press) {
      platform.acknowledge(update, words(result));
    }
    return switch (result) {
      case CommandResult.Notice _ -> List.of();
      case CommandResult.Say(var message) -> said(update, platform, message);
      case CommandResult.Change(var message, _) -> {
        Conversation in = update.message().conversation();
        OutboundMessage cut = Pages.cut(message, platform.limits(in));
        yield List.of(new Reply(in, Optional.of(update.message().message()), cut));
      }
      case CommandResult.Order _ -> throw new IllegalStateException("an order is no answer");
    };
  }

  /// What only the person who pressed a button is told.
  private static String words(CommandResult result) {
    return switch (result) {
      case CommandResult.Notice(var words) -> words;
      case CommandResult.Change(_, var words) -> words;
      case CommandResult.Say _, CommandResult.Order _ -> "";
    };
  }

  private static List<Reply> said(
      ChatUpdate update, ChatPlatform platform, OutboundMessage message) {
    Conversation in = update.message().conversation();
    // what one did wrong is nobody else's business
    boolean alone = in.group() && message.kind() == Kind.REFUSAL;
    OutboundMessage reply = (alone ? message.privately() : message).inReplyTo(update.message());
    return Pages.of(reply, platform.limits(in)).stream()
        .map(page -> new Reply(in, Optional.empty(), page))
        .toList();
  }
}
