package app.photoplay.kind.talk;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.DraftDesk;
import app.photoplay.job.JobRequest;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.OrderOptions;
import app.photoplay.kind.talk.TalkDrafts.Waiting;
import app.photoplay.kind.talk.VoiceNotes.Note;
import app.photoplay.media.Quality;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.provider.speech.Voices;
import app.photoplay.provider.talk.Motion;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `/talk`, and what a message that is no command means: a photo and words, or a photo and the
/// person's own voice, in any order.
///
/// A photo without words is kept as a draft for a day, and so is a photo whose words or recording
/// cannot be used: the next ones complete it.
public final class TalkCommand implements Command {
  private final CommandSpec spec;
  private final PhotoSource photos;
  private final TalkOptions defaults;
  private final Lettering lettering;
  private final VoiceNotes notes;
  private final ScriptCheck script;
  private final TalkDrafts drafts;
  private final TalkOrders orders;
  private final ChoiceCards cards;
  private final Wording wording;

  public TalkCommand(
      ArtifactStore files,
      Preflight preflight,
      Quality quality,
      Lettering lettering,
      Voices voices,
      DraftDesk desk,
      Wording wording,
      int maxSeconds,
      InstantSource time) {
    this.spec =
        CommandSpec.listed("talk", Phrase.COMMAND_TALK)
            .with(OrderOptions.SCRIPT.asRequired())
            .with(Phrase.MENU_TALK, OrderOptions.PHOTO_FILE, OrderOptions.RECORDING)
            .with(
                OrderOptions.TALK.stream()
                    .map(option ->
                        option.equals(OrderOptions.VOICE)
                            ? option.suggesting(
                                () -> TalkOptions.names(voices),
                                it -> TalkOptions.described(voices, it))
                            : option)
                    .toList());
    this.photos = new PhotoSource(files, preflight, lettering);
    this.defaults = TalkOptions.defaults(quality);
    this.lettering = lettering;
    this.notes = new VoiceNotes(files, voices, maxSeconds);
    this.script = new ScriptCheck(voices, maxSeconds);
    this.drafts = new TalkDrafts(desk.drafts(), time);
    this.orders = new TalkOrders(files, desk.proposals(), lettering, wording);
    this.cards = new ChoiceCards(desk.buttons(), desk.notices(), wording);
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public CommandResult run(Invocation call) throws InterruptedException {
    return run(call, defaults.with(call.options()), notes.of(call));
  }

  /// The same photo with what is chosen and the new words. A voice that went by the language of the
  /// earlier words does so again.
  @Override
  public CommandResult reworded(Invocation call, JobRequest before) throws InterruptedException {
    if (!(before instanceof TalkRequest talk) || talk.recording() != null) {
      return run(call);
    }
    if (call.words().isEmpty()) {
      return refuse(call, Phrase.WORDS_MISSING);
    }
    TalkOptions earlier = talk.options();
    boolean byLanguage = script.chooses(talk.words(), talk.voice(), call.from().language());
    TalkOptions options = (byLanguage ? earlier.spokenBy("") : earlier).with(call.options());
    return switch (script.check(call.words(), options, call.from().language())) {
      case ScriptCheck.Verdict.Refused(var why) -> refuse(call, why);
      case ScriptCheck.Verdict.Fine(var voice) ->
          new CommandResult.Order(
              talk.saying(call.words()).with(options.spokenBy(voice)),
              List.of(),
              false,
              Optional.empty());
    };
  }

  private CommandResult run(Invocation call, TalkOptions options, Optional<Note> note)
      throws InterruptedException {
    if (IncomingPhotos.attached(call).size() > 1) {
      drafts.latest(call).map(Waiting.Photo::at).ifPresent(drafts::drop);
      return several(call, options, note);
    }
    Optional<PhotoSource.Photo> brought = photos.of(call);
    if (brought.isPresent()) {
      // The next words are for the newest photo, never for one that was left behind.
      drafts.latest(call).map(Waiting.Photo::at).ifPresent(drafts::drop);
      return switch (brought.get()) {
        case PhotoSource.Photo.Refused(var why) -> refuse(call, why);
        case PhotoSource.Photo.Usable usable ->
            talk(
                call,
                TalkDraft.of(usable, options).among(List.of(), call.album()),
                note,
                Optional.empty());
      };
    }
    if (!call.attachments().isEmpty() && note.isEmpty()) {
      return refuse(
          call,
          call.overheard()
              ? Phrase.FILE_NOT_TAKEN_GROUP.with(Argument.COMMAND.of(call.addressed("talk")))
              : Phrase.FILE_NOT_TAKEN);
    }
    return drafts
        .latest(call)
        .map(saved -> {
          TalkDraft draft = saved.photo();
          // What is chosen with these words counts, and else what was chosen with the photo.
          TalkDraft chosen = draft.with(draft.options().with(call.options()));
          return talk(call, chosen, note, Optional.of(saved.at()));
        })
        .orElseGet(() -> {
          if (note.isPresent() && note.get() instanceof Note.Refused(var why)) {
            return refuse(call, why);
          }
          return refuse(call, photoMissing(call, note.isPresent()));
        });
  }

  /// Photos that were sent together: those with a face may speak.
  private CommandResult several(Invocation call, TalkOptions options, Optional<Note> note)
      throws InterruptedException {
    Several found = Several.of(call, photos);
    if (found.first().isEmpty()) {
      return refuse(call, found.why());
    }
    TalkDraft draft = TalkDraft.of(found.first().get(), options);
    return talk(call, draft.among(found.speaking(), call.album()), note, Optional.empty());
  }

  /// A photo of an album that came when the others had been answered: it waits with them for their
  /// words, or is asked about.
  @Override
  public Optional<CommandResult> late(Invocation call) throws InterruptedException {
    List<Attachment> attached = IncomingPhotos.attached(call);
    if (attached.isEmpty()
        || !(photos.of(call, attached.getFirst()) instanceof PhotoSource.Photo.Usable photo)
        || !photo.face()) {
      return Optional.empty();
    }
    Optional<TalkRequest> said = drafts.said(call);
    if (said.isPresent()) {
      return Optional.of(orders.offerLate(call, said.get(), photo.kept()));
    }
    Optional<Waiting.Photo> waiting =
        drafts.latest(call).filter(it -> it.photo().together().equals(call.album()));
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    TalkDraft draft = Several.with(waiting.get().photo(), photo.kept());
    if (!call.words().isEmpty()) {
      return Optional.of(
          talk(
              call,
              draft,
              Optional.empty(),
              Optional.of(drafts.save(call, draft, waiting.map(Waiting.Photo::at)))));
    }
    drafts.save(call, draft, waiting.map(Waiting.Photo::at));
    return Optional.of(new CommandResult.Notice(""));
  }

  private static Sentence photoMissing(Invocation call, boolean sound) {
    if (call.onlyCommandsRead()) {
      return Phrase.ASK_PHOTO_TYPED;
    }
    if (call.overheard()) {
      Argument.Given command = Argument.COMMAND.of(call.addressed("talk"));
      return sound
          ? Phrase.ASK_PHOTO_FOR_SOUND_GROUP.with(command)
          : Phrase.ASK_PHOTO_GROUP.with(command);
    }
    return sound ? Phrase.ASK_PHOTO_FOR_SOUND : Phrase.ASK_PHOTO;
  }

  private CommandResult talk(
      Invocation call, TalkDraft draft, Optional<Note> note, Optional<Draft> saved) {
    TalkOptions options = draft.options();
    if (note.isPresent()) {
      return switch (note.get()) {
        case Note.Refused(var why) -> {
          drafts.save(call, draft, saved);
          yield refuse(call, why);
        }
        case Note.Usable(var recording) when options.captions() == Captions.OFF ->
            drawable(call, draft, new SpokenInput("", "", recording), saved);
        case Note.Usable _ -> refuseWriting(call, draft, saved, Phrase.CAPTIONS_NEED_WORDS);
      };
    }
    if (call.words().isEmpty()) {
      Draft at = drafts.save(call, draft, saved);
      return new CommandResult.Say(cards.question(call, draft, at));
    }
    return switch (script.check(call.words(), options, call.from().language())) {
      case ScriptCheck.Verdict.Refused(var why) -> {
        drafts.save(call, draft, saved);
        yield refuse(call, why);
      }
      case ScriptCheck.Verdict.Fine(var voice) ->
          drawable(call, draft, new SpokenInput(call.words(), voice, null), saved);
    };
  }

  /// Orders if all letters in the picture can be drawn.
  private CommandResult drawable(
      Invocation call, TalkDraft draft, SpokenInput said, Optional<Draft> saved) {
    Optional<String> missing = lettersMissing(call, draft.options());
    if (missing.isEmpty()) {
      if (!draft.together().isEmpty()) {
        drafts.remember(call, draft.together(), orders.request(call, draft, said, Motion.TALK));
      }
      return orders.order(call, draft, said, saved);
    }
    return refuseWriting(
        call, draft, saved, Phrase.LETTERS_MISSING.with(Argument.PACKAGE.of(missing.get())));
  }

  /// What was refused is not kept with the photo, or the next try would be refused as well.
  private CommandResult refuseWriting(
      Invocation call, TalkDraft draft, Optional<Draft> saved, Sentence why) {
    Draft at = drafts.save(call, draft.with(draft.options().unwritten()), saved);
    return new CommandResult.Say(
        OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), why))
            .with(cards.more(call.language(), at)));
  }

  /// The package with the letters that are to be drawn and cannot be.
  private Optional<String> lettersMissing(Invocation call, TalkOptions options) {
    return options.captions() == Captions.BURNED
        ? lettering.missing(call.words(), Locale.ROOT)
        : Optional.empty();
  }

  private CommandResult refuse(Invocation call, Sentence sentence) {
    return new CommandResult.Say(
        OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), sentence)));
  }
}
