package app.photoplay.provider.did;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;

/// D-ID's API under one of the operator's keys. Thread-safe.
final class DidAccount {
  static final Duration ORDER = Duration.ofSeconds(30);
  private static final Duration QUESTION = Duration.ofSeconds(30);
  private static final Duration UPLOAD = Duration.ofMinutes(2);

  private final URI base;
  private final Http http;
  private final Remote remote;

  DidAccount(URI base, Http http, Remote remote) {
    this.base = base;
    this.http = http;
    this.remote = remote;
  }

  Remote remote() {
    return remote;
  }

  JsonNode get(String path) throws IOException {
    return checked(http.ask(request(path).build(), QUESTION)).object();
  }

  /// Orders a talk, once.
  ///
  /// @return D-ID's name for it
  String talk(JsonNode body) throws IOException {
    Request request = request("/talks").post(Http.body(body)).build();
    String id = checked(http.order(request, ORDER)).object().path("id").asText();
    if (id.isEmpty()) {
      throw new IOException("an answer without the talk's name");
    }
    return id;
  }

  void delete(String talk) throws IOException {
    checked(http.ask(request("/talks/" + talk).delete().build(), QUESTION));
  }

  /// Brings a file there.
  ///
  /// @param path `/images` or `/audios`
  /// @param field its name in the form
  /// @return its address, for orders
  String upload(String path, String field, byte[] file, String name, String type)
      throws IOException {
    RequestBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart(field, name, RequestBody.create(file, MediaType.get(type)))
            .build();
    Reply reply = checked(http.ask(request(path).post(form).build(), UPLOAD));
    String address = reply.object().path("url").asText();
    if (address.isEmpty()) {
      throw new IOException("an answer without the file's address");
    }
    return address;
  }

  private Reply checked(Reply reply) throws Fault.Thrown {
    if (!reply.ok()) {
      throw DidFaults.of(reply, remote.now()).thrown();
    }
    return reply;
  }

  /// The key is sent as D-ID issued it: it is in the form of this scheme already.
  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(base + path)
        .header("Authorization", "Basic " + remote.account().key().value());
  }
}
