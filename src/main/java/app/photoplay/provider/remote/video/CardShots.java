package app.photoplay.provider.remote.video;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.budget.price.Unit;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.VideoPrompt;
import java.util.Optional;
import java.util.OptionalInt;

/// The shots that a model makes.
///
/// @param card of a model that films
public record CardShots(ModelCard card) {
  /// What a shot costs, as long as it will really be; empty when the model makes no such one.
  /// Letters are counted as UTF-16 units.
  public Optional<Money> price(ShotNeed need, PriceBook prices) {
    OptionalInt seconds = card.lengths().holding(need.millis());
    return fits(need) && seconds.isPresent()
        ? Optional.of(card.cost(prices, quantity(seconds.getAsInt())))
        : Optional.empty();
  }

  private boolean fits(ShotNeed need) {
    return card.qualities().contains(need.quality())
        && card.makes(need.shape())
        && card.can(need.firstFrame() ? Ability.FIRST_FRAME : Ability.WORDS)
        && (!need.lastFrame() || card.can(Ability.LAST_FRAME))
        && (need.firstFrame() || !need.text().isBlank())
        && need.text().length() <= card.longestPrompt();
  }

  private Quantity quantity(int seconds) {
    return card.price().per() == Unit.CALL ? Quantity.calls(1) : Quantity.millis(seconds * 1000L);
  }

  /// The length that is ordered.
  public int seconds(VideoPrompt prompt) {
    long millis = Math.round(prompt.seconds() * 1000);
    return card.lengths().holding(millis).orElse(card.lengths().longest());
  }
}
