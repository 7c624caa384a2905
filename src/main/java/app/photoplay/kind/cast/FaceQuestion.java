package app.photoplay.kind.cast;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.DraftDesk;
import app.photoplay.command.draft.Drafts.Found;
import app.photoplay.job.Codec;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Asks whose face a photo shows, and saves it only when the person has said so: until then it
/// waits in a draft.
final class FaceQuestion {
  static final CommandSpec SPEC = CommandSpec.hidden("face");

  private static final String PURPOSE = "cast-member";
  private static final Duration ASKED = Duration.ofDays(1);
  private static final int CODE = 6;
  private static final String NO = "no";
  private static final Codec<Member> MEMBERS = Codec.json(Member.class);

  private final DraftDesk desk;
  private final CastSaving saving;
  private final Wording wording;
  private final InstantSource time;

  FaceQuestion(DraftDesk desk, CastSaving saving, Wording wording, InstantSource time) {
    this.desk = desk;
    this.saving = saving;
    this.wording = wording;
    this.time = time;
  }

  CommandResult ask(Invocation call, Member member) {
    Draft draft =
        desk.drafts()
            .save(
                call.account(),
                call.message().conversation(),
                PURPOSE,
                MEMBERS.encode(member),
                time.instant(),
                ASKED);
    String question =
        wording.say(call.language(), Phrase.CAST_WHOSE.with(Argument.NAME.of(member.name())));
    return new CommandResult.Say(
        OutboundMessage.of(Kind.QUESTION, question)
            .with(
                List.of(
                    List.of(
                        button(call, draft, Phrase.BUTTON_OWN_FACE, "own"),
                        button(call, draft, Phrase.BUTTON_PERMISSION, "may")),
                    List.of(
                        button(call, draft, Phrase.BUTTON_NOT_A_PERSON, "unreal"),
                        button(call, draft, Phrase.BUTTON_CANCEL, NO)))));
  }

  private Button button(Invocation call, Draft draft, Phrase label, String answer) {
    ButtonData data = ButtonData.of(SPEC.name(), draft.code() + answer, call.account().value());
    return new Button(wording.say(call.language(), label), desk.buttons().sign(data));
  }

  /// A button of the question.
  CommandResult pressed(Invocation call) {
    int end = Math.min(CODE, call.words().length());
    Found found =
        desk.drafts()
            .find(call.account(), call.words().substring(0, end), call.revision(), time.instant());
    if (!(found instanceof Found.Open(var draft)) || !draft.purpose().equals(PURPOSE)) {
      return new CommandResult.Notice(desk.notices().say(call.account(), call.language(), found));
    }
    Member member = MEMBERS.decode(draft.payload());
    return switch (call.words().substring(end)) {
      case "own" -> save(call, draft, member.with(Consent.OWN_FACE));
      case "may" -> save(call, draft, member.with(Consent.PERMISSION));
      case "unreal" -> save(call, draft, member.with(Consent.NOT_A_PERSON));
      case NO -> {
        desk.drafts().drop(draft.code());
        String words = wording.say(call.language(), Phrase.CAST_NOT_SAVED);
        yield new CommandResult.Change(OutboundMessage.of(Kind.ANSWER, words));
      }
      default -> new CommandResult.Notice(wording.say(call.language(), Phrase.PRESS_UNKNOWN));
    };
  }

  private CommandResult save(Invocation call, Draft draft, Member member) {
    OutboundMessage said = saving.save(call.account(), member, call.language());
    // the photo needs the draft until its member is there
    desk.drafts().drop(draft.code());
    return new CommandResult.Change(said);
  }
}
