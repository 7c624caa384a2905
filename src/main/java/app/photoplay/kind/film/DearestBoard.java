package app.photoplay.kind.film;

import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// The dearest storyboard that may come of a wish: of all numbers of scenes and of all lengths that
/// they may have together, each scene as full of words as it may be.
final class DearestBoard {
  /// What fills a second with as many words and as many letters as a storyboard may have.
  private static final double WORDS_A_SECOND = 2.5;

  private static final String WORD = "another";
  private static final int MOST_WORDS = 75;
  private static final long NEVER = -1;

  private final FilmRequest film;
  private final List<Integer> shots;
  private final FilmPrice.Pieces pieces;

  /// @param shots the lengths in seconds that can be filmed, ascending
  DearestBoard(FilmRequest film, List<Integer> shots, FilmPrice.Pieces pieces) {
    this.film = film;
    this.shots = shots;
    this.pieces = pieces;
  }

  Storyboard find() {
    long[] prices =
        shots.stream()
            .mapToLong(
                shot -> FilmPrice.ofBoard(film, board(List.of(shot)), shots, pieces).microUsd())
            .toArray();
    int[] counts =
        film.scenes() > 0
            ? new int[] {film.scenes()}
            : IntStream.rangeClosed(1, StoryboardReader.MOST_SCENES).toArray();
    int most = counts[counts.length - 1];
    int[] limits =
        IntStream.rangeClosed(0, most)
            .map(count -> StoryboardReader.mostSeconds(film.seconds(), shots, count))
            .toArray();
    return board(dearest(prices, counts, limits));
  }

  /// The lengths of the scenes whose prices come to the most.
  ///
  /// @param prices of one scene of each length
  /// @param limits of the lengths together, by the number of scenes
  private List<Integer> dearest(long[] prices, int[] counts, int[] limits) {
    int most = counts[counts.length - 1];
    int longest = Arrays.stream(limits).max().orElse(0);
    long[][] sums = new long[most + 1][longest + 1];
    int[][] last = new int[most + 1][longest + 1];
    for (long[] row : sums) {
      Arrays.fill(row, NEVER);
    }
    sums[0][0] = 0;
    for (int scene = 0; scene < most; scene++) {
      for (int i = 0; i < prices.length; i++) {
        for (int sum = 0; sum + shots.get(i) <= longest; sum++) {
          long price = sums[scene][sum] + prices[i];
          int longer = sum + shots.get(i);
          if (sums[scene][sum] != NEVER && price > sums[scene + 1][longer]) {
            sums[scene + 1][longer] = price;
            last[scene + 1][longer] = shots.get(i);
          }
        }
      }
    }
    int scenes = 0;
    int seconds = 0;
    for (int count : counts) {
      for (int sum = 0; sum <= limits[count]; sum++) {
        if (sums[count][sum] != NEVER
            && (scenes == 0 || sums[count][sum] > sums[scenes][seconds])) {
          scenes = count;
          seconds = sum;
        }
      }
    }
    List<Integer> lengths = new ArrayList<>();
    for (int left = seconds; scenes > 0; scenes--) {
      lengths.add(last[scenes][left]);
      left -= lengths.getLast();
    }
    // no film can be so short: what comes nearest
    return lengths.isEmpty() ? Collections.nCopies(Math.max(1, most), shots.getFirst()) : lengths;
  }

  private Storyboard board(List<Integer> lengths) {
    String speaker =
        film.cast().stream()
            .filter(CastMember::speaks)
            .map(CastMember::name)
            .findFirst()
            .orElse("");
    List<Scene> scenes =
        lengths.stream()
            .map(seconds ->
                new Scene(
                    seconds,
                    film.idea(),
                    "",
                    "",
                    ShotSize.WIDE,
                    CameraMove.STATIC_SHOT,
                    speaker,
                    words(seconds),
                    Transition.CUT))
            .toList();
    return new Storyboard("", "", film.style(), film.language(), List.of(), scenes);
  }

  private static String words(int seconds) {
    int count = Math.min(MOST_WORDS, (int) (seconds * WORDS_A_SECOND));
    return String.join(" ", Collections.nCopies(count, WORD));
  }
}
