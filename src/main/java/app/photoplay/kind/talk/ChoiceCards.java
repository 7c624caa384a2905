package app.photoplay.kind.talk;

import app.photoplay.chat.message.Button;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Invocation;
import app.photoplay.provider.Motion;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/// The messages under which people choose by tapping how a photo speaks and moves. The choices come
/// out of one button, so that nobody meets them who did not ask.
final class ChoiceCards {
  static final String TUNE = "tune";
  static final String MAKE = "make";

  private final Wording wording;

  ChoiceCards(Wording wording) {
    this.wording = wording;
  }

  /// What the photo should say, with a button for the choices.
  ///
  /// @param code of the draft
  OutboundMessage question(Invocation call, TalkDraft draft, String code) {
    return asked(call, draft).with(more(call.language(), code));
  }

  /// The same, with the choices.
  OutboundMessage opened(Invocation call, TalkDraft draft, String code) {
    return asked(call, draft)
        .with(rows(call.language(), code, draft.options(), draft.face(), true));
  }

  /// What a finished video shall be like when it is made once more.
  OutboundMessage change(String language, TalkRequest request, String code) {
    boolean ours = request.recording() == null;
    boolean moves = request.motion() == Motion.TALK;
    List<List<Button>> rows = new ArrayList<>(rows(language, code, request.options(), moves, ours));
    String make = wording.say(language, Phrase.BUTTON_MAKE);
    rows.add(List.of(new Button(make, data(code, MAKE), Button.Style.PRIMARY)));
    return OutboundMessage.of(Kind.QUESTION, wording.say(language, Phrase.CHANGE_HOW)).with(rows);
  }

  /// The one button behind which the choices are.
  List<List<Button>> more(String language, String code) {
    String label = wording.say(language, Phrase.BUTTON_TUNE);
    return List.of(List.of(new Button(label, data(code, ""))));
  }

  private OutboundMessage asked(Invocation call, TalkDraft draft) {
    return OutboundMessage.of(
        Kind.QUESTION, wording.say(call.language(), question(call, draft.face())));
  }

  /// In a group the bot hears commands and replies alone.
  private static Phrase question(Invocation call, boolean face) {
    if (call.message().conversation().group()) {
      return face ? Phrase.ASK_WORDS_GROUP : Phrase.NO_FACE_ASK_GROUP;
    }
    return face ? Phrase.ASK_WORDS : Phrase.NO_FACE_ASK;
  }

  /// @param moves whether a face is moved
  /// @param ours whether one of our voices speaks
  private List<List<Button>> rows(
      String language, String code, TalkOptions options, boolean moves, boolean ours) {
    List<List<Choice>> offered = new ArrayList<>();
    if (ours) {
      offered.add(Choice.SPEED);
      offered.add(Choice.PITCH);
    }
    if (moves) {
      offered.add(Choice.MOVEMENT);
    }
    if (ours) {
      offered.add(Choice.WRITING);
    }
    return offered.stream()
        .map(row -> row.stream().map(choice -> button(language, code, choice, options)).toList())
        .toList();
  }

  private Button button(String language, String code, Choice choice, TalkOptions options) {
    Sentence label =
        choice.isChosen(options)
            ? Phrase.CHOSEN.with(Argument.CHOICE.of(choice.label()))
            : choice.label();
    return new Button(wording.say(language, label), data(code, choice.code()));
  }

  private static String data(String code, String wish) {
    return "v1:" + TUNE + ":" + code + wish;
  }
}
