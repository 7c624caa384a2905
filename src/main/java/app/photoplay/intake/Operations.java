package app.photoplay.intake;

import app.photoplay.job.PaidCall.Found;

/// What providers say about operations by their own names for them. May block.
@FunctionalInterface
public interface Operations {
  /// For providers that cannot be asked: whoever names an operation is believed.
  Operations BELIEVED = (_, operation) -> new Found.There(operation);

  /// Whether the provider has such an operation.
  Found find(String provider, String operation) throws InterruptedException;
}
