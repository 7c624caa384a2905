package app.photoplay.delivery;

import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Part;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A square for each numbered part of a job: which are done, which are being made, which wait.
final class PartSquares {
  private static final String DONE = "■";
  private static final String AT_WORK = "▣";
  private static final String WAITS = "□";
  private static final String FAILED = "✕";

  private PartSquares() {}

  /// The squares in words; empty for jobs without numbered parts.
  static Optional<Sentence> of(List<Part> parts) {
    SortedMap<Integer, List<Status>> numbered = new TreeMap<>();
    for (Part part : parts) {
      part.number()
          .ifPresent(number ->
              numbered.computeIfAbsent(number, _ -> new ArrayList<>()).add(part.status()));
    }
    if (numbered.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder squares = new StringBuilder();
    numbered.values().forEach(all -> squares.append(square(all)));
    long done = numbered.values().stream().filter(PartSquares::done).count();
    return Optional.of(
        Phrase.PROGRESS_PARTS.with(
            Argument.SQUARES.of(squares.toString()),
            Argument.DONE.of(done),
            Argument.COUNT.of(numbered.size())));
  }

  private static String square(List<Status> all) {
    if (all.contains(Status.FAILED) || all.contains(Status.CANCELLED)) {
      return FAILED;
    }
    if (done(all)) {
      return DONE;
    }
    return all.contains(Status.RUNNING) || all.contains(Status.WAITING) ? AT_WORK : WAITS;
  }

  private static boolean done(List<Status> all) {
    return all.stream().allMatch(status -> status == Status.MADE);
  }
}
