package app.photoplay.kind.talk;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.DraftDesk;
import app.photoplay.command.draft.DraftNotices;
import app.photoplay.command.draft.Drafts.Found;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.kind.talk.TalkDrafts.Waiting;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.provider.speech.SpeakingWay;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.Voices;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The buttons that choose voice, its manner and movement without a written option: before a photo
/// has its words, and under a finished video, of which they make another one.
///
/// A tap alters the draft under its code and the message under the finger; taps in quick succession
/// all count, and the same tap again changes nothing.
public final class StyleCommands {
  private static final int CODE = 6;

  /// In one row, so that their names can be read.
  private static final int MOST_VOICES = 3;

  private final TalkDrafts drafts;
  private final DraftNotices notices;
  private final JobReader jobs;
  private final Lettering lettering;
  private final ScriptCheck script;
  private final Voices voices;
  private final ChoiceCards cards;
  private final Wording wording;

  public StyleCommands(
      DraftDesk desk,
      JobReader jobs,
      Lettering lettering,
      Voices voices,
      Wording wording,
      int maxSeconds,
      InstantSource time) {
    this.drafts = new TalkDrafts(desk.drafts(), time);
    this.notices = desk.notices();
    this.jobs = jobs;
    this.lettering = lettering;
    this.script = new ScriptCheck(voices, maxSeconds);
    this.voices = voices;
    this.cards = new ChoiceCards(desk.buttons(), notices, wording);
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
          Draft at = drafts.save(call, request);
          return new CommandResult.Say(card(call, request, at));
        })
        .orElseGet(() -> notice(call, Phrase.NOT_YOURS));
  }

  private CommandResult tune(Invocation call) {
    int end = Math.min(CODE, call.words().length());
    String wish = call.words().substring(end);
    boolean make = wish.equals(ChoiceCards.MAKE);
    Found found = drafts.find(call, call.words().substring(0, end), call.revision());
    return switch (found) {
      case Found.Open(var draft) when make -> make(call, draft);
      case Found.Open(var draft) -> choose(call, draft, wished(wish));
      // what was ordered may be ordered once more in yet another way
      case Found.Ordered(var draft) when !make -> choose(call, draft, wished(wish));
      case Found.Changed(var draft) -> showAgain(call, draft, found);
      default -> gone(call, found);
    };
  }

  /// What a button wishes; one of an older version changes nothing.
  private UnaryOperator<TalkOptions> wished(String wish) {
    if (wish.startsWith(ChoiceCards.WAY)) {
      String way = wish.substring(ChoiceCards.WAY.length());
      if (way.equals(ChoiceCards.PLAIN)) {
        return options -> options.spokenBy(SpeakingWay.plain(options.voice()));
      }
      return SpeakingWay.of(way)
          .<UnaryOperator<TalkOptions>>map(it -> o -> inWay(o, it))
          .orElse(it -> it);
    }
    String voice =
        wish.startsWith(ChoiceCards.VOICE) ? wish.substring(ChoiceCards.VOICE.length()) : "";
    return voices.voice(voice).isPresent()
        ? options -> options.spokenBy(voice)
        : Choice.of(wish).<UnaryOperator<TalkOptions>>map(it -> it::on).orElse(it -> it);
  }

  private TalkOptions inWay(TalkOptions options, SpeakingWay way) {
    String name = SpeakingWay.plain(options.voice()) + "-" + way.code();
    return voices.voice(name).isPresent() ? options.spokenBy(name) : options;
  }

  /// The voice that speaks and those of the languages that the words may be in as well.
  private OutboundMessage card(Invocation call, TalkRequest request, Draft at) {
    List<SpeechModel.Voice> likely =
        request.recording() == null
            ? voices.likelyVoices(request.words(), call.from().language())
            : List.of();
    String plain = SpeakingWay.plain(request.voice());
    List<SpeechModel.Voice> offered =
        Stream.concat(Stream.concat(voices.voice(plain).stream(), likely.stream()), kin(likely))
            .distinct()
            .limit(MOST_VOICES)
            .toList();
    boolean ways = voices.voice(plain + "-" + SpeakingWay.WARM.code()).isPresent();
    return cards.change(call.language(), request, offered, ways, at);
  }

  /// Others that speak the likeliest language.
  private Stream<SpeechModel.Voice> kin(List<SpeechModel.Voice> likely) {
    return likely.stream()
        .limit(1)
        .map(it -> Locale.forLanguageTag(it.language()).getLanguage())
        .flatMap(language -> voices.voices().stream().filter(it -> it.speaks(language)))
        .filter(it -> SpeakingWay.ofVoice(it.name()).isEmpty());
  }

  private CommandResult make(Invocation call, Draft draft) {
    return drafts.read(draft).orElse(null) instanceof Waiting.Change change
        ? make(call, change)
        : gone(call, new Found.Unknown());
  }

  private CommandResult choose(Invocation call, Draft draft, UnaryOperator<TalkOptions> wish) {
    return drafts
        .read(draft)
        .map(waiting ->
            switch (waiting) {
              case Waiting.Photo photo -> choose(call, photo, wish);
              case Waiting.Change change -> choose(call, change, wish);
            })
        .orElseGet(() -> gone(call, new Found.Unknown()));
  }

  private CommandResult choose(
      Invocation call, Waiting.Photo waiting, UnaryOperator<TalkOptions> wish) {
    TalkDraft photo = waiting.photo();
    TalkDraft chosen = photo.with(wish.apply(photo.options()));
    return drafts
        .change(waiting.at(), chosen)
        .<CommandResult>map(
            now -> new CommandResult.Change(cards.opened(call, now.photo(), now.at())))
        .orElseGet(() -> gone(call, new Found.Changed(waiting.at())));
  }

  private CommandResult choose(
      Invocation call, Waiting.Change waiting, UnaryOperator<TalkOptions> wish) {
    TalkRequest request = waiting.request();
    TalkRequest chosen = request.with(wish.apply(request.options()));
    Optional<String> missing =
        chosen.captions() == Captions.BURNED
            ? lettering.missing(chosen.words(), Locale.ROOT)
            : Optional.empty();
    if (missing.isPresent()) {
      return notice(call, Phrase.LETTERS_MISSING.with(Argument.PACKAGE.of(missing.get())));
    }
    return drafts
        .change(waiting.at(), chosen)
        .<CommandResult>map(now -> new CommandResult.Change(card(call, now.request(), now.at())))
        .orElseGet(() -> gone(call, new Found.Changed(waiting.at())));
  }

  /// The message did not show what would be ordered: it does now.
  private CommandResult showAgain(Invocation call, Draft draft, Found found) {
    String words = notices.say(call.account(), call.language(), found);
    return drafts.read(draft).orElse(null) instanceof Waiting.Change change
        ? new CommandResult.Change(card(call, change.request(), change.at()), words)
        : new CommandResult.Notice(words);
  }

  private CommandResult gone(Invocation call, Found found) {
    return new CommandResult.Notice(notices.say(call.account(), call.language(), found));
  }

  /// Slower words take longer, perhaps too long.
  private CommandResult make(Invocation call, Waiting.Change waiting) {
    TalkRequest request = waiting.request();
    if (request.recording() == null
        && script.check(request.words(), request.options(), call.from().language())
            instanceof ScriptCheck.Verdict.Refused(var why)) {
      return new CommandResult.Say(
          OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), why)));
    }
    return new CommandResult.Order(request, List.of(), false, waiting.at().used());
  }

  private CommandResult notice(Invocation call, Sentence sentence) {
    return new CommandResult.Notice(wording.say(call.language(), sentence));
  }
}
