package app.photoplay.chat.outgoing;

import java.time.Duration;
import java.util.List;

/// How many calls a platform takes. A call needs room in all windows that concern it.
///
/// @param all of everybody together
/// @param direct in a conversation with one person
/// @param group in a conversation of several
public record Rates(List<Window> all, List<Window> direct, List<Window> group) {
  public Rates {
    all = List.copyOf(all);
    direct = List.copyOf(direct);
    group = List.copyOf(group);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a rate for all together is needed");
    }
  }

  /// At most so many calls in any stretch of time.
  ///
  /// @param most 1 or more
  /// @param spare how many of them progress and courtesies may be, so that a result always finds
  ///   room
  public record Window(int most, int spare, Duration span) {
    public Window {
      if (most < 1 || spare < 0 || spare > most || !span.isPositive()) {
        throw new IllegalArgumentException("no rate: " + most + ", " + spare + " in " + span);
      }
    }
  }

  /// The same number of calls in so much less time.
  public Rates faster(int times) {
    return new Rates(faster(all, times), faster(direct, times), faster(group, times));
  }

  private static List<Window> faster(List<Window> windows, int times) {
    return windows.stream()
        .map(each -> new Window(each.most, each.spare, each.span.dividedBy(times)))
        .toList();
  }
}
