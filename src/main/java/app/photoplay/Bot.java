package app.photoplay;

import app.photoplay.budget.Ledger;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.CommandInfo;
import app.photoplay.chat.NotRecorded;
import app.photoplay.command.AcceptProposal;
import app.photoplay.command.Command;
import app.photoplay.command.CommandRouter;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Drafts;
import app.photoplay.command.Proposals;
import app.photoplay.command.builtin.HelpCommand;
import app.photoplay.command.builtin.JobCommands;
import app.photoplay.command.builtin.MoneyCommands;
import app.photoplay.command.builtin.SubmissionCommands;
import app.photoplay.command.inbox.Inbox;
import app.photoplay.command.inbox.InboxStore;
import app.photoplay.command.inbox.QuarantineStore;
import app.photoplay.command.inbox.Reception;
import app.photoplay.database.Database;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.DatabaseUnusable;
import app.photoplay.database.Instance;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.account.SqlLedger;
import app.photoplay.database.chat.SqlAnswerStore;
import app.photoplay.database.chat.SqlDeliveryStore;
import app.photoplay.database.chat.SqlDrafts;
import app.photoplay.database.chat.SqlInboxStore;
import app.photoplay.database.chat.SqlQuarantineStore;
import app.photoplay.database.file.SqlFileIndex;
import app.photoplay.database.file.SqlReuseStore;
import app.photoplay.database.job.SqlDeskStore;
import app.photoplay.database.job.SqlJobReader;
import app.photoplay.database.job.SqlJobStore;
import app.photoplay.database.job.SqlUnresolvedSubmissions;
import app.photoplay.database.sql.Ids;
import app.photoplay.delivery.AnswerStore;
import app.photoplay.delivery.Courier;
import app.photoplay.delivery.DeliveryStore;
import app.photoplay.delivery.Outbox;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.JobStore;
import app.photoplay.intake.Accounts;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.JobDesk;
import app.photoplay.intake.Operations;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import app.photoplay.job.Kinds;
import app.photoplay.kind.clip.ClipCommand;
import app.photoplay.kind.speech.VoicesCommand;
import app.photoplay.kind.talk.Preflight;
import app.photoplay.kind.talk.StyleCommands;
import app.photoplay.kind.talk.TalkCommand;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.operator.Health;
import app.photoplay.retry.Backoff;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ReuseCache;
import app.photoplay.storage.Sweep;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everything between the platforms and the models, put together by hand: the list of commands
/// stands here, that of kinds in [KindModule].
final class Bot {
  private static final Backoff RETRY = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final List<ChatPlatform> platforms;
  private final Database database;
  private final JobEngine engine;
  private final Courier courier;
  private final Outbox outbox;
  private final Inbox inbox;
  private final QuarantineStore quarantine;
  private final Wording wording;
  private final InstantSource time;
  private final List<CommandInfo> listed;
  private final ExecutorService processor;
  private final Housekeeping housekeeping;
  private final Instance instance;
  private final Runnable takeOver;
  private volatile boolean stopping;

  /// The platforms whose updates this program takes at the moment, by name.
  private final Set<String> taking = ConcurrentHashMap.newKeySet();

  /// Puts a bot together over an open database, which stays the caller's to close.
  Bot(BotSettings settings, Adapters edges, Database database, ArtifactStore files) {
    PortDecorator around = edges.around();
    this.time = edges.time();
    this.database = database;
    this.instance = database.instance();
    this.platforms =
        edges.platforms().stream().map(it -> around.port(ChatPlatform.class, it)).toList();
    Map<String, ChatPlatform> byName =
        platforms.stream()
            .collect(Collectors.toUnmodifiableMap(ChatPlatform::name, Function.identity()));
    Ids ids = new Ids(time, instance::number);
    this.wording = new Wording(settings.language());
    Pictures pictures = edges.pictures();
    Ledger ledger = new SqlLedger(database, settings.caps(), ids);
    JobReader jobs = new SqlJobReader(database);
    ReuseCache reuse =
        new ReuseCache(
            new SqlReuseStore(database), files, settings.reuse(), settings.reuseEntries(), time);

    Kinds kinds = around.port(Kinds.class, KindModule.kinds(settings, edges, files));
    JobStore jobStore =
        around.port(JobStore.class, new SqlJobStore(database, settings.caps(), ids, reuse));
    this.takeOver = () -> jobStore.takeOver(time.instant());
    this.engine =
        new JobEngine(
            jobStore,
            kinds,
            settings.prices(),
            around.port(EngineSettings.class, KindModule.lanes(settings)),
            instance,
            time,
            this::changed);
    this.courier =
        new Courier(
            around.port(DeliveryStore.class, new SqlDeliveryStore(database)),
            jobs,
            kinds,
            files,
            byName,
            engine::fraction,
            wording,
            () -> instance.holdsFor(Duration.ZERO),
            time);
    JobDesk desk =
        new JobDesk(
            around.port(DeskStore.class, new SqlDeskStore(database, settings.caps(), ids)),
            kinds,
            settings.prices(),
            reuse,
            new JobDesk.Limits(settings.perPerson(), settings.waiting()),
            time,
            failure -> failure instanceof DatabaseException refused && refused.full(),
            job -> {
              engine.wake();
              courier.follow(job);
              instance.notifyOthers();
            },
            cancelling -> {
              engine.interrupt(cancelling.running());
              cancelling.ended().forEach(this::changed);
              cancelling.running().forEach(instance::changed);
            });

    Drafts drafts = around.port(Drafts.class, new SqlDrafts(database));
    Accounts accounts = around.port(Accounts.class, new SqlAccounts(database, ids));
    Proposals proposals = new Proposals(drafts, kinds, time);
    this.processor =
        Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("preflight-", 0).daemon(true).factory());
    Lettering lettering = new Lettering(settings.data().resolve("cache"));
    TalkCommand talk =
        new TalkCommand(
            files,
            new Preflight(pictures, new FaceFinder(), processor),
            settings.quality(),
            lettering,
            edges.voices(),
            drafts,
            proposals,
            wording,
            settings.maxSeconds(),
            time);
    this.quarantine = around.port(QuarantineStore.class, new SqlQuarantineStore(database));
    SqlFileIndex index = new SqlFileIndex(database);
    Sweep sweep =
        new Sweep(
            index,
            files,
            List.of(StorageLayout.uploads(settings.data())),
            settings.keep(),
            settings.keepBytes(),
            time);
    this.housekeeping =
        new Housekeeping(() -> {
          index.tidy(time.instant(), settings.reuse());
          sweep.run();
          quarantine.forget(time.instant().minus(settings.keep()));
        });
    List<Command> commands = new ArrayList<>();
    Function<String, List<CommandInfo>> list =
        language -> CommandRouter.listed(commands, wording, language);
    commands.add(new HelpCommand(CommandSpec.listed("start", Phrase.COMMAND_START), list, wording));
    commands.add(new HelpCommand(CommandSpec.listed("help", Phrase.COMMAND_HELP), list, wording));
    commands.add(talk);
    commands.add(
        new ClipCommand(
            files, pictures, settings.quality(), wording, processor, edges.camera()::understands));
    commands.add(new VoicesCommand(edges.voices(), wording));
    commands.addAll(new JobCommands(jobs, desk, kinds, ledger, wording, time).all());
    commands.addAll(new MoneyCommands(jobs, ledger, wording, time).all());
    commands.addAll(
        new SubmissionCommands(
                around.port(
                    UnresolvedSubmissions.class,
                    new SqlUnresolvedSubmissions(database, settings.caps(), ids)),
                around.port(Operations.class, Operations.BELIEVED),
                settings.operators(),
                engine::wake,
                settings.caps().zone(),
                wording,
                time)
            .all());
    commands.add(new AcceptProposal(proposals, wording));
    commands.addAll(
        new StyleCommands(
                drafts, jobs, lettering, edges.voices(), wording, settings.maxSeconds(), time)
            .all());
    this.listed = list.apply(settings.language());
    CommandRouter router =
        new CommandRouter(commands, talk, byName, accounts, desk, proposals, ledger, wording, time);
    Backoff backoff = around.port(Backoff.class, RETRY);
    this.outbox =
        new Outbox(
            around.port(AnswerStore.class, new SqlAnswerStore(database)),
            byName,
            () -> instance.holdsFor(Duration.ZERO),
            backoff,
            time);
    this.inbox =
        new Inbox(
            around.port(InboxStore.class, new SqlInboxStore(database)),
            router,
            outbox,
            byName.keySet(),
            backoff,
            time);
  }

  /// Takes up what a former life left, then opens the doors.
  void start() {
    instance.start(new Others());
    engine.start();
    courier.start();
    outbox.refresh();
    inbox.refresh();
    housekeeping.start();
    for (ChatPlatform platform : platforms) {
      if (platform.exclusive()) {
        instance.elect(platform.name(), () -> open(platform), () -> close(platform));
      } else {
        open(platform);
      }
    }
  }

  private void open(ChatPlatform platform) {
    if (!stopping) {
      // whoever sends to the others waits for the answer and hears of a failure at once
      platform.start(
          platform.exclusive()
              ? new Reception(inbox, quarantine, Bot::why, platform, wording, time)
              : inbox,
          listed);
      taking.add(platform.name());
    }
  }

  /// What it means that an update was not recorded.
  private static Optional<NotRecorded.Why> why(RuntimeException failure) {
    return switch (failure) {
      case DatabaseException full when full.full() -> Optional.of(NotRecorded.Why.NO_ROOM);
      case DatabaseException refused when refused.refused() -> Optional.of(NotRecorded.Why.REFUSED);
      case DatabaseException _, DatabaseUnusable _ -> Optional.of(NotRecorded.Why.UNAVAILABLE);
      default -> Optional.empty();
    };
  }

  private void close(ChatPlatform platform) {
    taking.remove(platform.name());
    platform.stop();
  }

  /// Takes nothing new, lets what is going on end for so long, and parks the rest on disk.
  void stop(Duration grace) throws InterruptedException {
    stopping = true;
    housekeeping.stop();
    platforms.forEach(ChatPlatform::stop);
    inbox.stop(grace.dividedBy(4));
    engine.stop(grace.dividedBy(2));
    outbox.stop(grace.dividedBy(8));
    courier.stop(grace.dividedBy(8));
    platforms.forEach(ChatPlatform::close);
    processor.shutdownNow();
  }

  /// What stops work right now, in plain sentences.
  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    if (!database.writable()) {
      troubles.add("The database does not take writes. Is the disk full?");
    }
    if (!instance.trouble().isEmpty()) {
      troubles.add(instance.trouble());
    }
    if (!engine.healthy()) {
      troubles.add("The engine does not get its jobs from the database. See the log.");
    }
    platforms.stream()
        .filter(platform -> taking.contains(platform.name()) && !platform.trouble().isEmpty())
        .forEach(platform -> troubles.add(platform.name() + ": " + platform.trouble()));
    return troubles;
  }

  Health.Report health() {
    return new Health.Report(troubles(), notes());
  }

  /// What the operator should know though all works, in plain sentences.
  List<String> notes() {
    try {
      return quarantine.kept().map(QuarantineStore.Kept::sentence).stream().toList();
    } catch (DatabaseException e) {
      return List.of("It is not known whether updates were put aside: see the troubles.");
    }
  }

  /// How many results and answers wait to be sent.
  int waiting() {
    return outbox.waiting() + platforms.stream().mapToInt(ChatPlatform::waiting).sum();
  }

  private void changed(JobId job) {
    courier.changed(job);
    instance.changed(job);
  }

  /// What the other programs on the database do, as far as it concerns this one.
  private final class Others implements Instance.Listener {
    @Override
    public void orphans() {
      takeOver.run();
      engine.restored();
      refresh();
    }

    @Override
    public void refresh() {
      engine.refresh();
      courier.refresh();
      outbox.refresh();
      inbox.refresh();
      platforms.forEach(ChatPlatform::refresh);
    }

    @Override
    public void changed(JobId job) {
      courier.changed(job);
    }

    @Override
    public void replaced() {
      engine.abandon();
    }
  }
}
