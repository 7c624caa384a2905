package app.photoplay.testkit;

import app.photoplay.budget.Money;
import app.photoplay.engine.Submission;
import app.photoplay.engine.Submission.State;
import app.photoplay.intake.UnresolvedSubmissions;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReport.Status;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.job.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A job of [MemoryDisk].
public final class MemoryJob {
  public final long id;
  public final JobCode code;
  public final long account;
  final String kind;
  final String request;
  public Status status = Status.READY;
  public Optional<Outcome> outcome = Optional.empty();
  public Optional<MemoryJob> parent = Optional.empty();

  /// The open submission.
  public Optional<Paper> paper = Optional.empty();

  /// All submissions.
  public final List<Paper> papers = new ArrayList<>();

  public boolean slot;
  public long held;
  public long cost;
  public Optional<Hold> hold = Optional.empty();
  public boolean settled;
  public long charged;
  String childName = "";
  String state = "";
  public Lane lane = Lane.LIGHT;
  int priority = Priority.NORMAL.ordinal();
  long tag;
  Instant due = Instant.EPOCH;
  Instant queued = Instant.EPOCH;
  public int attempt;
  public long claim;
  public int ends;
  public boolean alone;
  int waitingOn;
  boolean cancelled;
  boolean refunded;

  MemoryJob(long id, long account, String kind, String request) {
    this.id = id;
    this.code = JobCode.of(id);
    this.account = account;
    this.kind = kind;
    this.request = request;
  }

  boolean inDoubt() {
    return paper.filter(it -> it.state == State.UNKNOWN).isPresent();
  }

  void close(State as, long actual) {
    Paper open = paper.orElseThrow();
    open.state = as;
    open.actual = actual;
    paper = Optional.empty();
  }

  /// Money set aside for a root.
  ///
  /// @param scopes whose spending it counts to
  public record Hold(long amount, List<String> scopes) {}

  /// A submission.
  public static final class Paper {
    public final long id;
    public State state = State.INTENT;
    private final Submission.Draft draft;
    Instant deadline;
    private Optional<String> operation = Optional.empty();
    long actual;

    Paper(long id, Submission.Draft draft) {
      this.id = id;
      this.draft = draft;
      this.deadline = draft.deadline();
    }

    void accept(String as) {
      state = State.ACCEPTED;
      operation = Optional.of(as);
    }

    boolean is(String as) {
      return operation.filter(as::equals).isPresent();
    }

    void found(String as) {
      state = State.INTENT;
      operation = Optional.of(as);
    }

    Submission submission() {
      return new Submission(id, Submission.key(id), state, operation, draft.estimate(), deadline);
    }

    UnresolvedSubmissions.Doubt doubt(JobCode root) {
      Money estimate = draft.estimate();
      return new UnresolvedSubmissions.Doubt(
          root, draft.provider(), Submission.key(id), estimate, deadline);
    }
  }
}
