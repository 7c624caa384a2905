package app.photoplay.provider.remote;

import app.photoplay.provider.Work;
import app.photoplay.provider.health.Health;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.testkit.SettableTime;
import java.util.function.Supplier;

/// One model of an adapter with the fake that it speaks to, set up for a single test.
///
/// @param work the model's
/// @param prompt what is ordered of it
/// @param anew the same model in the next life of the program, which knows nothing of the last
public record Bench<P, T>(
    FakeApi api,
    Work.Paid<P, T> work,
    P prompt,
    Workshop workshop,
    SettableTime time,
    Supplier<Work.Paid<P, T>> anew)
    implements AutoCloseable {

  /// With an adapter that keeps nothing in memory that its next life could miss.
  public Bench(FakeApi api, Work.Paid<P, T> work, P prompt, Workshop workshop, SettableTime time) {
    this(api, work, prompt, workshop, time, () -> work);
  }

  public Health health() {
    return workshop.health();
  }

  @Override
  public void close() {
    api.close();
  }
}
