package app.photoplay.provider.remote;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.Failure.Code;
import app.photoplay.job.PaidCall.Sent;
import app.photoplay.provider.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/// What can go wrong at a provider, whichever it is. Adapters tell which it was; what follows from
/// it is decided here alone.
public sealed interface Fault {

  /// What the provider said, for the operator: no person reads it, and it holds no secret.
  String detail();

  /// What it means to the call that orders paid work. Each says that nothing was taken, but for
  /// [Unclear].
  Sent sent();

  /// What it means to a question that costs nothing.
  <T> Result<T> result();

  /// Whether the account is to blame, rather than what was asked for.
  default boolean own() {
    return true;
  }

  /// The same with other words of the provider's, such as shorter ones.
  default Fault saying(String detail) {
    return switch (this) {
      case Key _ -> new Key(detail);
      case NoModel _ -> new NoModel(detail);
      case Credit _ -> new Credit(detail);
      case Input(_, var charged) -> new Input(detail, charged);
      case Large _ -> new Large(detail);
      case Policy(_, var charged) -> new Policy(detail, charged);
      case Busy(_, var pause) -> new Busy(detail, pause);
      case Passing _ -> new Passing(detail);
      case Unclear _ -> new Unclear(detail);
      case Late _ -> new Late(detail);
      case Gone _ -> new Gone(detail);
      case Output(_, var charged) -> new Output(detail, charged);
      case Broken(_, var charged) -> new Broken(detail, charged);
    };
  }

  /// The key is wrong, or may not use the model.
  record Key(String detail) implements Refusing {
    @Override
    public Code code() {
      return Code.PROVIDER_CLOSED;
    }
  }

  /// The provider has no such model, or not for this account.
  record NoModel(String detail) implements Innocent {
    @Override
    public Code code() {
      return Code.PROVIDER_CLOSED;
    }
  }

  /// The operator's credit there is used up.
  record Credit(String detail) implements Refusing {
    @Override
    public Code code() {
      return Code.PROVIDER_CLOSED;
    }
  }

  /// The provider does not take such a photo, text or setting.
  ///
  /// @param charged what it costs all the same
  record Input(String detail, Money charged) implements Innocent {
    /// It costs nothing.
    public Input(String detail) {
      this(detail, Money.ZERO);
    }

    @Override
    public Code code() {
      return Code.NOT_ACCEPTED;
    }
  }

  /// The photo or text is too large for it.
  record Large(String detail) implements Innocent {
    @Override
    public Code code() {
      return Code.TOO_LARGE;
    }
  }

  /// Its rules forbid it: never asked for again unchanged, there or elsewhere.
  ///
  /// @param charged what it costs all the same
  record Policy(String detail, Money charged) implements Innocent {
    /// It costs nothing.
    public Policy(String detail) {
      this(detail, Money.ZERO);
    }

    @Override
    public Code code() {
      return Code.POLICY;
    }
  }

  /// Too many requests at a time (429), or no room (503).
  ///
  /// @param pause after which to come again
  record Busy(String detail, Duration pause) implements Fault {
    @Override
    public Sent sent() {
      return new Sent.Busy(pause);
    }

    @Override
    public <T> Result<T> result() {
      return new Result.Busy<>(pause);
    }

    @Override
    public boolean own() {
      return false;
    }
  }

  /// It failed in a way that may pass, and has certainly taken nothing.
  record Passing(String detail) implements Fault {
    @Override
    public Sent sent() {
      return new Sent.NotTaken(new IOException(detail));
    }

    @Override
    public <T> Result<T> result() {
      return new Result.Broken<>(new IOException(detail));
    }
  }

  /// Nobody knows whether it has taken the work: no answer, a connection that broke off, 5xx.
  record Unclear(String detail) implements Fault {
    @Override
    public Sent sent() {
      return new Sent.Unclear(new IOException(detail));
    }

    @Override
    public <T> Result<T> result() {
      return new Result.Broken<>(new IOException(detail));
    }
  }

  /// It took the work and did not finish it in time.
  record Late(String detail) implements Refusing {
    @Override
    public Code code() {
      return Code.PROVIDER_LATE;
    }
  }

  /// It no longer knows the work, or its result is no longer there.
  record Gone(String detail) implements Refusing {
    @Override
    public Code code() {
      return Code.RESULT_GONE;
    }
  }

  /// What it made is no such thing as was ordered.
  record Output(String detail, Money charged) implements Refusing {
    /// It costs nothing.
    public Output(String detail) {
      this(detail, Money.ZERO);
    }

    @Override
    public Code code() {
      return Code.BAD_RESULT;
    }
  }

  /// It took the work and failed at it.
  ///
  /// @param charged what it costs all the same
  record Broken(String detail, Money charged) implements Refusing {
    /// It costs nothing.
    public Broken(String detail) {
      this(detail, Money.ZERO);
    }

    @Override
    public Code code() {
      return Code.PROVIDER_BROKEN;
    }
  }

  /// A fault that says no for good.
  sealed interface Refusing extends Fault {
    /// What people are told.
    Code code();

    /// What it costs all the same.
    default Money charged() {
      return Money.ZERO;
    }

    @Override
    default Sent sent() {
      return new Sent.Refused(failure(), charged());
    }

    @Override
    default <T> Result<T> result() {
      return new Result.Refused<>(failure(), charged());
    }

    private Failure failure() {
      return new Failure(code(), Map.of());
    }
  }

  /// One for which the account is not to blame.
  sealed interface Innocent extends Refusing {
    @Override
    default boolean own() {
      return false;
    }
  }

  /// A fault on its way to [Remote].
  final class Thrown extends IOException {
    private final transient Fault fault;

    public Thrown(Fault fault) {
      super(fault.getClass().getSimpleName() + ": " + fault.detail());
      this.fault = fault;
    }

    public Fault fault() {
      return fault;
    }
  }

  /// So that it can be thrown where it is found.
  default Thrown thrown() {
    return new Thrown(this);
  }
}
