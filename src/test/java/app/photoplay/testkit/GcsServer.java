package app.photoplay.testkit;

import app.photoplay.storage.bucket.BucketSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// Speaks as much of the JSON API of Google Cloud Storage as a bucket needs, with its conditions,
/// its pages and uploads in pieces; and has its faults when it is told to.
public final class GcsServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAGE = 7;

  private final HttpServer server;
  private final Map<String, NavigableMap<String, byte[]>> buckets = new HashMap<>();
  private final Map<String, Upload> uploads = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private int cutsLeft;
  private int lostLeft;
  private int refusal;

  private static final class Upload {
    final String bucket;
    final String name;
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean whole;

    Upload(String bucket, String name) {
      this.bucket = bucket;
      this.name = name;
    }
  }

  private GcsServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  public static GcsServer start() {
    try {
      return new GcsServer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public synchronized GcsServer withBucket(String name) {
    buckets.put(name, new TreeMap<>());
    return this;
  }

  /// So many pieces of uploads are cut in their middle.
  public synchronized void cutUploads(int count) {
    cutsLeft = count;
  }

  /// So many answers to what was stored get lost.
  public synchronized void loseAnswers(int count) {
    lostLeft = count;
  }

  /// Refuses everything with a status; 0 = nothing.
  public synchronized void refuse(int status) {
    refusal = status;
  }

  /// Method, path and query of all requests.
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  public synchronized Map<String, byte[]> objects(String bucket) {
    return Map.copyOf(found(bucket));
  }

  public BucketSettings.Store.Gcs settings() {
    return new BucketSettings.Store.Gcs(Optional.of(address()), Optional.empty());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      String path = call.getRequestURI().getRawPath();
      Map<String, String> query = query(call.getRequestURI().getRawQuery());
      synchronized (this) {
        requests.add(call.getRequestMethod() + " " + call.getRequestURI());
      }
      if (refusal() != 0) {
        call.getRequestBody().readAllBytes();
        refuse(call, refusal(), "refused", "no");
      } else if (path.startsWith("/upload/")) {
        upload(call, path, query);
      } else if (path.startsWith("/resumable/")) {
        resume(call, path.substring("/resumable/".length()));
      } else {
        object(call, path.replaceFirst("^/download", ""), query);
      }
    }
  }

  private synchronized int refusal() {
    return refusal;
  }

  private void upload(HttpExchange call, String path, Map<String, String> query)
      throws IOException {
    String bucket = path.split("/", -1)[5];
    byte[] body = call.getRequestBody().readAllBytes();
    boolean fresh = "0".equals(query.get("ifGenerationMatch"));
    if ("resumable".equals(query.get("uploadType"))) {
      String name = query.getOrDefault("name", "");
      synchronized (this) {
        if (!buckets.containsKey(bucket)) {
          refuse(call, 404, "notFound", "The specified bucket does not exist.");
          return;
        }
        if (fresh && found(bucket).containsKey(name)) {
          refuse(call, 412, "conditionNotMet", "At least one of the pre-conditions failed.");
          return;
        }
        String id = "u" + uploads.size();
        uploads.put(id, new Upload(bucket, name));
        call.getResponseHeaders().add("Location", address() + "/resumable/" + id);
      }
      call.sendResponseHeaders(200, -1);
      return;
    }
    String type = call.getRequestHeaders().getFirst("Content-Type");
    String[] parts = parts(new String(body, StandardCharsets.ISO_8859_1), type);
    JsonNode meta = JSON.readTree(parts[0]);
    store(
        call,
        bucket,
        meta.path("name").asText(),
        parts[1].getBytes(StandardCharsets.ISO_8859_1),
        fresh);
  }

  /// The bodies of a multipart message.
  private static String[] parts(String body, String type) {
    String boundary = "--" + type.replaceAll(".*boundary=\"?([^\";]+)\"?.*", "$1");
    return Arrays.stream(body.split(Pattern.quote(boundary)))
        .filter(it -> it.contains("\r\n\r\n"))
        .map(it -> it.substring(it.indexOf("\r\n\r\n") + 4).replaceFirst("\r\n$", ""))
        .toArray(String[]::new);
  }

  private void store(HttpExchange call, String bucket, String name, byte[] bytes, boolean fresh)
      throws IOException {
    synchronized (this) {
      if (!buckets.containsKey(bucket)) {
        refuse(call, 404, "notFound", "The specified bucket does not exist.");
        return;
      }
      if (fresh && found(bucket).containsKey(name)) {
        refuse(call, 412, "conditionNotMet", "At least one of the pre-conditions failed.");
        return;
      }
      found(bucket).put(name, bytes);
      if (lostLeft > 0) {
        lostLeft--;
        return; // closed without an answer
      }
    }
    send(call, 200, object(bucket, name, bytes.length));
  }

  private void resume(HttpExchange call, String id) throws IOException {
    Upload upload;
    boolean cut;
    String range = String.valueOf(call.getRequestHeaders().getFirst("Content-Range"));
    synchronized (this) {
      upload = Objects.requireNonNull(uploads.get(id));
      cut = cutsLeft > 0 && !range.startsWith("bytes */");
      cutsLeft -= cut ? 1 : 0;
    }
    if (cut) {
      int length = Integer.parseInt(call.getRequestHeaders().getFirst("Content-Length"));
      upload.bytes.write(call.getRequestBody().readNBytes(length / 2));
      return; // closed without an answer
    }
    if (!range.startsWith("bytes */")) {
      int from = Integer.parseInt(range.replaceAll("bytes (\\d+)-.*", "$1"));
      byte[] piece = call.getRequestBody().readAllBytes();
      int known = upload.bytes.size() - from;
      upload.bytes.write(piece, known, piece.length - known);
    }
    int size = upload.bytes.size();
    String total = range.substring(range.indexOf('/') + 1);
    if (upload.whole || total.equals(Integer.toString(size))) {
      upload.whole = true;
      store(call, upload.bucket, upload.name, upload.bytes.toByteArray(), false);
      return;
    }
    if (size > 0) {
      call.getResponseHeaders().add("Range", "bytes=0-" + (size - 1));
    }
    call.sendResponseHeaders(308, -1);
  }

  private void object(HttpExchange call, String path, Map<String, String> query)
      throws IOException {
    String[] parts = path.split("/", -1);
    String bucket = parts[4];
    NavigableMap<String, byte[]> objects;
    synchronized (this) {
      objects = buckets.containsKey(bucket) ? new TreeMap<>(found(bucket)) : null;
    }
    if (objects == null) {
      refuse(call, 404, "notFound", "The specified bucket does not exist.");
      return;
    }
    if (parts.length == 6) {
      list(call, bucket, objects, query);
      return;
    }
    String name = URLDecoder.decode(parts[6], StandardCharsets.UTF_8);
    byte[] bytes = objects.get(name);
    if (bytes == null) {
      refuse(call, 404, "notFound", "No such object: " + bucket + "/" + name);
    } else if (call.getRequestMethod().equals("DELETE")) {
      synchronized (this) {
        found(bucket).remove(name);
      }
      call.sendResponseHeaders(204, -1);
    } else if ("media".equals(query.get("alt"))) {
      call.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      call.getResponseBody().write(bytes);
    } else {
      send(call, 200, object(bucket, name, bytes.length));
    }
  }

  private void list(
      HttpExchange call,
      String bucket,
      NavigableMap<String, byte[]> objects,
      Map<String, String> query)
      throws IOException {
    String prefix = query.getOrDefault("prefix", "");
    List<String> names =
        objects.tailMap(query.getOrDefault("pageToken", ""), true).keySet().stream()
            .filter(it -> it.startsWith(prefix))
            .toList();
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    names.stream()
        .limit(PAGE)
        .forEach(it -> items.add(object(bucket, it, found(objects, it).length)));
    if (names.size() > PAGE) {
      answer.put("nextPageToken", names.get(PAGE));
    }
    send(call, 200, answer);
  }

  private static ObjectNode object(String bucket, String name, int size) {
    return JSON.createObjectNode()
        .put("bucket", bucket)
        .put("name", name)
        .put("generation", "1")
        .put("size", Integer.toString(size));
  }

  private NavigableMap<String, byte[]> found(String bucket) {
    return Objects.requireNonNull(buckets.get(bucket));
  }

  private static byte[] found(Map<String, byte[]> objects, String name) {
    return Objects.requireNonNull(objects.get(name));
  }

  private static void refuse(HttpExchange call, int status, String reason, String message)
      throws IOException {
    ObjectNode error = JSON.createObjectNode().put("code", status).put("message", message);
    error.putArray("errors").addObject().put("reason", reason).put("message", message);
    send(call, status, JSON.createObjectNode().set("error", error));
  }

  private static void send(HttpExchange call, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String each : raw.split("&", -1)) {
        String[] pair = each.split("=", 2);
        query.put(
            pair[0], pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
