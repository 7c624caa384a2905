package app.photoplay.provider.remote;

import app.photoplay.job.Lane;
import app.photoplay.provider.Model;
import app.photoplay.provider.Work;
import app.photoplay.provider.catalogue.ModelCard;

/// A model of a paid provider, as its card and an account say it.
public interface RemoteModel<N, P, T> extends Model<N, P, T>, Work.Paid<P, T> {
  ModelCard card();

  /// Whose account pays.
  Remote remote();

  @Override
  default String provider() {
    return card().provider();
  }

  @Override
  default String name() {
    return card().name();
  }

  @Override
  default String account() {
    return remote().account().name();
  }

  @Override
  default Lane lane() {
    return card().lane(account());
  }

  @Override
  default int simultaneous() {
    return Math.min(card().simultaneous(), remote().account().simultaneous());
  }

  @Override
  default Work<P, T> work() {
    return this;
  }
}
