package app.photoplay.kind.film;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.kind.OrderOptions;
import app.photoplay.media.Quality;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.Voices;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/film`: an idea becomes a film.
final class FilmCommand implements Command {
  private static final String UNKNOWN_LANGUAGE = "und";
  private static final long SEED = 1;

  private final Kinds kinds;
  private final FilmCast cast;
  private final FilmOptions defaults;
  private final Voices voices;
  private final Lettering lettering;
  private final Wording wording;

  FilmCommand(
      Kinds kinds,
      FilmCast cast,
      Quality quality,
      Voices voices,
      Lettering lettering,
      Wording wording) {
    this.kinds = kinds;
    this.cast = cast;
    this.defaults = FilmOptions.defaults(quality);
    this.voices = voices;
    this.lettering = lettering;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.listed("film", Phrase.COMMAND_FILM)
        .with(OrderOptions.IDEA)
        .with(OrderOptions.FILM);
  }

  @Override
  public CommandResult run(Invocation call) throws InterruptedException {
    FilmOptions options = defaults.with(call.options());
    String idea = call.words().strip();
    if (idea.isEmpty()) {
      return say(call, Kind.QUESTION, Phrase.ASK_FILM);
    }
    if (idea.length() > OrderOptions.MOST_IDEA) {
      return say(
          call, Kind.REFUSAL, Phrase.IDEA_TOO_LONG.with(Argument.LIMIT.of(OrderOptions.MOST_IDEA)));
    }
    return switch (cast.of(call, idea)) {
      case FilmCast.Chosen.Refused(var why) -> say(call, Kind.REFUSAL, why);
      case FilmCast.Chosen.Members members -> order(call, idea, options, members);
    };
  }

  private CommandResult order(
      Invocation call, String idea, FilmOptions options, FilmCast.Chosen.Members members) {
    if (options.narration().equalsIgnoreCase(FilmOptions.NO_NARRATOR)) {
      return order(call, idea, options, members, "", language(call, idea));
    }
    String own = call.from().language();
    Optional<SpeechModel.Voice> voice =
        options.narration().isEmpty()
            ? voices.voiceOf(options.provider(), idea, own).or(() -> voices.voiceFor(idea, own))
            : chosen(options.narration())
                .or(() -> voices.voiceOf(options.narration().toLowerCase(Locale.ROOT), idea, own));
    if (voice.isEmpty()) {
      return say(
          call,
          Kind.REFUSAL,
          options.narration().isEmpty()
              ? Phrase.NARRATION_UNSPEAKABLE
              : Phrase.NO_SUCH_VOICE.with(
                  Argument.VOICE.of(options.narration()), Argument.VOICES.of(names())));
    }
    return order(call, idea, options, members, voice.get().name(), voice.get().language());
  }

  private CommandResult order(
      Invocation call,
      String idea,
      FilmOptions options,
      FilmCast.Chosen.Members members,
      String voice,
      String language) {
    String label =
        options.label()
            ? lettering.drawable(
                wording.say(call.language(), Phrase.PICTURE_LABEL),
                wording.say("en", Phrase.PICTURE_LABEL))
            : "";
    List<CastMember> seen = cast.cast(call, members, idea, voice);
    boolean silent = voice.isEmpty() && seen.stream().noneMatch(CastMember::speaks);
    boolean burned = options.captions() == Captions.BURNED && !silent;
    String drawn = (burned ? idea : "") + options.title() + options.end();
    Optional<String> missing = lettering.missing(drawn, Locale.ROOT);
    if (missing.isPresent()) {
      return say(
          call, Kind.REFUSAL, Phrase.LETTERS_MISSING.with(Argument.PACKAGE.of(missing.get())));
    }
    FilmRequest film =
        new FilmRequest(
            idea,
            options.seconds(),
            language,
            0,
            options.style(),
            options.shape(),
            options.quality(),
            voice,
            silent ? Captions.OFF : options.captions(),
            label,
            options.title(),
            options.end(),
            SEED,
            0,
            seen,
            null,
            options.provider());
    JobRequest order =
        switch (options.review().orElseGet(() -> usual(film))) {
          case NONE -> film;
          case STORYBOARD -> PreviewRequest.ofStoryboard(film);
          case KEYFRAMES -> PreviewRequest.ofPictures(film);
        };
    return new CommandResult.Order(order, members.files(), false, Optional.empty());
  }

  /// Who did not say looks first when it costs money.
  private FilmOptions.Review usual(FilmRequest film) {
    return kinds.get(film.kind()).offer(film).quote().total().isZero()
        ? FilmOptions.Review.NONE
        : FilmOptions.Review.STORYBOARD;
  }

  /// The voice of that name, or else the first of that language.
  private Optional<SpeechModel.Voice> chosen(String name) {
    return voices.voices().stream()
        .filter(voice -> voice.name().equalsIgnoreCase(name))
        .findFirst()
        .or(() -> voices.voices().stream().filter(voice -> voice.speaks(name)).findFirst());
  }

  private List<String> names() {
    return voices.voices().stream().map(SpeechModel.Voice::name).toList();
  }

  /// As far as a voice tells it.
  private String language(Invocation call, String words) {
    return voices
        .voiceFor(words, call.from().language())
        .map(SpeechModel.Voice::language)
        .orElse(UNKNOWN_LANGUAGE);
  }

  private CommandResult say(Invocation call, Kind kind, Sentence sentence) {
    return new CommandResult.Say(OutboundMessage.of(kind, wording.say(call.language(), sentence)));
  }
}
