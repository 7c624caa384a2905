package app.photoplay.kind.film;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.draft.DraftNotices;
import app.photoplay.kind.StoryboardText;
import app.photoplay.kind.film.FilmDrafts.Waiting;
import app.photoplay.provider.speech.SpeechModel;
import app.photoplay.provider.speech.Voices;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The messages under which people change a film's scenes by tapping.
final class BoardCards {
  static final String VERB = "board";
  static final int IN_A_ROW = 5;

  /// Of what is seen or heard, in a list of scenes.
  private static final int SHORT = 60;

  /// Lengths of a film that people choose from.
  static final List<Integer> LENGTHS = List.of(10, 15, 20, 30, 45, 60, 90, 120);

  private static final int MOST_VOICES = 9;

  private final StoredPieces pieces;
  private final Voices voices;
  private final ButtonSigner buttons;
  private final DraftNotices notices;
  private final Wording wording;

  BoardCards(
      StoredPieces pieces,
      Voices voices,
      ButtonSigner buttons,
      DraftNotices notices,
      Wording wording) {
    this.pieces = pieces;
    this.voices = voices;
    this.buttons = buttons;
    this.notices = notices;
    this.wording = wording;
  }

  /// All scenes in short, with a button for each.
  ///
  /// @param more what is said besides
  OutboundMessage all(String language, Waiting film, Sentence... more) {
    Storyboard board = film.board();
    Remains.Left left = pieces.of(film.at().account(), film.film(), board);
    List<Sentence> lines =
        new ArrayList<>(
            List.of(
                Phrase.STORYBOARD.with(
                    Argument.TITLE.of(board.title()),
                    Argument.SECONDS.of(board.seconds()),
                    Argument.COUNT.of(board.scenes().size()))));
    Storyboard heard = Scenes.heard(film.film(), board);
    for (int i = 0; i < board.scenes().size(); i++) {
      lines.add(line(i + 1, heard.scenes().get(i)));
    }
    List<Sentence> below = new ArrayList<>(List.of(cost(left)));
    below.addAll(List.of(more));
    below.add(Phrase.BOARD_HOW);
    String text =
        wording.say(language, Sentence.lines(lines))
            + "\n\n"
            + wording.say(language, Sentence.lines(below))
            + "\n"
            + notices.until(language, film.at());
    List<List<Button>> rows = new ArrayList<>(numbers(language, film));
    rows.add(
        List.of(
            new Button(wording.say(language, make(left)), data(film, "make"), Button.Style.PRIMARY),
            button(language, film, Phrase.BUTTON_SEE_PICTURES, "pictures")));
    rows.add(
        List.of(
            button(language, film, Phrase.BUTTON_OTHER_VOICE, "voice"),
            button(language, film, Phrase.BUTTON_OTHER_LENGTH, "length")));
    if (!film.made().isEmpty()) {
      String again = buttons.sign(ButtonData.of("again", film.made(), film.at().account().value()));
      rows.add(List.of(new Button(wording.say(language, Phrase.BUTTON_FILM_BEFORE), again)));
    }
    return OutboundMessage.of(Kind.QUESTION, text).with(rows);
  }

  /// Who may tell the story: those who speak its language, or nobody.
  OutboundMessage voices(String language, Waiting film) {
    List<Button> all = new ArrayList<>();
    List<String> names = narrators(film);
    for (int i = 0; i < names.size(); i++) {
      all.add(new Button(names.get(i), data(film, "v" + i)));
    }
    all.add(button(language, film, Phrase.BUTTON_NO_NARRATOR, "mute"));
    return choice(language, film, Phrase.CHOOSE_NARRATOR, all);
  }

  /// The names of those who may, by their numbers on the buttons.
  List<String> narrators(Waiting film) {
    String spoken = Locale.forLanguageTag(film.board().language()).getLanguage();
    return voices.voices().stream()
        .filter(it -> it.speaks(spoken))
        .map(SpeechModel.Voice::name)
        .limit(MOST_VOICES)
        .toList();
  }

  /// How long the film may be.
  OutboundMessage lengths(String language, Waiting film) {
    List<Button> all = new ArrayList<>();
    for (int i = 0; i < LENGTHS.size(); i++) {
      Sentence label = Phrase.BUTTON_SECONDS.with(Argument.SECONDS.of(LENGTHS.get(i)));
      all.add(button(language, film, label, "l" + i));
    }
    return choice(language, film, Phrase.CHOOSE_LENGTH, all);
  }

  private OutboundMessage choice(
      String language, Waiting film, Phrase question, List<Button> choices) {
    List<List<Button>> rows = new ArrayList<>(rows(choices));
    rows.add(List.of(button(language, film, Phrase.BUTTON_BACK, "")));
    return OutboundMessage.of(Kind.QUESTION, wording.say(language, question)).with(rows);
  }

  /// One scene, with what may be done to it.
  ///
  /// @param number from 1
  OutboundMessage scene(String language, Waiting film, int number, Sentence... more) {
    Storyboard heard = Scenes.heard(film.film(), film.board());
    List<Sentence> below = new ArrayList<>();
    if (!film.board().scenes().get(number - 1).frame().isEmpty()) {
      below.add(Phrase.SCENE_OWN);
    }
    below.addAll(List.of(more));
    if (film.film().voiced()) {
      below.add(Phrase.SCENE_HOW_WORDS.with(Argument.NUMBER.of(number)));
    }
    below.add(Phrase.SCENE_HOW_PICTURE.with(Argument.NUMBER.of(number)));
    String text =
        wording.say(language, StoryboardText.scene(heard, number))
            + "\n\n"
            + wording.say(language, Sentence.lines(below));
    return OutboundMessage.of(Kind.QUESTION, text).with(rows(language, film, number));
  }

  private List<List<Button>> rows(String language, Waiting film, int number) {
    Storyboard board = film.board();
    int count = board.scenes().size();
    List<List<Button>> rows = new ArrayList<>();
    List<Button> first = new ArrayList<>();
    if (number > 1) {
      first.add(button(language, film, Phrase.BUTTON_UP, "u" + number));
    }
    if (number < count) {
      first.add(button(language, film, Phrase.BUTTON_DOWN, "w" + number));
    }
    if (count > 1) {
      first.add(button(language, film, Phrase.BUTTON_DROP, "d" + number));
    }
    if (count < BoardEdits.MOST_SCENES) {
      first.add(button(language, film, Phrase.BUTTON_ADD, "a" + number));
    }
    rows.add(first);
    List<Button> second = new ArrayList<>();
    second.add(button(language, film, Phrase.BUTTON_ANOTHER, "t" + number));
    second.addAll(speakers(language, film, number));
    rows.add(second);
    rows.add(List.of(button(language, film, Phrase.BUTTON_BACK, "")));
    return rows;
  }

  /// Those who have a face may say the words instead of the narrator.
  private List<Button> speakers(String language, Waiting film, int number) {
    Scene scene = film.board().scenes().get(number - 1);
    List<Button> speakers = new ArrayList<>();
    if (scene.spoken()) {
      speakers.add(button(language, film, Phrase.BUTTON_NARRATED, "n" + number));
    }
    List<CastMember> cast = film.film().cast();
    for (int i = 0; i < cast.size() && speakers.size() < IN_A_ROW - 1; i++) {
      String name = cast.get(i).name();
      boolean silent = !scene.spoken() || !scene.speaker().equalsIgnoreCase(name);
      if (silent && cast.get(i).photo() != null && !scene.words().isEmpty()) {
        speakers.add(
            button(
                language,
                film,
                Phrase.BUTTON_SPOKEN_BY.with(Argument.NAME.of(name)),
                "p" + number + "x" + i));
      }
    }
    return speakers;
  }

  private List<List<Button>> numbers(String language, Waiting film) {
    List<Button> all = new ArrayList<>();
    for (int number = 1; number <= film.board().scenes().size(); number++) {
      Sentence label = Phrase.BUTTON_SCENE.with(Argument.NUMBER.of(number));
      all.add(button(language, film, label, "s" + number));
    }
    return rows(all);
  }

  static List<List<Button>> rows(List<Button> all) {
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i += IN_A_ROW) {
      rows.add(List.copyOf(all.subList(i, Math.min(all.size(), i + IN_A_ROW))));
    }
    return rows;
  }

  /// What the film costs, or what is left of it.
  static Sentence cost(Remains.Left left) {
    if (left.ready() == left.scenes() && left.price().isZero()) {
      return Phrase.BOARD_ALL;
    }
    return left.ready() == 0
        ? Phrase.BOARD_PRICE.with(Argument.PRICE.of(left.price().amount()))
        : Phrase.BOARD_LEFT.with(
            Argument.COUNT.of(left.ready()),
            Argument.NUMBER.of(left.scenes()),
            Argument.PRICE.of(left.price().amount()));
  }

  /// What the button says that makes the film.
  static Sentence make(Remains.Left left) {
    return left.price().isZero()
        ? Phrase.BUTTON_MAKE_FILM
        : Phrase.BUTTON_MAKE_FILM_PRICED.with(Argument.PRICE.of(left.price().amount()));
  }

  private static Sentence line(int number, Scene scene) {
    Argument.Given at = Argument.NUMBER.of(number);
    Argument.Given length = Argument.SECONDS.of(scene.seconds());
    Argument.Given seen = Argument.DESCRIPTION.of(brief(scene.picture()));
    return scene.words().isBlank()
        ? Phrase.BOARD_LINE.with(at, length, seen)
        : Phrase.BOARD_LINE_WORDS.with(at, length, seen, Argument.WORDS.of(brief(scene.words())));
  }

  private static String brief(String text) {
    if (text.length() <= SHORT) {
      return text;
    }
    int end = text.lastIndexOf(' ', SHORT);
    int cut = end < SHORT / 2 ? SHORT : end;
    return text.substring(0, Character.isHighSurrogate(text.charAt(cut - 1)) ? cut - 1 : cut)
        + " …";
  }

  private Button button(String language, Waiting film, Sentence label, String wish) {
    return new Button(wording.say(language, label), data(film, wish));
  }

  /// Scenes change their numbers, so that every button is of one revision.
  private String data(Waiting film, String wish) {
    return buttons.sign(
        new ButtonData(
            VERB, film.at().code() + wish, film.at().account().value(), film.at().revision()));
  }
}
