package app.photoplay.provider;

import app.photoplay.budget.Money;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/// How a model's work is had: made on this machine, or handed to a provider that charges for it.
/// The two differ in what a crash means, so whoever asks must know which it is.
public sealed interface Work<P, T> {

  /// Made here, for nothing that could be paid twice: no submission, and after a crash it is made
  /// again.
  non-sealed interface Local<P, T> extends Work<P, T> {
    /// Makes it, blocking. Interrupting the thread ends it within a second with
    /// `InterruptedException`, leaving no file behind.
    ///
    /// @param progress told a fraction from 0 to 1 now and then, on any thread
    /// @return never [Result.Running]
    Result<T> make(P prompt, DoubleConsumer progress) throws InterruptedException;
  }

  /// Handed over, for money, in three steps: files are brought there, one call orders the work, and
  /// then its result is asked for. Each answers within seconds.
  non-sealed interface Paid<P, T> extends Work<P, T> {
    /// Brings the prompt's files to the provider, blocking. Costs nothing and may be repeated.
    default Result<Uploads> upload(P prompt) throws InterruptedException {
      return new Result.Ready<>(Uploads.NONE);
    }

    /// The call that orders the work; nothing is sent before the engine says so.
    ///
    /// @param estimate the most it may cost
    PaidCall order(P prompt, Uploads uploads, Money estimate);

    /// Asks how far it is, and takes the result when it is there: whole, and proved to be what was
    /// ordered. May be repeated.
    ///
    /// @param operation the provider's own name for the work
    /// @param prompt what was ordered, for what has to be known of it when the result is there;
    ///   empty when its files are gone meanwhile. Only to be asked then, and within this call
    /// @throws java.io.UncheckedIOException when the prompt's files cannot be brought here now
    Result<T> poll(String operation, Supplier<Optional<P>> prompt) throws InterruptedException;

    /// Stops it. May block.
    default Cancelling cancel(String operation) throws InterruptedException {
      return new Cancelling.RunsOut();
    }
  }

  /// Files that were brought to a provider.
  ///
  /// @param names what the provider calls each, by its part in the prompt: `photo`, `speech`
  record Uploads(Map<String, String> names) {
    public static final Uploads NONE = new Uploads(Map.of());

    public Uploads {
      names = Map.copyOf(names);
    }
  }
}
