package app.photoplay.kind.talk;

import app.photoplay.chat.Attachment;
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
import app.photoplay.media.Pictures;
import app.photoplay.media.Quality;
import app.photoplay.provider.Answer;
import app.photoplay.provider.Motion;
import app.photoplay.provider.SpeechCheck;
import app.photoplay.provider.SpeechModel;
import app.photoplay.provider.SpeechPrompt;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/talk`, and what a message that is no command means: a photo and words in any order.
///
/// A photo without words is kept as a draft for a day, and so is a photo whose words cannot be
/// used: the next words complete it.
public final class TalkCommand implements Command {
  private static final String DRAFT = "talk-photo";
  private static final Duration DRAFTED = Duration.ofDays(1);
  private static final Codec<Draft> DRAFTS = Codec.json(Draft.class);

  private final PhotoSource photos;
  private final TalkOptions defaults;
  private final SpeechModel voices;
  private final Drafts drafts;
  private final Proposals proposals;
  private final Wording wording;
  private final int maxSeconds;
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
    this.defaults = TalkOptions.defaults(quality, voices);
    this.voices = voices;
    this.drafts = drafts;
    this.proposals = proposals;
    this.wording = wording;
    this.maxSeconds = maxSeconds;
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
    Optional<PhotoSource.Photo> brought = photos.of(call);
    if (brought.isPresent()) {
      // The next words are for the newest photo, never for one that was left behind.
      latest(call).map(Drafts.Saved::code).ifPresent(drafts::drop);
      return switch (brought.get()) {
        case PhotoSource.Photo.Refused(var why) ->
            refuse(call, why, Map.of("limit", Pictures.MOST_BYTES >> 20));
        case PhotoSource.Photo.Usable(var kept, var face) ->
            talk(call, new Draft(kept.content(), kept.bytes(), face, options), Optional.empty());
      };
    }
    if (!call.attachments().isEmpty()) {
      boolean sound =
          call.attachments().stream().anyMatch(file -> file.kind() == Attachment.Kind.VOICE);
      return refuse(call, sound ? Phrase.VOICE_NOT_TAKEN : Phrase.FILE_NOT_TAKEN, Map.of());
    }
    return latest(call)
        .map(saved -> talk(call, DRAFTS.decode(saved.draft().payload()), Optional.of(saved.code())))
        .orElseGet(() -> refuse(call, Phrase.ASK_PHOTO, Map.of()));
  }

  private Optional<Drafts.Saved> latest(Invocation call) {
    return drafts.latest(
        call.account(), call.message().conversation(), DRAFT, time.instant().minus(DRAFTED));
  }

  private CommandResult talk(Invocation call, Draft draft, Optional<String> saved) {
    TalkOptions options = draft.options();
    if (call.words().isEmpty()) {
      save(call, draft, saved);
      return say(call, Kind.QUESTION, question(call, draft.face()), Map.of());
    }
    SpeechCheck check = voices.check(new SpeechPrompt(call.words(), options.voice()));
    return switch (check) {
      case SpeechCheck.TooLong _ -> refuse(call, Phrase.WORDS_TOO_LONG, Map.of());
      case SpeechCheck.Unspeakable(var reason, var trouble) -> {
        save(call, draft, saved);
        yield refuse(call, unspeakable(reason), unspeakableValues(options));
      }
      case SpeechCheck.Speakable(var seconds) when seconds > maxSeconds -> {
        save(call, draft, saved);
        yield refuse(
            call,
            Phrase.WORDS_TOO_LONG,
            Map.of("seconds", Math.round(seconds), "limit", maxSeconds));
      }
      case SpeechCheck.Speakable _ -> order(call, draft, saved);
    };
  }

  /// In a group the bot hears commands and replies alone.
  private static Phrase question(Invocation call, boolean face) {
    if (call.message().conversation().group()) {
      return face ? Phrase.ASK_WORDS_GROUP : Phrase.NO_FACE_ASK_GROUP;
    }
    return face ? Phrase.ASK_WORDS : Phrase.NO_FACE_ASK;
  }

  private CommandResult order(Invocation call, Draft draft, Optional<String> saved) {
    List<StoredFile> inputs = List.of(new StoredFile(draft.photo(), draft.bytes()));
    if (draft.face()) {
      TalkRequest request = request(call, draft, Motion.TALK);
      return new CommandResult.Order(request, inputs, false, saved);
    }
    String code =
        proposals.save(
            call.account(),
            call.message().conversation(),
            request(call, draft, Motion.ZOOM),
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

  private TalkRequest request(Invocation call, Draft draft, Motion motion) {
    TalkOptions options = draft.options();
    return new TalkRequest(
        draft.photo(),
        call.words(),
        options.voice(),
        options.shape(),
        options.quality(),
        motion,
        options.style(),
        options.captions(),
        options.label() ? wording.say(call.language(), Phrase.PICTURE_LABEL) : "");
  }

  private void save(Invocation call, Draft draft, Optional<String> saved) {
    if (saved.isEmpty()) {
      drafts.save(
          new Drafts.Draft(
              call.account(), call.message().conversation(), DRAFT, DRAFTS.encode(draft)),
          time.instant());
    }
  }

  private static Phrase unspeakable(Answer.Reason reason) {
    return switch (reason) {
      case NO_WORDS -> Phrase.WORDS_MISSING;
      case TOO_LONG -> Phrase.FAILED_TOO_LONG;
      case NO_SUCH_VOICE -> Phrase.NO_SUCH_VOICE;
      case UNSPEAKABLE, BAD_PHOTO, NO_FACE, POLICY -> Phrase.WORDS_UNSPEAKABLE;
    };
  }

  private Map<String, Object> unspeakableValues(TalkOptions options) {
    Map<String, Object> values = new HashMap<>();
    values.put("limit", maxSeconds);
    values.put("voice", options.voice());
    values.put("voices", TalkOptions.names(voices));
    return values;
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
