package app.photoplay.kind.film;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Outcome;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.provider.text.Storyboard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of a film was made before, and what the rest costs.
final class Remains {
  private final FilmPlans plans;
  private final Keyframes frames;
  private final FilmPrice.Pieces pieces;
  private final MadeBefore before;

  /// Looks for what a person has had made.
  interface MadeBefore {
    /// What the piece is, when it is there already and costs nothing.
    Optional<List<Artifact>> find(AccountId account, JobRequest piece);
  }

  Remains(FilmPlans plans, Keyframes frames, FilmPrice.Pieces pieces, MadeBefore before) {
    this.plans = plans;
    this.frames = frames;
    this.pieces = pieces;
    this.before = before;
  }

  /// What is there and what is left.
  ///
  /// @param ready how many scenes are there with all that belongs to them
  /// @param scenes how many there are in all
  /// @param price the most that the rest costs
  /// @param made the pieces that are there, by their names in [Scenes]
  record Left(int ready, int scenes, Money price, Map<String, Outcome> made) {
    Left {
      made = Map.copyOf(made);
    }
  }

  /// Looks for every piece of a film that has a storyboard.
  Left of(AccountId account, FilmRequest film, Storyboard board) {
    return new Search(account, plans.scenes(film, board)).left();
  }

  /// The most that another picture of a scene costs.
  Money picture(FilmRequest film, Storyboard board, int scene) {
    return pieces.offer(plans.scenes(film, board).picture(scene, List.of())).total();
  }

  /// One film's pieces.
  private final class Search {
    private final AccountId account;
    private final Scenes scenes;
    private final Map<String, Outcome> made = new HashMap<>();
    private Money price = Money.ZERO;

    Search(AccountId account, Scenes scenes) {
      this.account = account;
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
      return new Left(ready, scenes.count(), price, made);
    }

    /// In the order in which they are painted: those of a chain depend on each other.
    private void lookForPictures() {
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
      Optional<List<Artifact>> found = before.find(account, piece);
      found.ifPresent(artifacts -> made.put(name, new Outcome.Made(artifacts)));
      if (found.isEmpty()) {
        price = price.plus(pieces.offer(piece).total());
      }
      return found.isPresent();
    }
  }
}
