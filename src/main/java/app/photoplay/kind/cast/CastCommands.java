package app.photoplay.kind.cast;

import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.command.draft.DraftDesk;
import app.photoplay.kind.OrderOptions;
import app.photoplay.kind.cast.CastPhotos.Judged;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.Voices;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `/cast`: people save whom their films know, look at them, and take them out.
public final class CastCommands {
  private final CastStore store;
  private final CastPhotos photos;
  private final Voices voices;
  private final CastSaving saving;
  private final FaceQuestion question;
  private final Wording wording;

  public CastCommands(
      CastStore store,
      CastPhotos photos,
      Voices voices,
      DraftDesk desk,
      Wording wording,
      InstantSource time) {
    this.store = store;
    this.photos = photos;
    this.voices = voices;
    this.saving = new CastSaving(store, wording, time);
    this.question = new FaceQuestion(desk, saving, wording, time);
    this.wording = wording;
  }

  public List<Command> all() {
    return List.of(new Cast(), Command.of(FaceQuestion.SPEC, question::pressed));
  }

  private final class Cast implements Command {
    @Override
    public CommandSpec spec() {
      return CommandSpec.listed("cast", Phrase.COMMAND_CAST)
          .withFiles(OrderOptions.PHOTO_FILE)
          .with(CastWords.OPTIONS)
          .personal();
    }

    @Override
    public CommandResult run(Invocation call) throws InterruptedException {
      return switch (CastWords.of(call, wording)) {
        case CastWords.Read.Bad(var sentence) ->
            new CommandResult.Say(OutboundMessage.of(Kind.REFUSAL, sentence));
        case CastWords.Read.Good(var words) ->
            switch (words.action()) {
              case CastWords.LIST -> say(Kind.ANSWER, call, list(store.all(call.account())));
              case CastWords.ADD -> add(call, words);
              case CastWords.REMOVE -> remove(call, words.name().strip());
              default -> say(Kind.REFUSAL, call, Phrase.CAST_USAGE);
            };
      };
    }
  }

  // ---- looking

  private static Sentence list(List<Member> all) {
    if (all.isEmpty()) {
      return Phrase.CAST_NONE;
    }
    List<Sentence> lines = new ArrayList<>(List.of(Phrase.CAST_TITLE));
    all.forEach(member -> lines.add(line(member)));
    return Sentence.lines(lines);
  }

  private static Sentence line(Member member) {
    Argument.Given name = Argument.NAME.of(member.name());
    Argument.Given label = Argument.LABEL.of(label(member));
    return member.looks().isEmpty()
        ? Phrase.CAST_LINE.with(name, label)
        : Phrase.CAST_LINE_LOOKS.with(name, label, Argument.DESCRIPTION.of(member.looks()));
  }

  private static Phrase label(Member member) {
    if (member.photo() == null) {
      return Phrase.CAST_BY_WORDS;
    }
    return switch (member.consent()) {
      case NOT_NEEDED -> Phrase.CAST_BY_PHOTO;
      case OWN_FACE -> Phrase.CAST_BY_OWN_FACE;
      case PERMISSION -> Phrase.CAST_BY_PERMISSION;
      case NOT_A_PERSON -> Phrase.CAST_BY_FIGURE;
    };
  }

  // ---- adding

  private CommandResult add(Invocation call, CastWords words) throws InterruptedException {
    Optional<String> name = Names.read(words.name());
    if (name.isEmpty()) {
      return say(
          Kind.REFUSAL, call, Phrase.CAST_NAME_NEEDED.with(Argument.LIMIT.of(Names.LONGEST)));
    }
    Optional<String> voice = voice(words.voice().strip());
    if (voice.isEmpty()) {
      return say(
          Kind.REFUSAL,
          call,
          Phrase.NO_SUCH_VOICE.with(
              Argument.VOICE.of(words.voice()), Argument.VOICES.of(voiceNames())));
    }
    Member member =
        new Member(name.get(), words.looks().strip(), null, false, voice.get(), Consent.NOT_NEEDED);
    Optional<Judged> photo = photos.of(call);
    return photo.isPresent() ? add(call, member, photo.get()) : addUnseen(call, member);
  }

  /// The voice of that name or language, an empty one when none was wished; empty when there is
  /// none.
  private Optional<String> voice(String wished) {
    return wished.isEmpty()
        ? Optional.of("")
        : voices.voices().stream()
            .filter(it -> it.name().equalsIgnoreCase(wished) || it.speaks(wished))
            .map(SpeechModel.Voice::name)
            .findFirst();
  }

  private List<String> voiceNames() {
    return voices.voices().stream().map(SpeechModel.Voice::name).toList();
  }

  private CommandResult add(Invocation call, Member member, Judged photo) {
    return switch (photo) {
      case Judged.Refused(var why) -> say(Kind.REFUSAL, call, why);
      case Judged.Usable usable when usable.face() ->
          saving
              .hindrance(call.account(), member.name(), call.language())
              .<CommandResult>map(CommandResult.Say::new)
              .orElseGet(() -> question.ask(call, member.with(usable)));
      case Judged.Usable usable -> save(call, member.with(usable));
    };
  }

  private CommandResult addUnseen(Invocation call, Member member) {
    if (!call.attachments().isEmpty()) {
      return say(Kind.REFUSAL, call, Phrase.FILE_NOT_TAKEN);
    }
    return member.looks().isEmpty()
        ? say(Kind.QUESTION, call, Phrase.CAST_PHOTO_NEEDED.with(Argument.NAME.of(member.name())))
        : save(call, member);
  }

  private CommandResult save(Invocation call, Member member) {
    return new CommandResult.Say(saving.save(call.account(), member, call.language()));
  }

  // ---- taking out

  private CommandResult remove(Invocation call, String name) {
    if (store.remove(call.account(), name)) {
      return say(Kind.ANSWER, call, Phrase.CAST_REMOVED.with(Argument.NAME.of(name)));
    }
    List<String> known = store.all(call.account()).stream().map(Member::name).toList();
    return say(
        Kind.REFUSAL,
        call,
        known.isEmpty()
            ? Phrase.CAST_NONE
            : Phrase.CAST_UNKNOWN.with(
                Argument.NAMES.of(List.of(name)), Argument.CHOICES.of(known)));
  }

  private CommandResult say(Kind kind, Invocation call, Sentence sentence) {
    return new CommandResult.Say(OutboundMessage.of(kind, wording.say(call.language(), sentence)));
  }
}
