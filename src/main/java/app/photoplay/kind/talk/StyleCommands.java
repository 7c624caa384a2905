package app.photoplay.kind.talk;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Drafts;
import app.photoplay.command.Invocation;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.kind.talk.TalkDrafts.Waiting;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The buttons that choose voice and movement without a written option: before a photo has its
/// words, and under a finished video, of which they make another one.
///
/// A tap alters the draft under its code and the message under the finger; taps in quick succession
/// all count, and the same tap again changes nothing.
public final class StyleCommands {
  private static final int CODE = 6;

  private final TalkDrafts drafts;
  private final JobReader jobs;
  private final Lettering lettering;
  private final ScriptCheck script;
  private final ChoiceCards cards;
  private final Wording wording;

  public StyleCommands(
      Drafts drafts,
      JobReader jobs,
      Lettering lettering,
      SpeechModel voices,
      Wording wording,
      int maxSeconds,
      InstantSource time) {
    this.drafts = new TalkDrafts(drafts, time);
    this.jobs = jobs;
    this.lettering = lettering;
    this.script = new ScriptCheck(voices, maxSeconds);
    this.cards = new ChoiceCards(wording);
    this.wording = wording;
  }

  public List<Command> all() {
    return List.of(
        Command.of(CommandSpec.hidden(ChoiceCards.TUNE), this::tune),
        Command.of(CommandSpec.hidden("change"), this::change));
  }

  /// The button under a finished video.
  private CommandResult change(Invocation call) {
    return JobCode.parse(call.words())
        .flatMap(code -> jobs.find(call.account(), code))
        .filter(job -> job.kind().equals(TalkRequest.KIND))
        .<CommandResult>map(job -> {
          TalkRequest request = TalkDrafts.request(job.request());
          String code = drafts.save(call, new Waiting.Change(request));
          return new CommandResult.Say(cards.change(call.language(), request, code));
        })
        .orElseGet(() -> notice(call, Phrase.NOT_YOURS));
  }

  private CommandResult tune(Invocation call) {
    int end = Math.min(CODE, call.words().length());
    String code = call.words().substring(0, end);
    String wish = call.words().substring(end);
    Optional<Choice> choice = Choice.of(wish);
    return drafts
        .find(call, code)
        .map(waiting ->
            switch (waiting) {
              case Waiting.Photo(var draft) -> tuned(call, code, draft, choice);
              case Waiting.Change(var request) when wish.equals(ChoiceCards.MAKE) ->
                  make(call, code, request);
              case Waiting.Change(var request) -> tuned(call, code, request, choice);
            })
        // too old, another's, or made up
        .orElseGet(() -> notice(call, Phrase.OFFER_GONE));
  }

  private CommandResult tuned(
      Invocation call, String code, TalkDraft draft, Optional<Choice> choice) {
    TalkDraft chosen = choice.map(it -> draft.with(it.on(draft.options()))).orElse(draft);
    drafts.change(code, new Waiting.Photo(chosen));
    return new CommandResult.Change(cards.opened(call, chosen, code));
  }

  private CommandResult tuned(
      Invocation call, String code, TalkRequest request, Optional<Choice> choice) {
    TalkRequest chosen = choice.map(it -> request.with(it.on(request.options()))).orElse(request);
    Optional<String> missing =
        chosen.captions() == Captions.BURNED
            ? lettering.missing(chosen.words(), Locale.ROOT)
            : Optional.empty();
    if (missing.isPresent()) {
      return notice(call, Phrase.LETTERS_MISSING.with(Argument.PACKAGE.of(missing.get())));
    }
    drafts.change(code, new Waiting.Change(chosen));
    return new CommandResult.Change(cards.change(call.language(), chosen, code));
  }

  /// Slower words take longer, perhaps too long.
  private CommandResult make(Invocation call, String code, TalkRequest request) {
    if (request.recording() == null
        && script.check(request.words(), request.options())
            instanceof ScriptCheck.Verdict.Refused(var why)) {
      return new CommandResult.Say(
          OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), why)));
    }
    return new CommandResult.Order(request, List.of(), false, Optional.of(code));
  }

  private CommandResult notice(Invocation call, Sentence sentence) {
    return new CommandResult.Notice(wording.say(call.language(), sentence));
  }
}
