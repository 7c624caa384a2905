package app.photoplay.testkit;

import app.photoplay.chaos.PaidProvider;
import app.photoplay.chaos.PaidRequest;
import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Sent;

/// A provider that passes everything on, for those that do one thing of their own.
public class PassingProvider implements PaidProvider {
  private final PaidProvider provider;

  public PassingProvider(PaidProvider provider) {
    this.provider = provider;
  }

  @Override
  public void prepare(PaidRequest request) throws InterruptedException {
    provider.prepare(request);
  }

  @Override
  public Sent submit(String key, PaidRequest request) throws InterruptedException {
    return provider.submit(key, request);
  }

  @Override
  public Found find(String key) throws InterruptedException {
    return provider.find(key);
  }

  @Override
  public boolean done(String operation) throws InterruptedException {
    return provider.done(operation);
  }

  @Override
  public boolean cancel(String operation) throws InterruptedException {
    return provider.cancel(operation);
  }
}
