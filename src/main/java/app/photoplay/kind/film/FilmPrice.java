package app.photoplay.kind.film;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.JobRequest;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.kind.storyboard.StoryboardRequest;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The most that a film costs: with a storyboard the sum of its pieces, without one that of the
/// dearest storyboard that the wish allows.
final class FilmPrice {
  /// A storyboard may be longer than was wished by so much.
  private static final double LONGER = 1.1;

  private static final double SHORTEST_USUAL_SCENE = 4;
  private static final int FEWEST = 3;
  private static final int MOST = 20;
  private static final double WORDS_PER_SECOND = 2.5;

  /// What is known about a film's pieces before they are ordered.
  interface Pieces {
    /// What is offered for one.
    Quote offer(JobRequest piece);

    /// The longest that words may take.
    long mostMillis(SpeechRequest speech);
  }

  private final Pieces pieces;
  private final Map<String, Money> lines = new LinkedHashMap<>();

  private FilmPrice(Pieces pieces) {
    this.pieces = pieces;
  }

  static Quote of(FilmRequest film, StoryboardRequest plan, Pieces pieces) {
    FilmPrice price = new FilmPrice(pieces);
    Storyboard board = film.board();
    if (board == null) {
      price.add(plan);
      price.add(new Scenes(film, dearest(film, plan.shots()), plan.shots()));
    } else {
      price.add(new Scenes(film, board, plan.shots()));
    }
    return price.quote();
  }

  /// The most that looking at it first costs.
  ///
  /// @param painted whether its pictures are wanted too
  static Quote ofPreview(FilmRequest film, boolean painted, StoryboardRequest plan, Pieces pieces) {
    FilmPrice price = new FilmPrice(pieces);
    Storyboard board = film.board();
    if (board == null) {
      price.add(plan);
    }
    if (painted) {
      Storyboard shown = board == null ? dearest(film, plan.shots()) : board;
      Scenes scenes = new Scenes(film, shown, plan.shots());
      // of the dearest storyboard every scene may turn out to be painted
      List<Integer> pictures =
          board == null ? IntStream.range(0, scenes.count()).boxed().toList() : scenes.painted();
      pictures.forEach(scene -> price.add(scenes.picture(scene, List.of())));
    }
    return price.quote();
  }

  private Quote quote() {
    return new Quote(
        lines.entrySet().stream()
            .map(line -> new Quote.Line(line.getKey(), line.getValue()))
            .toList());
  }

  private static Storyboard dearest(FilmRequest film, List<Integer> shots) {
    int usual = (int) Math.ceil(film.seconds() / SHORTEST_USUAL_SCENE);
    int count = film.scenes() > 0 ? film.scenes() : Math.clamp(usual, FEWEST, MOST);
    double share = film.seconds() * LONGER / count;
    int seconds = shots.stream().filter(it -> it >= share).findFirst().orElse(shots.getLast());
    String words =
        String.join(
            " ", Collections.nCopies((int) (seconds / LONGER * WORDS_PER_SECOND), "a word"));
    String speaker =
        film.cast().stream()
            .filter(member -> member.photo() != null)
            .map(CastMember::name)
            .findFirst()
            .orElse("");
    Scene scene =
        new Scene(
            seconds,
            film.idea(),
            "",
            "",
            ShotSize.WIDE,
            CameraMove.STATIC_SHOT,
            speaker,
            words,
            Transition.CUT);
    return new Storyboard(
        "", "", film.style(), film.language(), List.of(), Collections.nCopies(count, scene));
  }

  private void add(Scenes scenes) {
    for (int i = 0; i < scenes.count(); i++) {
      Optional<SpeechRequest> speech = scenes.speech(i);
      speech.ifPresent(this::add);
      double words = speech.map(it -> pieces.mostMillis(it) / 1000.0).orElse(0.0);
      List<JobRequest> shots = new ArrayList<>(List.of(scenes.picture(i, List.of())));
      shots.add(scenes.filmed(i, Optional.of(""), Optional.empty(), scenes.seconds(i, words)));
      Optional<? extends JobRequest> talk = scenes.talk(i);
      if (talk.isPresent() && total(List.of(talk.get())).compareTo(total(shots)) > 0) {
        add(talk.get());
      } else {
        shots.forEach(this::add);
      }
    }
  }

  private Money total(List<? extends JobRequest> requests) {
    return requests.stream().map(it -> pieces.offer(it).total()).reduce(Money.ZERO, Money::plus);
  }

  private void add(JobRequest piece) {
    for (Quote.Line line : pieces.offer(piece).lines()) {
      lines.merge(line.what(), line.price(), Money::plus);
    }
  }
}
