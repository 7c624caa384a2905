package app.photoplay.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What every request passes first, on the thread that reads the network: it must be addressed to
/// this server, and [Connections] learn of it. `/healthz` is answered here, so that it needs
/// nothing that others could use up; all else goes on a virtual thread of its own.
final class Guard extends Handler.Wrapper {
  /// The request's attribute with its [Exchange].
  static final String EXCHANGE = Exchange.class.getName();

  private static final String HEALTH = "/healthz";
  private static final byte[] UP = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);

  private final Connections connections;
  private final Set<String> hosts;
  private final Executor requests;

  /// @param hosts names that a request may be addressed to, empty for any
  /// @param requests runs what may block
  Guard(Connections connections, Set<String> hosts, Executor requests) {
    this.connections = connections;
    this.hosts = hosts;
    this.requests = requests;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    String network = Connections.network(request.getConnectionMetaData().getRemoteSocketAddress());
    Exchange exchange = new Exchange(request, network);
    request.setAttribute(EXCHANGE, exchange);
    connections.begin(endPoint, exchange);
    Callback done = new Done(callback, endPoint);
    if (!hosts.isEmpty() && !hosts.contains(name(request.getHeaders().get(HttpHeader.HOST)))) {
      Response.writeError(request, response, done, HttpStatus.MISDIRECTED_REQUEST_421);
    } else if (Request.getPathInContext(request).equals(HEALTH)) {
      PlainErrors.headers(response);
      response.write(true, ByteBuffer.wrap(UP), done);
    } else {
      requests.execute(() -> pass(exchange, exchange.response(response), done));
    }
    return true;
  }

  private void pass(Exchange exchange, Response response, Callback done) {
    Request request = exchange.request();
    try {
      if (!super.handle(request, response, done)) {
        Response.writeError(request, response, done, HttpStatus.NOT_FOUND_404);
      }
    } catch (Exception | Error failed) {
      Response.writeError(request, response, done, failed);
    }
  }

  /// The name that a `Host` header states, without a port.
  private static String name(@Nullable String host) {
    if (host == null) {
      return "";
    }
    int port = host.lastIndexOf(':');
    boolean hasPort = port > host.lastIndexOf(']');
    return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
  }

  /// Lets the connections know that an answer has been given.
  private final class Done extends Callback.Nested {
    private final EndPoint endPoint;

    Done(Callback callback, EndPoint endPoint) {
      super(callback);
      this.endPoint = endPoint;
    }

    @Override
    public void succeeded() {
      connections.end(endPoint);
      super.succeeded();
    }

    @Override
    public void failed(Throwable cause) {
      connections.end(endPoint);
      super.failed(cause);
    }
  }
}
