package app.photoplay.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a request come from the client that a trusted proxy names. `X-Forwarded-For` is read from
/// its end, where the nearest proxy writes: what stands further left than the first address that is
/// no proxy of ours may be anybody's invention.
final class TrustedProxies implements HttpConfiguration.Customizer {
  private static final Logger log = LoggerFactory.getLogger(TrustedProxies.class);
  private static final String HEADER = "X-Forwarded-For";

  private final List<Network> proxies;
  private final AtomicBoolean told = new AtomicBoolean();

  TrustedProxies(List<Network> proxies) {
    this.proxies = proxies;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    List<String> forwarded = request.getHeaders().getCSV(HEADER, false);
    if (forwarded.isEmpty()
        || !(request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress peer)) {
      return request;
    }
    if (!trusts(peer.getAddress())) {
      if (told.compareAndSet(false, true)) {
        log.warn(
            "{} sends {} but is not in web.trusted-proxies: everybody behind it counts as one"
                + " client",
            peer.getAddress().getHostAddress(),
            HEADER);
      }
      return request;
    }
    InetAddress client = peer.getAddress();
    for (String hop : forwarded.reversed()) {
      Optional<InetAddress> address = address(hop);
      if (address.isEmpty()) {
        break;
      }
      client = address.get();
      if (!trusts(client)) {
        break;
      }
    }
    return new From(request, new InetSocketAddress(client, 0));
  }

  private boolean trusts(InetAddress address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }

  /// The address of a hop, which may have a port: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
  private static Optional<InetAddress> address(String hop) {
    int bracket = hop.indexOf(']');
    String host;
    if (hop.startsWith("[") && bracket > 0) {
      host = hop.substring(1, bracket);
    } else {
      int colon = hop.indexOf(':');
      host = colon > 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// A request as if it had come from elsewhere.
  private static final class From extends Request.Wrapper {
    private final ConnectionMetaData connection;

    From(Request request, SocketAddress client) {
      super(request);
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return client;
            }
          };
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
