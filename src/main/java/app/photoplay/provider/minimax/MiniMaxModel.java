package app.photoplay.provider.minimax;

import app.photoplay.job.Lane;
import app.photoplay.provider.Model;
import app.photoplay.provider.catalogue.ModelCard;

/// What all models of MiniMax say of themselves.
interface MiniMaxModel<N, P, T> extends Model<N, P, T> {
  ModelCard card();

  MiniMaxAccount owner();

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
    return owner().account().name();
  }

  @Override
  default Lane lane() {
    return card().lane(account());
  }

  @Override
  default int simultaneous() {
    return Math.min(card().simultaneous(), owner().account().simultaneous());
  }
}
