package app.photoplay.kind;

import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Role;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Writes storyboards for people to read: what the film is, then its scenes by their numbers.
public final class StoryboardText {
  private StoryboardText() {}

  /// The whole text, a paragraph each for the film and for each scene.
  public static String of(Storyboard board, String language, Wording wording) {
    return paragraphs(board).stream()
        .map(it -> wording.say(language, it))
        .collect(Collectors.joining("\n\n"));
  }

  /// What [#of] puts together: what comes first is about the film, the n-th after it is scene n.
  public static List<Sentence> paragraphs(Storyboard board) {
    List<Sentence> paragraphs = new ArrayList<>();
    paragraphs.add(film(board));
    for (int number = 1; number <= board.scenes().size(); number++) {
      paragraphs.add(scene(board, number));
    }
    return paragraphs;
  }

  private static Sentence film(Storyboard board) {
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Phrase.STORYBOARD.with(
            Argument.TITLE.of(board.title()),
            Argument.SECONDS.of(board.seconds()),
            Argument.COUNT.of(board.scenes().size())));
    if (board.writer().equals(Storyboard.TEMPLATE)) {
      lines.add(Phrase.STORYBOARD_TEMPLATE);
    }
    if (!board.style().isBlank()) {
      lines.add(Phrase.STORYBOARD_STYLE.with(Argument.DESCRIPTION.of(board.style())));
    }
    if (!board.cast().isEmpty()) {
      List<Sentence> roles = board.cast().stream().map(StoryboardText::role).toList();
      lines.add(Phrase.STORYBOARD_CAST.with(Argument.LINES.of(Sentence.lines(roles))));
    }
    return Sentence.lines(lines);
  }

  private static Sentence role(Role role) {
    Argument.Given name = Argument.NAME.of(role.name());
    return role.looks().isBlank()
        ? Phrase.STORYBOARD_ROLE.with(name)
        : Phrase.STORYBOARD_ROLE_LOOKS.with(name, Argument.DESCRIPTION.of(role.looks()));
  }

  /// One scene.
  ///
  /// @param number from 1
  public static Sentence scene(Storyboard board, int number) {
    Scene scene = board.scenes().get(number - 1);
    List<Sentence> lines = new ArrayList<>();
    lines.add(
        Phrase.STORYBOARD_SCENE.with(
            Argument.NUMBER.of(number),
            Argument.SECONDS.of(scene.seconds()),
            Argument.DESCRIPTION.of(scene.picture())));
    if (!scene.motion().isBlank()) {
      lines.add(Phrase.STORYBOARD_MOTION.with(Argument.DESCRIPTION.of(scene.motion())));
    }
    if (!scene.ending().isBlank()) {
      lines.add(Phrase.STORYBOARD_ENDING.with(Argument.DESCRIPTION.of(scene.ending())));
    }
    if (scene.spoken()) {
      lines.add(
          Phrase.STORYBOARD_LINE.with(
              Argument.NAME.of(scene.speaker()), Argument.WORDS.of(scene.words())));
    } else if (!scene.words().isEmpty()) {
      lines.add(Phrase.STORYBOARD_NARRATION.with(Argument.WORDS.of(scene.words())));
    }
    lines.add(
        Phrase.STORYBOARD_SHOT.with(
            Argument.LABEL.of(phrase(scene.shot())),
            Argument.CHOICE.of(OrderOptions.phrase(scene.camera()))));
    if (number < board.scenes().size()) {
      lines.add(phrase(scene.next()));
    }
    return Sentence.lines(lines);
  }

  private static Phrase phrase(ShotSize size) {
    return switch (size) {
      case EXTREME_WIDE -> Phrase.SHOT_EXTREME_WIDE;
      case WIDE -> Phrase.SHOT_WIDE;
      case MEDIUM -> Phrase.SHOT_MEDIUM;
      case CLOSE_UP -> Phrase.SHOT_CLOSE_UP;
    };
  }

  private static Phrase phrase(Transition next) {
    return switch (next) {
      case CUT -> Phrase.STORYBOARD_CUT;
      case CROSSFADE -> Phrase.STORYBOARD_CROSSFADE;
      case DIP -> Phrase.STORYBOARD_DIP;
      case CONTINUE -> Phrase.STORYBOARD_CONTINUE;
    };
  }
}
