package app.photoplay.kind.talk;

import app.photoplay.chat.Button;
import app.photoplay.chat.OutboundMessage;
import app.photoplay.chat.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Drafts;
import app.photoplay.command.Invocation;
import app.photoplay.command.Proposals;
import app.photoplay.job.Codec;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.speech.Recording;
import app.photoplay.media.Pictures;
import app.photoplay.media.Quality;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.provider.Motion;
import app.photoplay.provider.SpeechModel;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// `/talk`, and what a message that is no command means: a photo and words, or a photo and the
/// person's own voice, in any order.
///
/// A photo without words is kept as a draft for a day, and so is a photo whose words cannot be
/// used: the next words complete it.
public final class TalkCommand implements Command {
  private static final String DRAFT = "talk-photo";
  private static final Duration DRAFTED = Duration.ofDays(1);
  private static final Codec<Draft> DRAFTS = Codec.json(Draft.class);

  /// Of the option `motion`: a slow zoom, also where a face could speak.
  private static final String ZOOM = "zoom";

  /// Of the option `face`: do not ask, the best one speaks.
  private static final String BEST_FACE = "best";

  private final PhotoSource photos;
  private final TalkOptions defaults;
  private final Lettering lettering;
  private final VoiceNotes notes;
  private final Script script;
  private final Drafts drafts;
  private final Proposals proposals;
  private final Wording wording;
  private final InstantSource time;

  public TalkCommand(
      ArtifactStore files,
      Preflight preflight,
      Quality quality,
      Lettering lettering,
      SpeechModel voices,
      Drafts drafts,
      Proposals proposals,
      Wording wording,
      int maxSeconds,
      InstantSource time) {
    this.photos = new PhotoSource(files, preflight);
    this.defaults = TalkOptions.defaults(quality);
    this.lettering = lettering;
    this.notes = new VoiceNotes(files, voices, maxSeconds);
    this.script = new Script(voices, maxSeconds);
    this.drafts = drafts;
    this.proposals = proposals;
    this.wording = wording;
    this.time = time;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.listed("talk", Phrase.COMMAND_TALK);
  }

  @Override
  public CommandResult run(Invocation call) throws InterruptedException {
    TalkOptions options;
    switch (defaults.with(call.options())) {
      case TalkOptions.Read.Good(var good) -> options = good;
      case TalkOptions.Read.Unknown(var option, var value, var choices) -> {
        return refuse(
            call,
            Phrase.UNKNOWN_OPTION,
            Map.of("option", option, "value", value, "choices", choices));
      }
    }
    Optional<Recording> recording = Optional.empty();
    Optional<VoiceNotes.Note> note = notes.of(call);
    if (note.isPresent()) {
      switch (note.get()) {
        case VoiceNotes.Note.Refused(var why, var values) -> {
          return refuse(call, why, values);
        }
        case VoiceNotes.Note.Usable(var usable) -> recording = Optional.of(usable);
      }
    }
    return run(call, options, recording);
  }

  private CommandResult run(Invocation call, TalkOptions options, Optional<Recording> recording)
      throws InterruptedException {
    Optional<PhotoSource.Photo> brought = photos.of(call);
    if (brought.isPresent()) {
      // The next words are for the newest photo, never for one that was left behind.
      latest(call).map(Drafts.Saved::code).ifPresent(drafts::drop);
      return switch (brought.get()) {
        case PhotoSource.Photo.Refused(var why) ->
            refuse(call, why, Map.of("limit", Pictures.MOST_BYTES >> 20));
        case PhotoSource.Photo.Usable(var kept, var face, var closeUps) -> {
          Draft draft = new Draft(kept.content(), kept.bytes(), face, options, closeUps);
          yield talk(call, draft, recording, Optional.empty());
        }
      };
    }
    if (!call.attachments().isEmpty() && recording.isEmpty()) {
      return refuse(call, Phrase.FILE_NOT_TAKEN, Map.of());
    }
    return latest(call)
        .map(saved -> {
          Draft draft = DRAFTS.decode(saved.draft().payload());
          return talk(call, draft, recording, Optional.of(saved.code()));
        })
        .orElseGet(() -> {
          Phrase ask = recording.isPresent() ? Phrase.ASK_PHOTO_FOR_SOUND : Phrase.ASK_PHOTO;
          return refuse(call, ask, Map.of());
        });
  }

  private Optional<Drafts.Saved> latest(Invocation call) {
    return drafts.latest(
        call.account(), call.message().conversation(), DRAFT, time.instant().minus(DRAFTED));
  }

  private CommandResult talk(
      Invocation call, Draft draft, Optional<Recording> recording, Optional<String> saved) {
    TalkOptions options = draft.options();
    if (recording.isPresent()) {
      return options.captions() == Captions.OFF
          ? drawable(call, draft, new Said("", recording.get()), saved)
          : refuse(call, Phrase.CAPTIONS_NEED_WORDS, Map.of());
    }
    if (call.words().isEmpty()) {
      save(call, draft, saved);
      return say(call, Kind.QUESTION, question(call, draft.face()), Map.of());
    }
    return switch (script.judge(call.words(), options)) {
      case Script.Verdict.Refused(var why, var values) -> {
        save(call, draft, saved);
        yield refuse(call, why, values);
      }
      case Script.Verdict.Fine(var voice) -> drawable(call, draft, new Said(voice, null), saved);
    };
  }

  /// Orders if all letters in the picture can be drawn.
  private CommandResult drawable(Invocation call, Draft draft, Said said, Optional<String> saved) {
    Optional<String> missing = lettersMissing(call, draft.options());
    if (missing.isEmpty()) {
      return order(call, draft, said, saved);
    }
    save(call, draft, saved);
    return refuse(call, Phrase.LETTERS_MISSING, Map.of("package", missing.get()));
  }

  /// The package with the letters that are to be drawn and cannot be.
  private Optional<String> lettersMissing(Invocation call, TalkOptions options) {
    String drawn =
        (options.captions() == Captions.BURNED ? call.words() : "")
            + (options.label() ? wording.say(call.language(), Phrase.PICTURE_LABEL) : "");
    return lettering.missing(drawn, Locale.ROOT);
  }

  /// In a group the bot hears commands and replies alone.
  private static Phrase question(Invocation call, boolean face) {
    if (call.message().conversation().group()) {
      return face ? Phrase.ASK_WORDS_GROUP : Phrase.NO_FACE_ASK_GROUP;
    }
    return face ? Phrase.ASK_WORDS : Phrase.NO_FACE_ASK;
  }

  private CommandResult order(Invocation call, Draft draft, Said said, Optional<String> saved) {
    if (ZOOM.equals(call.options().get("motion"))) {
      return order(call, draft, said, Motion.ZOOM, saved);
    }
    if (!draft.face()) {
      String zoom = wording.say(call.language(), Phrase.BUTTON_ZOOM);
      return offer(
          OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), Phrase.NO_FACE_OFFER)),
          List.of(button(call, zoom, draft, said, Motion.ZOOM, saved)));
    }
    String face = call.options().get("face");
    List<StoredFile> closeUps = draft.closeUps();
    if (face != null) {
      return chosen(call, draft, said, face, saved);
    }
    return closeUps.isEmpty()
        ? order(call, draft, said, Motion.TALK, saved)
        : askWhich(call, draft, said, saved);
  }

  private CommandResult order(
      Invocation call, Draft draft, Said said, Motion motion, Optional<String> saved) {
    return new CommandResult.Order(
        request(call, draft, said, motion), inputs(draft, said), false, saved);
  }

  /// The face of that number from the left, or the best one of the whole photo.
  private CommandResult chosen(
      Invocation call, Draft draft, Said said, String face, Optional<String> saved) {
    if (face.equals(BEST_FACE)) {
      return order(call, draft, said, Motion.TALK, saved);
    }
    for (int i = 0; i < draft.closeUps().size(); i++) {
      if (face.equals(String.valueOf(i + 1))) {
        return order(call, draft.of(draft.closeUps().get(i)), said, Motion.TALK, saved);
      }
    }
    String choices =
        IntStream.rangeClosed(1, draft.closeUps().size())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", ", "", draft.closeUps().isEmpty() ? "" : ", "));
    Map<String, String> values =
        Map.of("option", "face", "value", face, "choices", choices + BEST_FACE);
    return refuse(call, Phrase.UNKNOWN_OPTION, values);
  }

  /// Several faces could be meant, or the one there is would hardly be seen.
  private CommandResult askWhich(Invocation call, Draft draft, Said said, Optional<String> saved) {
    List<StoredFile> closeUps = draft.closeUps();
    List<Button> buttons = new ArrayList<>();
    for (int i = 0; i < closeUps.size(); i++) {
      String label =
          closeUps.size() == 1
              ? wording.say(call.language(), Phrase.BUTTON_CLOSE_UP)
              : String.valueOf(i + 1);
      buttons.add(button(call, label, draft.of(closeUps.get(i)), said, Motion.TALK, saved));
    }
    String whole = wording.say(call.language(), Phrase.BUTTON_WHOLE_PHOTO);
    buttons.add(button(call, whole, draft, said, Motion.TALK, saved));
    Phrase question = closeUps.size() == 1 ? Phrase.FACE_SMALL : Phrase.WHICH_FACE;
    String text = wording.say(call.language(), question, Map.of("count", closeUps.size()));
    return offer(OutboundMessage.of(Kind.QUESTION, text), buttons);
  }

  private static CommandResult offer(OutboundMessage message, List<Button> buttons) {
    return new CommandResult.Say(message.with(List.of(buttons)));
  }

  /// A button that orders this.
  private Button button(
      Invocation call,
      String label,
      Draft draft,
      Said said,
      Motion motion,
      Optional<String> saved) {
    String code =
        proposals.save(
            call.account(),
            call.message().conversation(),
            request(call, draft, said, motion),
            inputs(draft, said),
            saved);
    return new Button(label, Proposals.button(code), Button.Style.PRIMARY);
  }

  private static List<StoredFile> inputs(Draft draft, Said said) {
    Recording recording = said.recording();
    return recording == null
        ? List.of(draft.file())
        : List.of(draft.file(), new StoredFile(recording.content(), recording.bytes()));
  }

  private TalkRequest request(Invocation call, Draft draft, Said said, Motion motion) {
    TalkOptions options = draft.options();
    return new TalkRequest(
        draft.photo(),
        said.recording() == null ? call.words() : "",
        said.voice(),
        options.shape(),
        options.quality(),
        motion,
        options.style(),
        options.captions(),
        options.label() ? wording.say(call.language(), Phrase.PICTURE_LABEL) : "",
        options.manner(),
        said.recording());
  }

  private void save(Invocation call, Draft draft, Optional<String> saved) {
    if (saved.isEmpty()) {
      drafts.save(
          new Drafts.Draft(
              call.account(), call.message().conversation(), DRAFT, DRAFTS.encode(draft)),
          time.instant());
    }
  }

  private CommandResult refuse(Invocation call, Phrase phrase, Map<String, ?> values) {
    return say(call, Kind.REFUSAL, phrase, values);
  }

  private CommandResult say(Invocation call, Kind kind, Phrase phrase, Map<String, ?> values) {
    return new CommandResult.Say(
        OutboundMessage.of(kind, wording.say(call.language(), phrase, values)));
  }

  /// What is to be heard: the words in a voice, or a recording.
  private record Said(String voice, @Nullable Recording recording) {}

  /// A photo that waits for words.
  ///
  /// @param closeUps see [PhotoSource.Photo.Usable]
  private record Draft(
      String photo, long bytes, boolean face, TalkOptions options, List<StoredFile> closeUps) {
    Draft {
      // drafts of an earlier version have none
      closeUps = List.copyOf(Objects.requireNonNullElse(closeUps, List.of()));
    }

    StoredFile file() {
      return new StoredFile(photo, bytes);
    }

    Draft of(StoredFile closeUp) {
      return new Draft(closeUp.content(), closeUp.bytes(), true, options, List.of());
    }
  }
}
