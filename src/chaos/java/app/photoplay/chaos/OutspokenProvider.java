package app.photoplay.chaos;

import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.job.PaidCall.Sent;
import java.io.PrintStream;

/// Says of each submission to the blind provider when its outcome has come to the worker, before
/// the engine learns of it: what is under way at a kill is only what nothing was said of.
///
/// ```
/// answered KEY clear      taken or not
/// answered KEY unclear    nothing will tell
/// ```
record OutspokenProvider(PaidProvider real, PrintStream out) implements PaidProvider {
  static final String ANSWERED = "answered";
  static final String CLEAR = "clear";
  static final String UNCLEAR = "unclear";

  @Override
  public void prepare(PaidRequest request) throws InterruptedException {
    real.prepare(request);
  }

  @Override
  public Sent submit(String key, PaidRequest request) throws InterruptedException {
    Sent sent = real.submit(key, request);
    if (request.idempotency() == Idempotency.NONE) {
      String outcome = sent instanceof Sent.Unclear ? UNCLEAR : CLEAR;
      out.println(String.join(" ", ANSWERED, key, outcome));
    }
    return sent;
  }

  @Override
  public Found find(String key) throws InterruptedException {
    return real.find(key);
  }

  @Override
  public boolean done(String operation) throws InterruptedException {
    return real.done(operation);
  }

  @Override
  public boolean cancel(String operation) throws InterruptedException {
    return real.cancel(operation);
  }
}
