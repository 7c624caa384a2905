package app.photoplay.provider.remote;

import app.photoplay.provider.Work;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.testkit.SettableTime;

/// One model of an adapter with the fake that it speaks to, set up for a single test.
///
/// @param work the model's
/// @param prompt what is ordered of it
public record Bench<P, T>(
    FakeApi api, Work.Paid<P, T> work, P prompt, Workshop workshop, SettableTime time)
    implements AutoCloseable {
  public Health health() {
    return workshop.health();
  }

  @Override
  public void close() {
    api.close();
  }
}
