package app.photoplay.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A client that says whatever a test wants, where the library would not.
final class RawApi implements AutoCloseable {
  private static final String BOUNDARY = "boundary-of-the-test";

  /// @param code Discord's, 0 without one
  record Answer(int status, int code, JsonNode body, HttpHeaders headers, String text) {
    String verdict() {
      return status + "/" + code;
    }
  }

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;

  RawApi(FakeDiscord discord) {
    api = discord.apiUrl();
  }

  Answer send(String method, String path, Object body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(words(body))));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  /// Files by name, each with as many bytes as are said.
  Answer upload(String method, String path, Object body, Map<String, Integer> files)
      throws IOException, InterruptedException {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    part(form, "name=\"payload_json\"", words(body).getBytes(StandardCharsets.UTF_8));
    int number = 0;
    for (var file : files.entrySet()) {
      String head = "name=\"files[%d]\"; filename=\"%s\"".formatted(number++, file.getKey());
      part(form, head, new byte[file.getValue()]);
    }
    form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .method(method, BodyPublishers.ofByteArray(form.toByteArray())));
  }

  private static void part(ByteArrayOutputStream form, String head, byte[] body) {
    String all = "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(BOUNDARY, head);
    form.writeBytes(all.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(body);
    form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private String words(Object body) throws IOException {
    return body instanceof String text ? text : json.writeValueAsString(body);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path))
        .header("Authorization", "Bot " + FakeDiscord.TOKEN);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode body =
        type.startsWith("application/json")
            ? json.readTree(response.body())
            : MissingNode.getInstance();
    return new Answer(
        response.statusCode(),
        body.path("code").asInt(),
        body,
        response.headers(),
        response.body());
  }

  @Override
  public void close() {
    http.close();
  }
}
