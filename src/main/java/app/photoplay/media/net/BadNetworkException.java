package app.photoplay.media.net;

/// A file holds no network that can be run: it is cut short or damaged, or wants something that
/// this package does not do. The message says what, in words for an operator.
public final class BadNetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadNetworkException(String message) {
    super(message);
  }
}
