package app.photoplay.kind.film;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Outcome;
import app.photoplay.kind.clip.ClipRequest;
import app.photoplay.kind.image.ImageRequest;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.kind.storyboard.StoryboardRequest;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.text.StoryboardPrompt;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.text.StoryboardReader.Reading;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is set aside for a film is never too little, whatever comes of the wish.
class FilmPriceTest {
  private static final int CASES = 400;

  @Test
  void noFilmOfAStoryboardCostsMoreThanItsPrice() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Book book = Book.of(random);
      List<Integer> shots = shots(random);
      FilmRequest film = wish(random, 0).with(board(random, 1 + random.nextInt(20), shots));

      Money held = FilmPrice.of(film, plan(film, shots), book).total();

      assertThat(spent(film, shots, book, random)).as("seed %s", seed).isLessThanOrEqualTo(held);
    }
  }

  @Test
  void noStoryboardThatIsReadMakesAFilmDearerThanTheWish() {
    int read = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Book book = Book.of(random);
      List<Integer> shots = shots(random);
      FilmRequest film = wish(random, random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 0);
      Money held = FilmPrice.of(film, plan(film, shots), book).total();

      Optional<Storyboard> board = answered(random, film, shots);

      if (board.isPresent()) {
        read++;
        FilmRequest planned = film.with(board.get());
        Money price =
            FilmPrice.of(planned, plan(film, shots), book)
                .total()
                .plus(book.offer(plan(film, shots)).total());
        assertThat(price).as("seed %s", seed).isLessThanOrEqualTo(held);
      }
    }
    assertThat(read).isGreaterThan(CASES / 4);
  }

  /// What the children of a film cost when each word takes as long as it may.
  private static Money spent(FilmRequest film, List<Integer> shots, Book book, Random random) {
    Storyboard board = Objects.requireNonNull(film.board());
    Scenes scenes = new Scenes(film, board, shots);
    Map<String, Outcome> made = new HashMap<>();
    List<JobRequest> children = new ArrayList<>(scenes.voices().values());
    for (int i = 0; i < scenes.count(); i++) {
      made.put(Scenes.frame(i), artifact(Artifact.PICTURE, 0));
      children.add(scenes.picture(i, List.of()));
      Optional<SpeechRequest> speech = scenes.speech(i);
      if (speech.isPresent()) {
        long millis = (long) (book.mostMillis(speech.get()) * random.nextDouble(0.2, 1));
        made.put(Scenes.voice(i), artifact(Artifact.SPEECH, millis));
      }
    }
    for (int i = 0; i < scenes.count(); i++) {
      scenes.shot(i, made).ifPresent(children::add);
    }
    return children.stream()
        .map(child -> book.offer(child).total())
        .reduce(Money.ZERO, Money::plus);
  }

  private static Outcome artifact(String role, long millis) {
    return new Outcome.Made(
        List.of(new Artifact(role, "0".repeat(64), "test/test", 1, 0, 0, millis)));
  }

  private static Optional<Storyboard> answered(
      Random random, FilmRequest film, List<Integer> shots) {
    int usual = Math.max(1, film.seconds() / (shots.getFirst() + random.nextInt(6)));
    int count = film.scenes() > 0 ? film.scenes() : Math.min(20, usual);
    StoryboardPrompt prompt =
        new StoryboardPrompt(
            film.idea(),
            film.seconds(),
            film.language(),
            film.scenes() > 0 ? OptionalInt.of(film.scenes()) : OptionalInt.empty(),
            film.style(),
            List.of(),
            shots,
            Optional.empty());
    String answer = StoryboardReader.write(board(random, count, shots));
    return StoryboardReader.read(answer, prompt) instanceof Reading.Good(var board)
        ? Optional.of(board)
        : Optional.empty();
  }

  private static Storyboard board(Random random, int count, List<Integer> shots) {
    List<Scene> scenes =
        IntStream.range(0, count)
            .mapToObj(i -> {
              int seconds = shots.get(random.nextInt(Math.min(shots.size(), 4)));
              String words =
                  String.join(" ", Collections.nCopies(random.nextInt(3 * seconds), "letters"));
              return new Scene(
                  seconds,
                  "place " + i,
                  "",
                  "",
                  ShotSize.WIDE,
                  CameraMove.PUSH_IN,
                  "",
                  words,
                  Transition.values()[random.nextInt(Transition.values().length)]);
            })
            .toList();
    return new Storyboard("house", "A film", "plain", "en", List.of(), scenes);
  }

  /// Some lengths that can be filmed.
  private static List<Integer> shots(Random random) {
    List<Integer> all = new ArrayList<>(IntStream.rangeClosed(2, 20).boxed().toList());
    Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(all.size())).stream().sorted().toList();
  }

  private static FilmRequest wish(Random random, int scenes) {
    return new FilmRequest(
        "an idea",
        10 + random.nextInt(111),
        "en",
        scenes,
        "plain",
        Shape.WIDE,
        Quality.ECONOMY,
        random.nextInt(4) == 0 ? "" : "nara",
        Captions.OFF,
        "",
        "",
        "",
        1,
        0,
        List.of(),
        null);
  }

  private static StoryboardRequest plan(FilmRequest film, List<Integer> shots) {
    return new StoryboardRequest(
        film.idea(),
        film.seconds(),
        film.language(),
        film.scenes(),
        film.style(),
        List.of(),
        shots,
        0);
  }

  /// Prices in micro-dollars, and how quickly the voice speaks.
  private record Book(long plan, long picture, long shot, long second, long spoken, int millisAWord)
      implements FilmPrice.Pieces {
    static Book of(Random random) {
      return new Book(
          random.nextInt(50_000),
          random.nextInt(200_000),
          random.nextInt(2) * (long) random.nextInt(100_000),
          random.nextInt(400_000),
          random.nextInt(20_000),
          200 + random.nextInt(400));
    }

    @Override
    public Quote offer(JobRequest piece) {
      long price =
          switch (piece) {
            case StoryboardRequest _ -> plan;
            case ImageRequest _ -> picture;
            case ClipRequest clip -> shot + second * clip.seconds();
            case SpeechRequest speech -> spoken * Math.ceilDiv(mostMillis(speech), 1000);
            default -> throw new AssertionError(piece.kind());
          };
      return new Quote(List.of(new Quote.Line(piece.kind(), new Money(price))));
    }

    @Override
    public long mostMillis(SpeechRequest speech) {
      int words = speech.words().split(" ", -1).length;
      return Math.min(60_000, (long) words * millisAWord * 5 / 4 + 1000);
    }
  }
}
