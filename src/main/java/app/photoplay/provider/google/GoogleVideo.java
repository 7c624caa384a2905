package app.photoplay.provider.google;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.job.Failure;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.video.ShotNeed;
import app.photoplay.provider.video.ShotWords;
import app.photoplay.provider.video.VideoModel;
import app.photoplay.provider.video.VideoPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// What Google's two ways to film share.
abstract class GoogleVideo extends GoogleModel<ShotNeed, VideoPrompt, Render>
    implements VideoModel {
  static final long MOST_BYTES = 500L << 20;

  private static final int LONGEST_SIDE = 1920;
  private static final int SHORTEST_SIDE = 480;
  private static final int MOST_PHOTO_BYTES = 3_500_000;

  GoogleVideo(Desk desk, ModelCard card) {
    super(desk, card);
  }

  @Override
  public Optional<Money> price(ShotNeed need, PriceBook prices) {
    boolean fits =
        card.qualities().contains(need.quality())
            && card.makes(need.shape())
            && card.can(need.firstFrame() ? Ability.FIRST_FRAME : Ability.WORDS)
            && (!need.lastFrame() || card.can(Ability.LAST_FRAME))
            && (need.firstFrame() || !need.text().isBlank())
            && need.text().length() <= card.longestPrompt();
    OptionalInt seconds = card.lengths().holding(need.millis());
    return fits && seconds.isPresent()
        ? Optional.of(card.cost(prices, Quantity.millis(seconds.getAsInt() * 1000L)))
        : Optional.empty();
  }

  final Money cost(VideoPrompt prompt) {
    return cost(Quantity.millis(seconds(prompt) * 1000L));
  }

  final int seconds(VideoPrompt prompt) {
    long millis = Math.round(prompt.seconds() * 1000);
    return card.lengths().holding(millis).orElse(card.lengths().longest());
  }

  final String words(VideoPrompt prompt) {
    return ShotWords.of(prompt, card.longestPrompt());
  }

  /// The shape to ask for; a photo's own is made of the one that is more like it.
  final String ratio(VideoPrompt prompt) throws IOException {
    if (prompt.shape() != Shape.PHOTO || prompt.firstFrame().isEmpty()) {
      return (prompt.shape() == Shape.PHOTO ? Shape.WIDE : prompt.shape()).label();
    }
    Size size = desk.workshop().stills().size(prompt.firstFrame().get());
    return (size.width() < size.height() ? Shape.TALL : Shape.WIDE).label();
  }

  final byte[] photo(Path photo, VideoPrompt prompt) throws IOException {
    return desk.workshop()
        .stills()
        .jpeg(photo, prompt.shape(), LONGEST_SIDE, SHORTEST_SIDE, MOST_PHOTO_BYTES);
  }

  /// Takes a video to a file.
  @FunctionalInterface
  interface Fetching {
    void to(Path file) throws IOException;
  }

  /// Fetches what was made, and makes of it what was ordered.
  ///
  /// @param rest removes from Google what is of no more use then
  final Result<Render> finished(
      Operation operation,
      Supplier<Optional<VideoPrompt>> prompt,
      Fetching fetching,
      Leftovers.Removal rest)
      throws IOException, InterruptedException {
    try {
      Result<Render> result = finished(operation, prompt, fetching);
      desk.leftovers().add(operation.id(), rest);
      return result;
    } catch (Fault.Thrown e) {
      desk.leftovers().add(operation.id(), rest);
      throw e;
    }
  }

  private Result<Render> finished(
      Operation operation, Supplier<Optional<VideoPrompt>> prompt, Fetching fetching)
      throws IOException, InterruptedException {
    Optional<VideoPrompt> ordered = prompt.get();
    if (ordered.isEmpty()) {
      return new Result.Refused<>(new Failure(Failure.Code.FILE_GONE), charged(operation));
    }
    Path file = desk.workshop().file(".mp4");
    try {
      fetching.to(file);
      return new Result.Ready<>(
          desk.workshop().conformer().conform(file, Wanted.of(ordered.get())));
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
