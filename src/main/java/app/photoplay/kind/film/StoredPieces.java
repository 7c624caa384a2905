package app.photoplay.kind.film;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Money;
import app.photoplay.job.JobKind.MadeBefore;
import app.photoplay.provider.text.Storyboard;
import java.util.function.Function;

/// What each person has of films, and what the rest costs them.
///
/// @param before what a person has had made
record StoredPieces(Remains remains, Function<AccountId, MadeBefore> before) {
  Remains.Left of(AccountId account, FilmRequest film, Storyboard board) {
    return remains.of(film, board, before.apply(account));
  }

  /// The most that another picture of a scene costs.
  Money picture(FilmRequest film, Storyboard board, int scene) {
    return remains.picture(film, board, scene);
  }
}
