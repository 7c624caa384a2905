package app.photoplay.provider.local.scene;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.local.WrittenLanguage;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Plans films by a fixed pattern (beginning, middle, end) filled with the idea's own words. It
/// understands nothing, and says so: the storyboard's writer is [Storyboard#TEMPLATE]. English
/// only. Stateless.
public final class LocalTextModel implements TextModel, Work.Local<StoryboardPrompt, String> {
  private static final double SECONDS_A_SCENE = 5.5;
  private static final int FEWEST = 3;
  private static final int MOST = 20;

  private static final List<String> MIDDLE =
      List.of(
          "At first, everything around {subject} is quiet.",
          "Then something changes for {subject}.",
          "Step by step, {subject} must find a way.",
          "For a moment it seems that all is lost.",
          "But there is more to {subject} than anybody thought.",
          "Everything has led to this moment.");

  private static final List<String> HOURS = List.of("dawn", "day", "day", "dusk", "night");

  private static final List<ShotSize> SIZES =
      List.of(ShotSize.WIDE, ShotSize.MEDIUM, ShotSize.CLOSE_UP, ShotSize.WIDE, ShotSize.MEDIUM);

  private static final List<CameraMove> MOVES =
      List.of(
          CameraMove.TRUCK_RIGHT,
          CameraMove.ZOOM_IN,
          CameraMove.PAN_LEFT,
          CameraMove.TRACKING_SHOT,
          CameraMove.TILT_UP,
          CameraMove.TRUCK_LEFT,
          CameraMove.PEDESTAL_UP);

  @Override
  public String provider() {
    return "local";
  }

  @Override
  public Lane lane() {
    return Lane.LIGHT;
  }

  @Override
  public Optional<Money> price(StoryboardPrompt need, PriceBook prices) {
    return Optional.of(Money.ZERO);
  }

  @Override
  public Work<StoryboardPrompt, String> work() {
    return this;
  }

  @Override
  public Result<String> make(StoryboardPrompt prompt, DoubleConsumer progress) {
    if (prompt.idea().chars().noneMatch(Character::isLetter)) {
      return new Result.Refused<>(Failure.Code.NO_WORDS);
    }
    if (!Locale.forLanguageTag(prompt.language()).getLanguage().equals("en")
        || !WrittenLanguage.of(prompt.idea()).equals("en")) {
      return new Result.Refused<>(Failure.Code.UNSPEAKABLE);
    }
    Idea idea = Idea.of(prompt.idea());
    int wanted = (int) Math.round(prompt.seconds() / SECONDS_A_SCENE);
    int count = Math.clamp(prompt.scenes().orElse(Math.max(FEWEST, wanted)), 1, MOST);
    SceneIdea seen = SceneIdea.of(idea.whole(), "", ShotSize.WIDE, 0);
    boolean hourGiven =
        !SceneWords.all(SceneIdea.Time.class, SceneWords.split(idea.whole())).isEmpty();
    List<Storyboard.Scene> scenes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean last = i == count - 1;
      String hour = HOURS.get(i * (HOURS.size() - 1) / Math.max(1, count - 1));
      scenes.add(
          new Storyboard.Scene(
              length(prompt.seconds(), count, i),
              hourGiven ? idea.whole() : idea.whole() + ", " + hour,
              "",
              "",
              i == 0 || last ? ShotSize.EXTREME_WIDE : SIZES.get((i - 1) % SIZES.size()),
              i == 0
                  ? CameraMove.PUSH_IN
                  : last ? CameraMove.PULL_OUT : MOVES.get((i - 1) % MOVES.size()),
              "",
              narration(idea, i, count),
              last ? Transition.CUT : Transition.CROSSFADE));
    }
    Storyboard board =
        new Storyboard(
            Storyboard.TEMPLATE,
            idea.title(),
            prompt.style().isBlank() ? style(seen) : prompt.style(),
            prompt.language(),
            prompt.cast(),
            scenes);
    return new Result.Ready<>(StoryboardReader.write(board));
  }

  /// Whole seconds that add up to the film's length.
  private static int length(int seconds, int count, int scene) {
    return seconds * (scene + 1) / count - seconds * scene / count;
  }

  private static String narration(Idea idea, int scene, int count) {
    if (scene == 0) {
      return "It begins " + (idea.sentence() ? "when " : "with ") + idea.whole() + ".";
    }
    if (scene == count - 1) {
      return idea.sentence()
          ? "And that is how " + idea.whole() + "."
          : "And that was the story of " + idea.whole() + ".";
    }
    // the pattern's ends are kept whatever lies between them
    int middle = count - 2;
    int at = middle == 1 ? 1 : (scene - 1) * MIDDLE.size() / middle;
    boolean repeated =
        middle > MIDDLE.size() && scene > 1 && at == (scene - 2) * MIDDLE.size() / middle;
    return repeated ? "" : MIDDLE.get(at).replace("{subject}", idea.subject());
  }

  private static String style(SceneIdea idea) {
    String mood =
        idea.mood() == SceneIdea.Mood.NEUTRAL
            ? "calm"
            : idea.mood().name().toLowerCase(Locale.ROOT);
    return "layered paper landscape, soft light, " + mood;
  }
}
