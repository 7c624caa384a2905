package app.photoplay.database.batch;

import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Writing of one sort that many callers ask for at the same time, done for all of them in fewer
/// statements than each would need. What is one sort is told by identity.
///
/// @param <I> what a caller brings
/// @param <O> what it gets
@FunctionalInterface
public interface BatchOperation<I, O> {
  /// Bodies that have nothing in common.
  static <O> BatchOperation<Function<DSLContext, O>, O> bodies() {
    @SuppressWarnings("unchecked") // it does not look at what the bodies return
    BatchOperation<Function<DSLContext, O>, O> typed =
        (BatchOperation<Function<DSLContext, O>, O>) (BatchOperation<?, ?>) Bodies.ALL;
    return typed;
  }

  /// Returns one answer for each input, in their order. Has no effect outside the database: it may
  /// run again, for other inputs at a time, after what it did was rolled back.
  List<O> write(DSLContext sql, List<I> inputs);

  /// Holds the one instance.
  final class Bodies {
    private static final BatchOperation<Function<DSLContext, Object>, Object> ALL =
        (sql, bodies) -> bodies.stream().map(body -> body.apply(sql)).toList();

    private Bodies() {}
  }
}
