package app.photoplay.provider.remote;

import app.photoplay.budget.Money;
import app.photoplay.engine.HaltingStore;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.job.PaidCall;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// A model's work with a point before and after each of its steps, at which the program may end.
record Halting<P, T>(Work.Paid<P, T> real, HaltingStore life) implements Work.Paid<P, T> {
  @Override
  public Result<Uploads> upload(P prompt) throws InterruptedException {
    life.reach("before upload");
    Result<Uploads> uploaded = real.upload(prompt);
    life.reach("after upload");
    return uploaded;
  }

  @Override
  public PaidCall order(P prompt, Uploads uploads, Money estimate) {
    return new Call(real.order(prompt, uploads, estimate), life);
  }

  @Override
  public Result<T> poll(String operation, Supplier<Optional<P>> prompt)
      throws InterruptedException {
    life.reach("before poll");
    Result<T> result = real.poll(operation, prompt);
    life.reach("after poll");
    return result;
  }

  @Override
  public Cancelling cancel(String operation) throws InterruptedException {
    return real.cancel(operation);
  }

  private record Call(PaidCall real, HaltingStore life) implements PaidCall {
    @Override
    public String provider() {
      return real.provider();
    }

    @Override
    public Idempotency idempotency() {
      return real.idempotency();
    }

    @Override
    public Money estimate() {
      return real.estimate();
    }

    @Override
    public Duration timeout() {
      return real.timeout();
    }

    @Override
    public Duration visibilityDelay() {
      return real.visibilityDelay();
    }

    @Override
    public Sent send(String key) throws InterruptedException {
      life.reach("before send");
      Sent sent = real.send(key);
      life.reach("after send");
      return sent;
    }

    @Override
    public Found find(String key, Instant since) throws InterruptedException {
      life.reach("before find");
      Found found = real.find(key, since);
      life.reach("after find");
      return found;
    }
  }
}
