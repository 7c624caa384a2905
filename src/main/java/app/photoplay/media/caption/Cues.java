package app.photoplay.media.caption;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Cuts spoken words into captions that can be read: two lines, three at the most, that end with
/// sentences, clauses or pauses. The cut with the least cost over the whole speech is taken, found
/// by dynamic programming.
public final class Cues {
  /// So many Latin letters a second are read with ease.
  private static final double LETTERS_PER_SECOND = 17;

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(7);

  /// Between captions, so that a change is seen: two frames.
  private static final Duration GAP = Duration.ofMillis(80);

  /// A shorter absence flickers, so the caption stays.
  private static final Duration FLICKER = Duration.ofMillis(500);

  /// How long the last one stays, at most.
  private static final Duration LINGER = Duration.ofSeconds(1);

  /// A pause of the voice at which a caption should end.
  private static final Duration PAUSE = Duration.ofMillis(700);

  /// A pause at which it may end as if behind a comma.
  private static final Duration BREATH = Duration.ofMillis(200);

  private static final int USUAL_LINES = 2;
  private static final int MOST_LINES = 3;

  private final List<TimedWord> words;
  private final Lines lines;

  private Cues(List<TimedWord> words, Lines lines) {
    this.words = words;
    this.lines = lines;
  }

  /// Cuts words, in the order in which they are heard.
  ///
  /// @param locale of the words, for where lines may break
  public static List<Cue> of(List<TimedWord> words, Locale locale, LineMeasure measure) {
    List<TimedWord> written = words.stream().filter(word -> !word.text().isBlank()).toList();
    return new Cues(written, new Lines(locale, measure)).cut();
  }

  private List<Cue> cut() {
    int count = words.size();
    double[] cost = new double[count + 1];
    int[] from = new int[count + 1];
    for (int to = 1; to <= count; to++) {
      cost[to] = Double.POSITIVE_INFINITY;
      for (int start = to - 1; start >= 0; start--) {
        Optional<Double> own = cost(start, to);
        if (own.isEmpty()) {
          break;
        }
        if (cost[start] + own.get() < cost[to]) {
          cost[to] = cost[start] + own.get();
          from[to] = start;
        }
      }
    }
    List<Cue> cues = new ArrayList<>();
    for (int to = count; to > 0; to = from[to]) {
      cues.addFirst(cue(from[to], to));
    }
    return timed(cues);
  }

  /// What a caption of these words costs, in captions: one more costs 1. Empty when it, and any
  /// longer one, cannot be shown.
  private Optional<Double> cost(int from, int to) {
    List<String> shown = lines(from, to, to == from + 1 ? Integer.MAX_VALUE : MOST_LINES);
    Duration length = words.get(to - 1).end().minus(words.get(from).start());
    if (shown.isEmpty() || (to > from + 1 && length.compareTo(MOST) > 0)) {
      return Optional.empty();
    }
    double cost = 1;
    cost += 3 * Math.max(0, shown.size() - USUAL_LINES);
    cost += Math.max(0, 1 - seconds(length) / seconds(LEAST)) * 2;
    for (int i = from + 1; i < to; i++) {
      Duration silence = silence(i);
      cost +=
          WritingSystem.ending(words.get(i - 1).text()) == WritingSystem.Ending.SENTENCE ? 1.2 : 0;
      cost += silence.compareTo(PAUSE) > 0 ? 4 : 0;
    }
    return Optional.of(cost + (to == words.size() ? 0 : ending(to)));
  }

  /// What it costs to end a caption before a word.
  private double ending(int next) {
    double pause = silence(next).compareTo(BREATH) > 0 ? 0.5 : 2;
    return switch (WritingSystem.ending(words.get(next - 1).text())) {
      case SENTENCE -> 0;
      case CLAUSE -> Math.min(0.5, pause);
      case NONE -> pause;
    };
  }

  private Duration silence(int next) {
    return words.get(next).start().minus(words.get(next - 1).end());
  }

  private List<String> lines(int from, int to, int most) {
    List<String> texts = words.subList(from, to).stream().map(word -> word.text().strip()).toList();
    Set<Integer> starts = new HashSet<>();
    for (int i = 1; i < texts.size(); i++) {
      starts.add(WritingSystem.joined(texts.subList(0, i + 1)).length() - texts.get(i).length());
    }
    return lines.of(WritingSystem.joined(texts), starts, most).orElse(List.of());
  }

  private Cue cue(int from, int to) {
    return new Cue(
        words.get(from).start(), words.get(to - 1).end(), lines(from, to, Integer.MAX_VALUE));
  }

  /// Lets each stay as long as it takes to read, where the next one leaves time for it.
  private static List<Cue> timed(List<Cue> cues) {
    List<Cue> timed = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      Cue cue = cues.get(i);
      Duration reading =
          Duration.ofMillis(
              Math.round(
                  1000 * WritingSystem.weight(String.join(" ", cue.lines())) / LETTERS_PER_SECOND));
      Duration wanted = later(cue.end(), cue.start().plus(later(reading, LEAST)));
      Duration limit =
          i + 1 < cues.size() ? cues.get(i + 1).start().minus(GAP) : cue.end().plus(LINGER);
      Duration end =
          wanted.plus(FLICKER).compareTo(limit) > 0 && i + 1 < cues.size()
              ? limit
              : wanted.compareTo(limit) < 0 ? wanted : limit;
      timed.add(new Cue(cue.start(), later(end, cue.start().plus(GAP)), cue.lines()));
    }
    return timed;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
