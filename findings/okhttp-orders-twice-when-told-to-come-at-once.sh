#!/usr/bin/env bash
# OkHttp sends a POST a second time after 503 with Retry-After: 0, also when retries are switched off.
#
# Version: com.squareup.okhttp3:okhttp-jvm 5.4.0 with its own dependencies, on the JDK in use; a server on the loopback answers.
# Guess: with retryOnConnectionFailure(false) a call is one request: an answer with a status is an answer, and who wants to
#   order again does so. What a client for paid services (image, video and speech models) is built on.
# Behaviour: a POST that is answered with 503 and Retry-After: 0 goes out again by itself, once, body and all; the caller sees
#   only the second answer. With Retry-After: 1, or none, it does not. A body that says isOneShot() is not sent again.
# Why it matters: providers answer 503 also after they took the work; what was ordered once is then made and paid twice, and
#   nothing in the caller's own log tells of it.
# Instead: give every body of an order isOneShot() = true.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
for tool in java mvn; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies><dependency><groupId>com.squareup.okhttp3</groupId><artifactId>okhttp-jvm</artifactId><version>5.4.0</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >mvn.log 2>&1 || cannot "Maven does not bring the library: $(tail -1 mvn.log)"
cat > Order.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
class Order {
  public static void main(String[] a) throws Exception {
    System.out.println("Retry-After 0: " + ordered("0", false));
    System.out.println("Retry-After 1: " + ordered("1", false));
    System.out.println("no Retry-After: " + ordered("", false));
    System.out.println("Retry-After 0, one shot: " + ordered("0", true));
    System.exit(0); }
  static String ordered(String after, boolean oneShot) throws Exception {
    AtomicInteger posts = new AtomicInteger();
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", call -> {
      call.getRequestBody().readAllBytes();
      boolean first = posts.incrementAndGet() == 1;
      if (first && !after.isEmpty()) call.getResponseHeaders().add("Retry-After", after);
      call.sendResponseHeaders(first ? 503 : 200, -1);
      call.close(); });
    server.start();
    OkHttpClient client = new OkHttpClient.Builder().retryOnConnectionFailure(false).followRedirects(false).build();
    RequestBody body = new RequestBody() {
      public MediaType contentType() { return MediaType.get("application/json"); }
      public boolean isOneShot() { return oneShot; }
      public void writeTo(BufferedSink sink) throws java.io.IOException { sink.writeUtf8("{\"prompt\":\"a paid video\"}"); } };
    Request order = new Request.Builder().url("http://127.0.0.1:" + server.getAddress().getPort() + "/order").post(body).build();
    try (var answer = client.newCall(order).execute()) { return posts.get() + " sent, answer " + answer.code(); } finally { server.stop(0); } } }
JAVA
echo "okhttp-jvm 5.4.0, retryOnConnectionFailure(false)"
echo "guess: 1 sent, answer 503, in each case"
seen=$(java -cp "lib/*" Order.java 2>/dev/null); echo "$seen"
[ "$seen" = $'Retry-After 0: 2 sent, answer 200\nRetry-After 1: 1 sent, answer 503\nno Retry-After: 1 sent, answer 503\nRetry-After 0, one shot: 1 sent, answer 503' ] || exit 1
echo "holds: an order goes out twice"
