package app.photoplay.intake;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Allowance;
import app.photoplay.budget.Money;
import app.photoplay.budget.Quote;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.job.Artifact;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.JobKind;
import app.photoplay.job.Priority;
import app.photoplay.job.StoredFile;
import app.photoplay.storage.reuse.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Accepts and cancels jobs; each method is one transaction.
public interface DeskStore {

  /// Accepts an order, or says why not: was the occasion taken before, is the same being made, are
  /// too many waiting, does the quote fit the caps. Caps hold under any concurrency.
  Placed place(NewJob job, Instant now);

  /// The job that this very message or press led to.
  Optional<JobId> taken(OrderTrigger occasion);

  /// The newest job that a message was written for, as it was first or after an edit, or that a
  /// button led to which names one of these drafts and stands in the same chat.
  Optional<JobId> latest(MessageRef message, List<String> drafts);

  /// Cancels a job of the account with its children.
  Cancelled cancel(AccountId account, JobCode code, Instant now);

  /// A job to accept.
  ///
  /// @param offer what it will cost, and its first state as its kind's codec writes it
  /// @param made the result when it was made before, which then is delivered instead
  /// @param draft the draft that it is made from: its revision must not have been ordered yet
  /// @param priority in which class it waits
  /// @param limit how many unfinished jobs the account may have
  /// @param queue how many unfinished jobs all together may have
  /// @param before a job in whose place this one is taken: it is cancelled with that, and whoever
  ///   watches it sees this one in the same message
  record NewJob(
      AccountId account,
      String kind,
      String request,
      Fingerprint fingerprint,
      JobKind.Plan<String> offer,
      Optional<List<Artifact>> made,
      List<StoredFile> inputs,
      OrderTrigger occasion,
      Optional<Order.FromDraft> draft,
      Priority priority,
      int limit,
      int queue,
      Optional<JobId> before) {
    public NewJob {
      inputs = List.copyOf(inputs);
    }

    /// In nobody's place.
    public NewJob(
        AccountId account,
        String kind,
        String request,
        Fingerprint fingerprint,
        JobKind.Plan<String> offer,
        Optional<List<Artifact>> made,
        List<StoredFile> inputs,
        OrderTrigger occasion,
        Optional<Order.FromDraft> draft,
        Priority priority,
        int limit,
        int queue) {
      this(
          account,
          kind,
          request,
          fingerprint,
          offer,
          made,
          inputs,
          occasion,
          draft,
          priority,
          limit,
          queue,
          Optional.empty());
    }

    public Quote quote() {
      return offer.quote();
    }
  }

  /// What the transaction found.
  sealed interface Placed {
    record Accepted(JobId job) implements Placed {}

    record Joined(JobId job) implements Placed {}

    record Made(JobId job) implements Placed {}

    record Repeated(JobId job) implements Placed {}

    /// The draft has changed or is gone.
    ///
    /// @param ordered whether just this revision was ordered before
    record Stale(boolean ordered) implements Placed {}

    record TooMany() implements Placed {}

    /// All together have too many.
    ///
    /// @param pause how long until there is room again, going by how quickly jobs have ended lately
    record QueueFull(Optional<Duration> pause) implements Placed {}

    record OverBudget(Allowance allowance) implements Placed {}
  }

  /// What cancelling found.
  sealed interface Cancelled {
    /// Nothing of that code belongs to the account.
    record Unknown() implements Cancelled {}

    /// It had ended before.
    record Over() implements Cancelled {}

    /// It ends: at once, or when the steps that are going on notice.
    ///
    /// @param back the money that was held and comes back, at least
    /// @param running jobs whose steps should be interrupted
    /// @param ended jobs that have ended with this
    record Cancelling(JobId job, Money back, List<JobId> running, List<JobId> ended)
        implements Cancelled {
      public Cancelling {
        running = List.copyOf(running);
        ended = List.copyOf(ended);
      }
    }
  }
}
