package app.photoplay.engine;

import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import java.util.Map;

/// A job that this program has taken to do its next step. Job, owner and attempt together are the
/// fence: a commit with an outdated claim changes nothing.
///
/// @param request and `state` as the kind's codecs wrote them; an empty state means the job has not
///   begun
/// @param attempt 1 at the first try of this step, counted when it is claimed so that a step which
///   ends the program runs out of attempts
/// @param children how they ended, by name
public record Claim(
    JobId job,
    JobCode code,
    String kind,
    String request,
    String state,
    Lane lane,
    int attempt,
    String owner,
    Map<String, Outcome> children) {
  public Claim {
    children = Map.copyOf(children);
  }
}
