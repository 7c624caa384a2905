package app.photoplay.server;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Lets [Connections] know what each connection is at.
final class Guard extends Handler.Wrapper {
  /// The request's attribute with its [Exchange].
  static final String EXCHANGE = Exchange.class.getName();

  private final Connections connections;

  Guard(Connections connections) {
    this.connections = connections;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    String network =
        Connections.network(request.getConnectionMetaData().getRemoteSocketAddress());
    Exchange exchange = new Exchange(request, network);
    request.setAttribute(EXCHANGE, exchange);
    connections.begin(endPoint, exchange);
    Callback done =
        new Callback.Nested(callback) {
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
        };
    return super.handle(exchange.request(), exchange.response(response), done);
  }
}
