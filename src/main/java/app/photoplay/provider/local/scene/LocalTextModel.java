package app.photoplay.provider.local.scene;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.text.TextModel;
import app.photoplay.provider.video.ShotSize;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Plans films from what ideas say themselves: a script scene by scene, several sentences in their
/// order, one English sentence by a fixed pattern of beginning, middle and end. It understands
/// nothing, and says so: the storyboard's writer is [Storyboard#TEMPLATE]. The same prompt gives
/// the same storyboard, in any language. Stateless.
public final class LocalTextModel implements TextModel, Work.Local<StoryboardPrompt, String> {
  private static final int STYLE = 250;

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
    String idea = Story.readable(prompt.idea());
    if (idea.codePoints().noneMatch(Character::isLetter)) {
      return new Result.Refused<>(Failure.Code.NO_WORDS);
    }
    Story story = Story.of(idea, prompt);
    SceneIdea seen = SceneIdea.of(idea, "", ShotSize.WIDE, 0);
    Storyboard board =
        new Storyboard(
            Storyboard.TEMPLATE,
            story.title(),
            prompt.style().isBlank() ? style(seen) : Passages.shortened(prompt.style(), STYLE),
            prompt.language(),
            prompt.cast(),
            Staging.scenes(story.beats(), prompt));
    return new Result.Ready<>(StoryboardReader.write(board));
  }

  private static String style(SceneIdea idea) {
    String mood =
        idea.mood() == SceneIdea.Mood.NEUTRAL
            ? "calm"
            : idea.mood().name().toLowerCase(Locale.ROOT);
    return "layered paper landscape, soft light, " + mood;
  }
}
