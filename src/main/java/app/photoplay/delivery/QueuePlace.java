package app.photoplay.delivery;

import app.photoplay.job.JobReader;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.time.Duration;
import java.util.Optional;

/// Where an order is in the queue.
///
/// @param ahead how many others are before it
/// @param pace how long one took of late
record QueuePlace(int ahead, Optional<JobReader.Pace> pace) {
  /// How long until it is there, going by how long others took: its own time counts too.
  Optional<Sentence> left() {
    return pace.map(it -> {
      long least = minutes(it.quick().multipliedBy(ahead + 1L));
      long most = Math.max(least, minutes(it.slow().multipliedBy(ahead + 1L)));
      return least == most
          ? Phrase.PROGRESS_MINUTES.with(Argument.MINUTES.of(most))
          : Phrase.PROGRESS_MINUTES_RANGE.with(
              Argument.NUMBER.of(least), Argument.MINUTES.of(most));
    });
  }

  private static long minutes(Duration span) {
    return Math.max(1, Math.round(span.toMillis() / 60_000.0));
  }
}
