package app.photoplay.kind.film;

import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobKind.MadeBefore;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Outcome;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.provider.text.Storyboard;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of a film was made before, and what the rest costs.
final class Remains {
  private final FilmPlans plans;
  private final Keyframes frames;
  private final FilmPrice.Pieces pieces;

  Remains(FilmPlans plans, Keyframes frames, FilmPrice.Pieces pieces) {
    this.plans = plans;
    this.frames = frames;
    this.pieces = pieces;
  }

  /// What is there and what is left.
  ///
  /// @param ready how many scenes are there with all that belongs to them
  /// @param scenes how many there are in all
  /// @param quote the most that the rest costs
  /// @param made the pieces that are there, by their names in [Scenes]
  record Left(int ready, int scenes, Quote quote, Map<String, Outcome> made) {
    Left {
      made = Map.copyOf(made);
    }

    Money price() {
      return quote.total();
    }
  }

  /// Looks for every piece of a film that has a storyboard.
  Left of(FilmRequest film, Storyboard board, MadeBefore before) {
    return new Search(before, plans.scenes(film, board)).left();
  }

  /// What its pictures alone cost that are not there.
  Quote pictures(FilmRequest film, Storyboard board, MadeBefore before) {
    Search search = new Search(before, plans.scenes(film, board));
    search.lookForPictures();
    return search.quote();
  }

  /// The most that another picture of a scene costs.
  Money picture(FilmRequest film, Storyboard board, int scene) {
    return pieces.offer(plans.scenes(film, board).picture(scene, List.of())).total();
  }

  /// One film's pieces.
  private final class Search {
    private final MadeBefore before;
    private final Scenes scenes;
    private final Map<String, Outcome> made = new HashMap<>();
    private final Map<String, Money> lines = new LinkedHashMap<>();

    Search(MadeBefore before, Scenes scenes) {
      this.before = before;
      this.scenes = scenes;
    }

    Left left() {
      lookForPictures();
      scenes.voices().forEach(this::look);
      int ready = 0;
      for (int i = 0; i < scenes.count(); i++) {
        Optional<SpeechRequest> speech = scenes.speech(i);
        boolean heard = speech.isEmpty() || made.containsKey(Scenes.voice(i));
        if (look(Scenes.shot(i), shot(i, speech)) && heard) {
          ready++;
        }
      }
      return new Left(ready, scenes.count(), quote(), made);
    }

    Quote quote() {
      return new Quote(
          lines.entrySet().stream()
              .map(line -> new Quote.Line(line.getKey(), line.getValue()))
              .toList());
    }

    /// In the order in which they are painted: those of a chain depend on each other.
    void lookForPictures() {
      int painted = 0;
      Optional<Keyframes.More> more = frames.next(scenes, painted, made);
      while (more.isPresent()) {
        more.get().children().forEach(this::look);
        painted = more.get().painted();
        more = frames.next(scenes, painted, made);
      }
    }

    private JobRequest shot(int scene, Optional<SpeechRequest> speech) {
      Optional<? extends JobRequest> known = scenes.shot(scene, made);
      boolean exact = speech.isEmpty() || made.containsKey(Scenes.voice(scene));
      if (known.isPresent() && exact) {
        return known.get();
      }
      // its picture or its words are not there, so that it cannot be there: what may it cost?
      double words = speech.map(it -> pieces.mostMillis(it) / 1000.0).orElse(0.0);
      return scenes
          .talk(scene)
          .<JobRequest>map(it -> it)
          .orElseGet(() ->
              scenes.filmed(
                  scene, Optional.of(""), Optional.empty(), scenes.seconds(scene, words)));
    }

    private boolean look(String name, JobRequest piece) {
      Optional<List<Artifact>> found = before.find(piece);
      found.ifPresent(artifacts -> made.put(name, new Outcome.Made(artifacts)));
      if (found.isEmpty()) {
        pieces
            .offer(piece)
            .lines()
            .forEach(line -> lines.merge(line.what(), line.price(), Money::plus));
      }
      return found.isPresent();
    }
  }
}
