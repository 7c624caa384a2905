package app.photoplay.assembly;

import app.photoplay.budget.Ledger;
import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.CommandInfo;
import app.photoplay.command.Command;
import app.photoplay.command.CommandRouter;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.builtin.AcceptProposal;
import app.photoplay.command.builtin.HelpCommand;
import app.photoplay.command.builtin.JobCommands;
import app.photoplay.command.builtin.MoneyCommands;
import app.photoplay.command.builtin.OperatorCommand;
import app.photoplay.command.builtin.PrivacyCommand;
import app.photoplay.command.builtin.Receipts;
import app.photoplay.command.builtin.SettingsCommand;
import app.photoplay.command.builtin.SubmissionCommands;
import app.photoplay.command.draft.DraftDesk;
import app.photoplay.command.draft.DraftNotices;
import app.photoplay.command.draft.Drafts;
import app.photoplay.command.draft.Proposals;
import app.photoplay.database.account.SqlAccounts;
import app.photoplay.database.account.SqlCastStore;
import app.photoplay.database.account.SqlLedger;
import app.photoplay.database.chat.SqlDrafts;
import app.photoplay.database.job.SqlJobTimeline;
import app.photoplay.database.job.SqlUnresolvedSubmissions;
import app.photoplay.intake.Accounts;
import app.photoplay.intake.Operations;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobReader;
import app.photoplay.job.Kinds;
import app.photoplay.kind.cast.CastCommands;
import app.photoplay.kind.cast.CastPhotos;
import app.photoplay.kind.cast.CastStore;
import app.photoplay.kind.clip.ClipCommand;
import app.photoplay.kind.film.FilmRequest;
import app.photoplay.kind.film.Films;
import app.photoplay.kind.speech.VoiceSamples;
import app.photoplay.kind.speech.VoicesCommand;
import app.photoplay.kind.talk.Preflight;
import app.photoplay.kind.talk.StyleCommands;
import app.photoplay.kind.talk.TalkCommand;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// What people can ask for: the list of commands stands here.
final class CommandModule {
  private final ExecutorService processor =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().name("preflight-", 0).daemon(true).factory());
  private final CommandRouter router;
  private final List<CommandInfo> listed;

  CommandModule(
      Foundation foundation,
      Settings settings,
      Adapters adapters,
      EngineModule engine,
      Films.Desk desk,
      Map<String, ChatPlatform> platforms) {
    Kinds kinds = desk.kinds();
    Wording wording = foundation.wording();
    InstantSource time = foundation.time();
    JobReader jobs = engine.jobs();
    Ledger ledger = new SqlLedger(foundation.database(), settings.caps(), foundation.ids());
    Accounts accounts =
        foundation.port(Accounts.class, new SqlAccounts(foundation.database(), foundation.ids()));
    Drafts drafts = foundation.port(Drafts.class, new SqlDrafts(foundation.database()));
    Proposals proposals = new Proposals(drafts, kinds, foundation.buttons(), time);
    DraftNotices notices = new DraftNotices(wording, ledger, time);
    DraftDesk waiting = new DraftDesk(drafts, proposals, notices, foundation.buttons());
    Lettering lettering = new Lettering(settings.data().resolve("cache"));
    Preflight preflight =
        foundation.port(
            Preflight.class, new Preflight(adapters.pictures(), new FaceFinder(), processor));
    CastStore cast = foundation.port(CastStore.class, new SqlCastStore(foundation.database()));
    TalkCommand talk =
        new TalkCommand(
            foundation.files(),
            preflight,
            settings.renderer().defaultQuality(),
            lettering,
            adapters.voices(),
            waiting,
            wording,
            settings.talk().maxSeconds(),
            time);
    List<Command> commands = new ArrayList<>();
    Supplier<List<CommandInfo>> list = () -> CommandRouter.listed(commands);
    commands.add(new HelpCommand(CommandSpec.listed("start", Phrase.COMMAND_START), list, wording));
    commands.add(new HelpCommand(CommandSpec.listed("help", Phrase.COMMAND_HELP), list, wording));
    commands.add(talk);
    commands.add(
        new ClipCommand(
            foundation.files(),
            adapters.pictures(),
            settings.renderer().defaultQuality(),
            wording,
            processor,
            words -> adapters.cameras().stream().anyMatch(it -> it.understands(words))));
    Command plain = talk;
    if (kinds.knows(FilmRequest.KIND)) {
      Films.Commands films =
          KindModule.films(settings, adapters, foundation.files(), foundation.experience())
              .commands(
                  desk,
                  new Films.Studio(
                      jobs,
                      new Receipts(ledger, settings.free(), time),
                      waiting,
                      cast,
                      preflight,
                      settings.renderer().defaultQuality(),
                      lettering,
                      adapters.pictures(),
                      processor,
                      time));
      commands.addAll(
          new CastCommands(
                  cast,
                  new CastPhotos(foundation.files(), preflight),
                  adapters.voices(),
                  waiting,
                  wording,
                  time)
              .all());
      commands.addAll(films.all());
      plain = films.plain().apply(talk);
    }
    commands.add(
        new VoicesCommand(
            adapters.voices(),
            new VoiceSamples(adapters.speakers(), foundation.files()),
            foundation.files(),
            foundation.buttons(),
            wording));
    commands.addAll(
        new JobCommands(
                jobs,
                engine.desk(),
                kinds,
                ledger,
                engine.fitting(),
                settings.free(),
                foundation.buttons(),
                wording,
                time)
            .all());
    commands.addAll(new MoneyCommands(jobs, ledger, settings.free(), wording, time).all());
    commands.add(new SettingsCommand(ledger, accounts, foundation.buttons(), wording, time));
    commands.add(new PrivacyCommand(settings.storage().keep(), wording));
    SubmissionCommands submissions = submissions(foundation, settings, engine);
    commands.addAll(submissions.all());
    commands.add(
        new OperatorCommand(
            submissions,
            new SqlJobTimeline(foundation.database()),
            settings.caps().zone(),
            wording));
    commands.add(new AcceptProposal(proposals, notices));
    commands.addAll(
        new StyleCommands(
                waiting,
                jobs,
                lettering,
                adapters.voices(),
                wording,
                settings.talk().maxSeconds(),
                time)
            .all());
    this.listed = list.get();
    this.router =
        new CommandRouter(
            commands,
            plain,
            platforms,
            Set.copyOf(settings.operator().people()),
            accounts,
            engine.desk(),
            jobs,
            kinds,
            proposals,
            drafts,
            (account, written, language) ->
                engine
                    .courier()
                    .showWaiting(
                        account,
                        written,
                        language,
                        time.instant().minus(settings.storage().keep())),
            foundation.buttons(),
            ledger,
            wording,
            time);
  }

  private static SubmissionCommands submissions(
      Foundation foundation, Settings settings, EngineModule engine) {
    return new SubmissionCommands(
        foundation.port(
            UnresolvedSubmissions.class,
            new SqlUnresolvedSubmissions(foundation.database(), settings.caps(), foundation.ids())),
        foundation.port(Operations.class, Operations.BELIEVED),
        engine::decided,
        settings.caps().zone(),
        foundation.wording(),
        foundation.time());
  }

  CommandRouter router() {
    return router;
  }

  List<CommandInfo> listed() {
    return listed;
  }

  void stop() {
    processor.shutdownNow();
  }
}
