package app.photoplay.job;

import app.photoplay.job.JobReport.Status;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A child of a job, as far as it tells how far the job is.
///
/// @param name under which it was forked; `shot-3` is of the job's third part
public record Part(String name, Status status) {
  private static final Pattern NUMBERED = Pattern.compile("[a-z]+-([1-9][0-9]{0,3})");

  /// Which part of the job it belongs to, from 1; empty when it concerns the whole.
  public OptionalInt number() {
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches()
        ? OptionalInt.of(Integer.parseInt(numbered.group(1)))
        : OptionalInt.empty();
  }
}
