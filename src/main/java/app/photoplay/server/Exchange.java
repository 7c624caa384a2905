package app.photoplay.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// One request and its answer, measured on the way: how much of the body has come since when, and
/// since when a piece of the answer has not been taken. May be asked from any thread.
final class Exchange {
  final String network;
  private final long begun = System.nanoTime();
  private final boolean body;
  private final Incoming incoming;
  private volatile boolean read;
  private volatile boolean known;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong waited = new AtomicLong();

  /// Since when more of the body is awaited, 0 when it is not.
  private volatile long waiting;

  /// 0 when the client has taken everything.
  private volatile long writing;

  Exchange(Request request, String network) {
    this.network = network;
    HttpField length = request.getHeaders().getField(HttpHeader.CONTENT_LENGTH);
    this.body =
        request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
            || (length != null && !"0".equals(length.getValue()));
    this.incoming = new Incoming(request);
  }

  /// The request to hand on.
  Request request() {
    return incoming;
  }

  /// The response to hand on.
  Response response(Response response) {
    return new Outgoing(incoming, response);
  }

  /// Says that it is clear who sends this.
  void known() {
    known = true;
  }

  /// Whether a body is on its way.
  boolean reading() {
    return body && !read;
  }

  boolean fromStranger() {
    return !known && reading();
  }

  long begun() {
    return begun;
  }

  /// Whether the body comes too slowly: only the time counts in which we wait for the client.
  boolean tooSlow(Limits limits, long now) {
    long since = waiting;
    double seconds = (waited.get() + (since == 0 ? 0 : now - since)) / 1e9;
    return reading()
        && (seconds > seconds(limits.body())
            || (seconds > seconds(limits.grace()) && bytes.get() < limits.bodyRate() * seconds));
  }

  /// Whether the answer is taken too slowly.
  boolean stuck(Limits limits, long now) {
    long since = writing;
    return since != 0 && now - since > limits.write().toNanos();
  }

  /// Ends the body: whoever reads it gets a [TimeoutException], and can still answer.
  void cutOff() {
    incoming.end(new TimeoutException("the body came too slowly"));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  /// Counts what is read, and can fail although nothing more comes.
  private final class Incoming extends Request.Wrapper {
    private final AtomicReference<@Nullable Runnable> demand = new AtomicReference<>();
    private volatile Content.@Nullable Chunk failure;

    Incoming(Request request) {
      super(request);
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk failed = failure;
      if (failed != null) {
        return failed;
      }
      Content.Chunk chunk = super.read();
      if (chunk != null) {
        bytes.addAndGet(chunk.remaining());
        if (chunk.isLast()) {
          read = true;
        }
      }
      return chunk;
    }

    @Override
    public void demand(Runnable available) {
      waiting = System.nanoTime();
      demand.set(available);
      if (failure == null) {
        super.demand(this::meet);
      }
      if (failure != null) {
        meet();
      }
    }

    void end(Throwable cause) {
      failure = Content.Chunk.from(cause);
      if (demand.get() != null) {
        getComponents().getExecutor().execute(this::meet);
      }
    }

    private void meet() {
      Runnable available = demand.getAndSet(null);
      if (available != null) {
        waited.addAndGet(System.nanoTime() - waiting);
        waiting = 0;
        available.run();
      }
    }
  }

  /// Knows since when a piece is not taken.
  private final class Outgoing extends Response.Wrapper {
    Outgoing(Request request, Response response) {
      super(request, response);
    }

    @Override
    public void write(boolean last, ByteBuffer piece, Callback callback) {
      writing = System.nanoTime();
      super.write(
          last,
          piece,
          new Callback.Nested(callback) {
            @Override
            public void succeeded() {
              writing = 0;
              super.succeeded();
            }

            @Override
            public void failed(Throwable cause) {
              writing = 0;
              super.failed(cause);
            }
          });
    }
  }
}
