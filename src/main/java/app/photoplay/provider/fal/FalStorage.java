package app.photoplay.provider.fal;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Where files are brought to that models of fal read. Thread-safe.
final class FalStorage {
  private static final Duration TICKET = Duration.ofSeconds(30);
  private static final Duration UPLOAD = Duration.ofMinutes(2);

  private final Fal.Settings settings;
  private final Http http;
  private final Remote remote;

  FalStorage(Fal.Settings settings, Http http, Remote remote) {
    this.settings = settings;
    this.http = http;
    this.remote = remote;
  }

  /// Brings a file there.
  ///
  /// @return its address, for orders
  String put(byte[] file, String type, String name) throws IOException {
    Request ask =
        new Request.Builder()
            .url(settings.uploadUrl() + "/storage/upload/initiate?storage_type=fal-cdn-v3")
            .header("Authorization", "Key " + remote.account().key().value())
            .post(
                Http.body(
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("content_type", type)
                        .put("file_name", name)))
            .build();
    JsonNode ticket = checked(http.ask(ask, TICKET)).object();
    String address = ticket.path("file_url").asText();
    if (address.isEmpty()) {
      throw new IOException("a ticket without the file's address");
    }
    // without the key: the address itself is the permission
    Request put =
        new Request.Builder()
            .url(allowed(ticket.path("upload_url").asText()))
            .put(RequestBody.create(file, MediaType.get(type)))
            .build();
    checked(http.ask(put, UPLOAD));
    return address;
  }

  /// People's photos go encrypted, or to servers that the operator named.
  private String allowed(String address) throws IOException {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException _) {
      throw new IOException("an address for files that is none");
    }
    String authority = String.valueOf(uri.getAuthority());
    boolean named =
        authority.equals(settings.uploadUrl().getAuthority())
            || authority.equals(settings.remote().baseUrl().getAuthority())
            || settings.remote().hosts().contains(authority);
    if (!named && !"https".equals(uri.getScheme())) {
      throw new Fault.Passing("files would go to " + authority + ", unencrypted").thrown();
    }
    return address;
  }

  private Reply checked(Reply reply) throws Fault.Thrown {
    if (!reply.ok()) {
      throw FalFaults.ofQuestion(reply, remote.now()).thrown();
    }
    return reply;
  }
}
