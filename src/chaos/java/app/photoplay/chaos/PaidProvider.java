package app.photoplay.chaos;

import app.photoplay.job.PaidCall.Found;
import app.photoplay.job.PaidCall.Sent;

/// A provider that charges for work, as [PaidKind] sees it.
public interface PaidProvider {

  /// Does what is to be done here before the work can be handed over, which costs nothing.
  default void prepare(PaidRequest request) throws InterruptedException {}

  /// Hands work over. What it says of the outcome must be true; what it does not know is unclear.
  Sent submit(String key, PaidRequest request) throws InterruptedException;

  /// Looks up what it has under a key.
  Found find(String key) throws InterruptedException;

  /// Whether the work is done.
  boolean done(String operation) throws InterruptedException;

  /// Stops the work if it can.
  ///
  /// @return whether it stopped and costs nothing
  boolean cancel(String operation) throws InterruptedException;
}
