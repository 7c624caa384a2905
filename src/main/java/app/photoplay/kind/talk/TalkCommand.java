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
import app.photoplay.provider.Motion;
import app.photoplay.provider.SpeechModel;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final PhotoSource photos;
  private final TalkOptions defaults;
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
      SpeechModel voices,
      Drafts drafts,
      Proposals proposals,
      Wording wording,
      int maxSeconds,
      InstantSource time) {
    this.photos = new PhotoSource(files, preflight);
    this.defaults = TalkOptions.defaults(quality);
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
        case PhotoSource.Photo.Usable(var kept, var face) ->
            talk(
                call,
                new Draft(kept.content(), kept.bytes(), face, options),
                recording,
                Optional.empty());
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
      return order(call, draft, "", recording.get(), saved);
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
      case Script.Verdict.Fine(var voice) -> order(call, draft, voice, null, saved);
    };
  }

  /// In a group the bot hears commands and replies alone.
  private static Phrase question(Invocation call, boolean face) {
    if (call.message().conversation().group()) {
      return face ? Phrase.ASK_WORDS_GROUP : Phrase.NO_FACE_ASK_GROUP;
    }
    return face ? Phrase.ASK_WORDS : Phrase.NO_FACE_ASK;
  }

  private CommandResult order(
      Invocation call,
      Draft draft,
      String voice,
      @Nullable Recording recording,
      Optional<String> saved) {
    List<StoredFile> inputs = new ArrayList<>();
    inputs.add(new StoredFile(draft.photo(), draft.bytes()));
    if (recording != null) {
      inputs.add(new StoredFile(recording.content(), recording.bytes()));
    }
    if (draft.face()) {
      TalkRequest request = request(call, draft, voice, recording, Motion.TALK);
      return new CommandResult.Order(request, inputs, false, saved);
    }
    String code =
        proposals.save(
            call.account(),
            call.message().conversation(),
            request(call, draft, voice, recording, Motion.ZOOM),
            inputs,
            saved);
    Button zoom =
        new Button(
            wording.say(call.language(), Phrase.BUTTON_ZOOM),
            Proposals.button(code),
            Button.Style.PRIMARY);
    return new CommandResult.Say(
        OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), Phrase.NO_FACE_OFFER))
            .with(List.of(List.of(zoom))));
  }

  private TalkRequest request(
      Invocation call, Draft draft, String voice, @Nullable Recording recording, Motion motion) {
    TalkOptions options = draft.options();
    return new TalkRequest(
        draft.photo(),
        recording == null ? call.words() : "",
        voice,
        options.shape(),
        options.quality(),
        motion,
        options.style(),
        options.captions(),
        options.label() ? wording.say(call.language(), Phrase.PICTURE_LABEL) : "",
        options.manner(),
        recording);
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

  /// A photo that waits for words.
  private record Draft(String photo, long bytes, boolean face, TalkOptions options) {}
}
