package app.photoplay.provider.runway;

import app.photoplay.budget.Money;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.http.Http;
import app.photoplay.provider.remote.http.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;

/// Runway's API under one of the operator's keys. Thread-safe.
record RunwayAccount(RemoteSettings settings, Http http, Remote remote) {
  /// The only one that there is.
  static final String VERSION = "2024-11-06";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Duration QUESTION = Duration.ofSeconds(30);
  private static final Duration BALANCE = Duration.ofSeconds(2);
  private static final Duration ORDER = Duration.ofSeconds(30);
  private static final Duration UPLOAD = Duration.ofMinutes(2);

  /// Longer than all that sending an order takes.
  static final Duration TIMEOUT = ORDER.plus(BALANCE).plusSeconds(1);

  /// Asks for something.
  ///
  /// @param path such as `/v1/tasks/1`
  JsonNode get(String path) throws IOException {
    return checked(http.ask(request(path).get().build(), QUESTION)).object();
  }

  /// Makes something that costs nothing.
  JsonNode post(String path, ObjectNode body) throws IOException {
    return checked(http.ask(request(path).post(Http.body(body)).build(), QUESTION)).object();
  }

  /// Orders something that costs money.
  ///
  /// @throws Fault.Thrown without a request when the credit is known not to be enough
  JsonNode order(String path, ObjectNode body, Money estimate) throws IOException {
    refuseWithoutCredit(estimate);
    return checked(http.order(request(path).post(Http.body(body)).build(), ORDER)).object();
  }

  /// What is not known is left to the order itself.
  private void refuseWithoutCredit(Money estimate) throws IOException {
    Reply reply;
    try {
      reply = http.ask(request("/v1/organization").get().build(), BALANCE);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new Remote.NotSent(e);
      }
      return;
    }
    JsonNode balance = reply.json().path("creditBalance");
    if (reply.ok() && balance.isNumber() && money(balance).compareTo(estimate) < 0) {
      throw new Fault.Credit(balance.asText() + " credits are less than it may cost").thrown();
    }
  }

  /// Stops a task or deletes what is there.
  void delete(String path) throws IOException {
    checked(http.ask(request(path).delete().build(), QUESTION));
  }

  /// Brings a file there, for a day.
  ///
  /// @return its address for orders
  String upload(String name, String type, byte[] file) throws IOException {
    ObjectNode ticket = NODES.objectNode().put("filename", name).put("type", "ephemeral");
    JsonNode place = post("/v1/uploads", ticket);
    String uri = place.path("runwayUri").asText("");
    if (uri.isEmpty()) {
      throw new IOException("an upload without an address");
    }
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    place
        .path("fields")
        .properties()
        .forEach(it -> form.addFormDataPart(it.getKey(), it.getValue().asText()));
    // what comes behind the file is not read
    form.addFormDataPart("file", name, RequestBody.create(file, MediaType.get(type)));
    URI target = allowed(place.path("uploadUrl").asText(""));
    Reply reply =
        http.ask(new Request.Builder().url(target.toString()).post(form.build()).build(), UPLOAD);
    if (!reply.ok()) {
      // a ticket is good for one try
      throw new IOException("the upload answers " + reply.status());
    }
    return uri;
  }

  /// Photos go over https, or to servers that the operator named.
  private URI allowed(String address) throws IOException {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException e) {
      throw new IOException("an upload to no address", e);
    }
    String authority = String.valueOf(uri.getRawAuthority());
    boolean named =
        authority.equals(settings.baseUrl().getRawAuthority())
            || settings.hosts().contains(authority);
    if (uri.getHost() == null || !("https".equals(uri.getScheme()) || named)) {
      throw new IOException("an upload to " + uri.getHost() + ", which is not allowed");
    }
    return uri;
  }

  private Reply checked(Reply reply) throws Fault.Thrown {
    if (!reply.ok()) {
      throw RunwayFaults.of(reply, remote.now()).thrown();
    }
    return reply;
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(settings.baseUrl() + path)
        .header("Authorization", "Bearer " + remote.account().key().value())
        .header("X-Runway-Version", VERSION);
  }

  /// A cent for each credit.
  static Money money(JsonNode credits) {
    double microUsd = Math.ceil(Math.clamp(credits.asDouble(), 0, 1e9) * 10_000);
    return Money.ofMicroUsd((long) microUsd);
  }
}
