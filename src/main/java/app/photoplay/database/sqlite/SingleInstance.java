package app.photoplay.database.sqlite;

import app.photoplay.database.Instance;
import app.photoplay.job.JobId;
import java.time.Duration;
import java.util.UUID;

/// The only program that can use a database: it owns everything and waits for nobody.
final class SingleInstance implements Instance {
  private final String owner = UUID.randomUUID().toString();

  @Override
  public String owner() {
    return owner;
  }

  @Override
  public int number() {
    return 0;
  }

  @Override
  public void start(Listener listener) {}

  @Override
  public void stop() {}

  @Override
  public void elect(String role, Runnable begin, Runnable end) {
    begin.run();
  }

  @Override
  public void changed(JobId job) {}

  @Override
  public void notifyOthers() {}

  @Override
  public String trouble() {
    return "";
  }

  @Override
  public boolean holdsFor(Duration time) {
    return ENDLESS.holdsFor(time);
  }
}
