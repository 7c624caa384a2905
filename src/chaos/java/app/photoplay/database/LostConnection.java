package app.photoplay.database;

/// What a store throws whose connection broke.
public final class LostConnection {
  private LostConnection() {}

  /// A connection that broke while a transaction was under way.
  ///
  /// @param committed whether it was committed all the same, which nobody was told
  public static RuntimeException during(String transaction, boolean committed) {
    return new DatabaseException(
        "the connection broke "
            + (committed ? "after the commit of " : "before the commit of ")
            + transaction,
        null);
  }
}
