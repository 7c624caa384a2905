package app.photoplay.provider.catalogue;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.Price;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.job.Lane;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one model of a provider can do, and for how much, all of it from settings.
///
/// @param name unique among all models: how settings, prices and people call it
/// @param provider as in the settings' `providers`
/// @param id what the provider calls it
/// @param makes what it is asked for
/// @param qualities for which it is meant
/// @param lengths in seconds that it makes
/// @param shapes that it makes; empty = it follows the picture it is given
/// @param abilities what it understands besides words
/// @param longestPrompt in characters
/// @param price of one unit
/// @param simultaneous works at a time that the provider allows for each account
/// @param deadline after which its work counts as never finished
/// @param more what only its adapter understands, such as `resolution`
public record ModelCard(
    String name,
    String provider,
    String id,
    Makes makes,
    Set<Quality> qualities,
    Lengths lengths,
    Set<Shape> shapes,
    Set<Ability> abilities,
    int longestPrompt,
    Price price,
    int simultaneous,
    Duration deadline,
    Map<String, String> more) {

  public ModelCard {
    qualities = Set.copyOf(qualities);
    shapes = Set.copyOf(shapes);
    abilities = Set.copyOf(abilities);
    more = Map.copyOf(more);
  }

  /// What a model is asked for.
  public enum Makes {
    TALK,
    CLIP,
    IMAGE,
    SPEECH,
    TEXT
  }

  /// What a model may understand.
  public enum Ability {
    /// Makes a shot of words alone.
    WORDS,
    FIRST_FRAME,
    LAST_FRAME,
    REFERENCES,
    /// What it makes has sound.
    SOUND,
    SEED,
    /// Takes a recording and moves lips to it.
    LIPS
  }

  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  /// The lane that its work waits in: one for each account and model.
  public Lane lane(String account) {
    return new Lane(provider + (account.isEmpty() ? "" : "-" + account) + "." + name);
  }

  /// A setting that only its adapter understands.
  public Optional<String> more(String key) {
    return Optional.ofNullable(more.get(key));
  }

  /// What so much of it costs.
  public Money cost(PriceBook prices, Quantity quantity) {
    return prices.price(provider, name, quantity);
  }

  /// Whether it makes such a shape, or follows what it is given.
  public boolean makes(Shape shape) {
    return shapes.isEmpty() || shape == Shape.PHOTO || shapes.contains(shape);
  }
}
