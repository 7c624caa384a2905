package app.photoplay.database.job;

import app.photoplay.engine.Claim;
import app.photoplay.engine.Submission;
import java.util.Optional;

/// A claim of the database and its twin of the model, with the submission that was opened since.
record Twin(Claim stored, Claim modelled, Optional<Open> since) {
  Twin(Claim stored, Claim modelled) {
    this(stored, modelled, Optional.empty());
  }

  Twin with(Submission s, Submission m) {
    return new Twin(stored, modelled, Optional.of(new Open(s, m)));
  }

  Optional<Open> open() {
    return since.or(
        () -> stored.submission().map(it -> new Open(it, modelled.submission().orElseThrow())));
  }

  boolean accepted() {
    return stored.submission().filter(it -> it.state() == Submission.State.ACCEPTED).isPresent();
  }

  record Open(Submission stored, Submission modelled) {}
}
