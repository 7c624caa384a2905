package app.photoplay.assembly;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.database.DatabaseException;
import app.photoplay.database.Instance;
import app.photoplay.database.job.SqlSubmittedWork;
import app.photoplay.delivery.Courier;
import app.photoplay.delivery.DeliveryStore;
import app.photoplay.delivery.ResultCards;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.engine.EngineSettings;
import app.photoplay.engine.JobEngine;
import app.photoplay.engine.JobStore;
import app.photoplay.intake.DeskStore;
import app.photoplay.intake.DeskStore.Cancelled.Cancelling;
import app.photoplay.intake.JobDesk;
import app.photoplay.job.JobId;
import app.photoplay.job.JobReader;
import app.photoplay.job.Kinds;
import app.photoplay.storage.reuse.ReuseCache;
import java.time.Duration;
import java.util.Map;

/// From an order to what is delivered: desk, engine and courier over their stores. What one of them
/// has done the others are told here, and nowhere else.
public final class EngineModule {
  private final Foundation foundation;
  private final Instance instance;
  private final Stores stores;
  private final JobEngine engine;
  private final Courier courier;
  private final JobDesk desk;
  private final Fitting fitting;

  /// Where jobs, orders and deliveries are kept.
  public record Stores(
      JobStore jobs,
      JobReader reader,
      DeskStore desk,
      DeliveryStore deliveries,
      SqlSubmittedWork submitted) {}

  /// What may be made, and how much at a time.
  ///
  /// @param free whether nothing costs anything
  /// @param cards for results that are no video
  public record Work(
      Kinds kinds, EngineSettings lanes, JobDesk.Limits limits, boolean free, ResultCards cards) {}

  /// Puts them together; nothing runs yet.
  ///
  /// @param fitting what is shown of videos that are too large
  /// @param platforms by name
  public EngineModule(
      Foundation foundation,
      Stores stores,
      Work work,
      ReuseCache reuse,
      Fitting fitting,
      Map<String, ChatPlatform> platforms) {
    this.foundation = foundation;
    this.instance = foundation.instance();
    this.stores = stores;
    this.fitting = fitting;
    this.engine =
        new JobEngine(
            stores.jobs(), work.kinds(), work.lanes(), instance, foundation.time(), this::changed);
    this.courier =
        new Courier(
            stores.deliveries(),
            stores.reader(),
            work.kinds(),
            work.free(),
            work.cards(),
            foundation.files(),
            fitting,
            platforms,
            engine::fraction,
            foundation.buttons(),
            foundation.wording(),
            foundation::leased,
            foundation.time());
    this.desk =
        new JobDesk(
            stores.desk(),
            work.kinds(),
            reuse,
            work.limits(),
            foundation.time(),
            failure -> failure instanceof DatabaseException refused && refused.full(),
            this::accepted,
            this::cancelling);
  }

  public JobDesk desk() {
    return desk;
  }

  public Fitting fitting() {
    return fitting;
  }

  public Courier courier() {
    return courier;
  }

  public JobReader jobs() {
    return stores.reader();
  }

  public boolean healthy() {
    return engine.healthy();
  }

  /// Takes up what the previous run left, and works.
  ///
  /// @param refresh looks at everything else that other programs on the database may have changed
  /// @param replaced the others gave this program up for dead and it goes on under another name
  public void start(Runnable refresh, Runnable replaced) {
    instance.start(new Others(refresh, replaced));
    engine.start();
    courier.start();
  }

  /// Lets steps that are going on end for so long, and parks the rest.
  public void stop(Duration grace) throws InterruptedException {
    engine.stop(grace);
  }

  /// A submission that could not be told was decided about: its job is due.
  public void decided() {
    engine.wake();
  }

  /// A provider says that something has become of its work: whoever waits for it asks at once.
  ///
  /// @param key under which the provider was given it
  /// @param id the provider's own name for it
  /// @return false while it is not known yet whose it is
  public boolean called(String provider, String key, String id) {
    return switch (stores.submitted().heard(provider, key, id, foundation.time().instant())) {
      case SqlSubmittedWork.Heard.Due(var job) -> {
        engine.hurry(job);
        engine.wake();
        instance.changed(job);
        yield true;
      }
      case SqlSubmittedWork.Heard.Settled() -> {
        decided();
        yield true;
      }
      case SqlSubmittedWork.Heard.TooEarly() -> false;
      case SqlSubmittedWork.Heard.Nothing() -> true;
    };
  }

  private void accepted(JobId job) {
    engine.wake();
    courier.follow(job);
    instance.notifyOthers();
  }

  private void cancelling(Cancelling cancelled) {
    engine.interrupt(cancelled.running());
    cancelled.ended().forEach(this::changed);
    cancelled.running().forEach(instance::changed);
  }

  private void changed(JobId job) {
    courier.changed(job);
    instance.changed(job);
  }

  /// What the other programs on the database do, as far as it concerns this one.
  private final class Others implements Instance.Listener {
    private final Runnable elsewhere;
    private final Runnable replaced;

    Others(Runnable elsewhere, Runnable replaced) {
      this.elsewhere = elsewhere;
      this.replaced = replaced;
    }

    @Override
    public void orphans() {
      stores.jobs().takeOver(foundation.time().instant());
      engine.restored();
      refresh();
    }

    @Override
    public void refresh() {
      engine.refresh();
      courier.refresh();
      elsewhere.run();
    }

    @Override
    public void changed(JobId job) {
      courier.changed(job);
      engine.hurry(job);
    }

    @Override
    public void replaced() {
      replaced.run();
      engine.abandon();
    }
  }
}
