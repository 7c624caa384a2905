package app.photoplay.assembly;

/// Puts something around the ports while the bot is assembled. Production leaves them as they are;
/// tests stop the program before and after any call.
@FunctionalInterface
public interface PortDecorator {
  /// Leaves everything as it is.
  PortDecorator NOTHING =
      new PortDecorator() {
        @Override
        public <T> T port(Class<T> type, T real) {
          return real;
        }
      };

  /// The port to use instead.
  <T> T port(Class<T> type, T real);
}
