package app.photoplay.provider.runway;

import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.RemoteModel;

/// A model of Runway's: whatever it makes, its work is a task.
interface RunwayModel<N, P, T> extends RemoteModel<N, P, T> {
  RunwayTask tasks();

  @Override
  default Remote remote() {
    return tasks().account().remote();
  }

  @Override
  default Cancelling cancel(String operation) throws InterruptedException {
    return tasks().cancel(Operation.parse(operation));
  }
}
