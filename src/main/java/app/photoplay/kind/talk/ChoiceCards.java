package app.photoplay.kind.talk;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Invocation;
import app.photoplay.command.draft.Draft;
import app.photoplay.command.draft.DraftNotices;
import app.photoplay.kind.speech.WayNames;
import app.photoplay.provider.speech.SpeakingWay;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.talk.Motion;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The messages under which people choose by tapping how a photo speaks and moves. The choices come
/// out of one button, so that nobody meets them who did not ask.
final class ChoiceCards {
  static final String TUNE = "tune";
  static final String MAKE = "make";

  /// A wish that begins so names a voice.
  static final String VOICE = "voice";

  /// A wish that begins so names a way of speaking, or none with [#PLAIN].
  static final String WAY = "as";

  static final String PLAIN = "plain";

  /// In one row, so that their names can be read.
  private static final int WAYS_IN_A_ROW = 4;

  /// Other names are too much for a button.
  private static final Pattern SHORT_NAME = Pattern.compile("[0-9A-Za-z]{1,9}");

  private final ButtonSigner buttons;
  private final DraftNotices notices;
  private final Wording wording;

  ChoiceCards(ButtonSigner buttons, DraftNotices notices, Wording wording) {
    this.buttons = buttons;
    this.notices = notices;
    this.wording = wording;
  }

  /// What the photo should say, with a button for the choices.
  ///
  /// @param at where the photo is kept
  OutboundMessage question(Invocation call, TalkDraft photo, Draft at) {
    return asked(call, photo).with(more(call.language(), at));
  }

  /// The same, with the choices.
  OutboundMessage opened(Invocation call, TalkDraft photo, Draft at) {
    return asked(call, photo).with(rows(call.language(), at, photo.options(), photo.face(), true));
  }

  /// What a finished video shall be like when it is made once more.
  ///
  /// @param voices that may be meant: whose language the words may be in
  /// @param ways whether the voice can speak in other ways
  OutboundMessage change(
      String language,
      TalkRequest request,
      List<SpeechModel.Voice> voices,
      boolean ways,
      Draft at) {
    boolean ours = request.recording() == null;
    boolean moves = request.motion() == Motion.TALK;
    List<List<Button>> rows = new ArrayList<>();
    List<Button> speakers =
        voices.stream()
            .filter(voice -> SHORT_NAME.matcher(voice.name()).matches())
            .map(voice -> button(language, at, voice, voices, request.voice()))
            .toList();
    if (ours && !speakers.isEmpty()) {
      rows.add(speakers);
    }
    if (ours && ways) {
      rows.addAll(ways(language, at, request.voice()));
    }
    rows.addAll(rows(language, at, request.options(), moves, ours));
    String make = wording.say(language, Phrase.BUTTON_MAKE);
    rows.add(List.of(new Button(make, data(at, MAKE, at.revision()), Button.Style.PRIMARY)));
    String text = wording.say(language, Phrase.CHANGE_HOW) + "\n" + notices.until(language, at);
    return OutboundMessage.of(Kind.QUESTION, text).with(rows);
  }

  /// The one button behind which the choices are.
  List<List<Button>> more(String language, Draft at) {
    String label = wording.say(language, Phrase.BUTTON_TUNE);
    return List.of(List.of(new Button(label, data(at, "", ButtonData.ANY))));
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
      String language, Draft at, TalkOptions options, boolean moves, boolean ours) {
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
    offered.add(Choice.SHAPE);
    offered.add(Choice.QUALITY);
    return offered.stream()
        .map(row -> row.stream().map(choice -> button(language, at, choice, options)).toList())
        .toList();
  }

  private Button button(String language, Draft at, Choice choice, TalkOptions options) {
    Sentence label =
        choice.isChosen(options)
            ? Phrase.CHOSEN.with(Argument.CHOICE.of(choice.label()))
            : choice.label();
    return new Button(wording.say(language, label), data(at, choice.code(), ButtonData.ANY));
  }

  /// A voice by its language, or by its name where several of a language are offered.
  private Button button(
      String language,
      Draft at,
      SpeechModel.Voice voice,
      List<SpeechModel.Voice> offered,
      String chosen) {
    Locale own = Locale.forLanguageTag(language);
    String spoken = Locale.forLanguageTag(voice.language()).getDisplayLanguage(own);
    boolean alone =
        offered.stream()
                .filter(it ->
                    Locale.forLanguageTag(it.language()).getDisplayLanguage(own).equals(spoken))
                .limit(2)
                .count()
            < 2;
    Sentence name = Phrase.CHOICE_VOICE.with(Argument.SPOKEN.of(alone ? spoken : voice.title()));
    Sentence label =
        voice.name().equals(SpeakingWay.plain(chosen))
            ? Phrase.CHOSEN.with(Argument.CHOICE.of(name))
            : name;
    return new Button(wording.say(language, label), data(at, VOICE + voice.name(), ButtonData.ANY));
  }

  private List<List<Button>> ways(String language, Draft at, String chosen) {
    Optional<SpeakingWay> now = SpeakingWay.ofVoice(chosen);
    List<Button> all = new ArrayList<>();
    all.add(way(language, at, Phrase.WAY_PLAIN, PLAIN, now.isEmpty()));
    for (SpeakingWay way : SpeakingWay.values()) {
      all.add(way(language, at, WayNames.of(way), way.code(), now.equals(Optional.of(way))));
    }
    return List.of(all.subList(0, WAYS_IN_A_ROW), all.subList(WAYS_IN_A_ROW, all.size()));
  }

  private Button way(String language, Draft at, Phrase label, String code, boolean chosen) {
    Sentence shown = chosen ? Phrase.CHOSEN.with(Argument.CHOICE.of(label)) : label;
    return new Button(wording.say(language, shown), data(at, WAY + code, ButtonData.ANY));
  }

  /// A choice means the same whatever was chosen before; an order does not.
  private String data(Draft at, String wish, int revision) {
    return buttons.sign(new ButtonData(TUNE, at.code() + wish, at.account().value(), revision));
  }
}
