package app.photoplay.chaos;

import app.photoplay.job.Codec;

/// How one life of a worker is meant to be, as its process is told.
///
/// @param database a data folder, or a PostgreSQL server as `jdbc:postgresql:...`
/// @param provider the address of the [ProviderServer]
/// @param folder tells workers apart that run side by side
/// @param from the first wish of the plan to place; orders that were placed before are recognised
/// @param drain whether to place nothing and to end when there is nothing left to do
public record WorkerSettings(
    String database,
    String provider,
    long seed,
    int folder,
    int from,
    boolean drain,
    Break broken) {
  public static final Codec<WorkerSettings> CODEC = Codec.json(WorkerSettings.class);
}
