package app.photoplay.kind.film;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.JobRequest;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.kind.storyboard.StoryboardRequest;
import app.photoplay.provider.text.Storyboard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The most that a film costs: with a storyboard the sum of its pieces, without one that of the
/// dearest storyboard that the wish allows.
final class FilmPrice {
  /// What is known about a film's pieces before they are ordered.
  interface Pieces {
    /// What is offered for one.
    Quote offer(JobRequest piece);

    /// The longest that words may take.
    long mostMillis(SpeechRequest speech);
  }

  private static final int MOST_SCENES = 20;

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
      price.add(
          new Scenes(film, new DearestBoard(film, plan.shots(), pieces).find(), plan.shots()));
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
      Storyboard shown =
          board == null ? new DearestBoard(film, plan.shots(), pieces).find() : board;
      Scenes scenes = new Scenes(film, shown, plan.shots());
      if (board == null) {
        // however many scenes there will be, and every one may turn out to be painted
        int most = film.scenes() > 0 ? film.scenes() : MOST_SCENES;
        Collections.nCopies(most, scenes.picture(0, List.of())).forEach(price::add);
      } else {
        scenes.painted().forEach(scene -> price.add(scenes.picture(scene, List.of())));
      }
    }
    return price.quote();
  }

  private Quote quote() {
    return new Quote(
        lines.entrySet().stream()
            .map(line -> new Quote.Line(line.getKey(), line.getValue()))
            .toList());
  }

  /// What a film of one storyboard costs.
  static Money ofBoard(FilmRequest film, Storyboard board, List<Integer> shots, Pieces pieces) {
    FilmPrice price = new FilmPrice(pieces);
    price.add(new Scenes(film, board, shots));
    return price.quote().total();
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
