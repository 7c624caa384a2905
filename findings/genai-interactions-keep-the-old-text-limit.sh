#!/usr/bin/env bash
# google-genai for Java: the switch for long answers leaves the Interactions API at 20,000,000 characters.
#
# Version: com.google.genai:google-genai 1.70.0 with its own dependencies, on the JDK in use; a server on the loopback answers.
# Guess: JsonSerializable.setMaxReadLength(100_000_000), the library's switch for answers with a long text, holds for the
#   whole client: a picture or a video of 16 MB comes inline (as base64 of 21,400,000 characters) by models and by interactions.
# Behaviour: models.generateContent reads it. interactions.get fails with an exception of the JSON reader, because its half of the
#   library has a mapper of its own, com.google.genai.gaos.utils.JSON.getMapper(), which still stops at 20,000,000.
# Why it matters: Gemini's newest video models are reached by interactions alone, and sometimes answer inline although delivery by
#   address was asked for; the video was made and paid, and cannot be read, however often it is asked for.
# Instead: set StreamReadConstraints with a larger maxStringLength on the factory of that mapper, too.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
for tool in java mvn; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version>
<dependencies><dependency><groupId>com.google.genai</groupId><artifactId>google-genai</artifactId><version>1.70.0</version></dependency></dependencies></project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib >mvn.log 2>&1 || cannot "Maven does not bring the library: $(tail -1 mvn.log)"
cat > Long.java <<'JAVA'
import com.google.genai.Client;
import com.google.genai.JsonSerializable;
import com.google.genai.gaos.models.operations.GetInteractionByIdRequest;
import com.google.genai.types.HttpOptions;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
class Long {
  public static void main(String[] a) throws Exception {
    String data = "A".repeat(Integer.parseInt(a[0]));
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", call -> {
      call.getRequestBody().readAllBytes();
      String body = call.getRequestURI().getPath().contains("interactions")
        ? "{\"id\":\"v1_a\",\"status\":\"completed\",\"steps\":[{\"type\":\"model_output\",\"content\":[{\"type\":\"video\",\"data\":\"" + data + "\",\"mime_type\":\"video/mp4\"}]}]}"
        : "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + data + "\"}}]},\"finishReason\":\"STOP\"}]}";
      byte[] bytes = body.getBytes();
      call.getResponseHeaders().add("Content-Type", "application/json");
      call.sendResponseHeaders(200, bytes.length);
      call.getResponseBody().write(bytes);
      call.close(); });
    server.start();
    JsonSerializable.setMaxReadLength(100_000_000);
    Client client = Client.builder().apiKey("nobody").vertexAI(false)
      .httpOptions(HttpOptions.builder().baseUrl("http://127.0.0.1:" + server.getAddress().getPort()).timeout(60000).build()).build();
    System.out.println("generateContent: " + tried(() -> client.models.generateContent("m", "x", null).candidates().get().size() + " candidate read"));
    System.out.println("interactions.get: " + tried(() -> client.interactions.get(GetInteractionByIdRequest.builder().id("v1_a").build()).interaction().get().steps().get().size() + " step read"));
    System.exit(0); }
  interface Try { String go() throws Exception; }
  static String tried(Try it) {
    try { return it.go(); } catch (Exception e) {
      String all = ""; for (Throwable t = e; t != null; t = t.getCause()) all += " " + t; return all.contains("20000000") ? "refused at 20000000 characters" : "failed:" + all.substring(0, Math.min(300, all.length())); } } }
JAVA
run() { java -Xmx2g -cp "lib/*" Long.java "$1" 2>/dev/null; }
echo "google-genai 1.70.0, after setMaxReadLength(100_000_000)"
echo "guess: both read 21,400,000 characters"
short=$(run 1000); long=$(run 21400000)
echo "1,000 characters:"; echo "$short"
echo "21,400,000 characters:"; echo "$long"
[ "$short" = $'generateContent: 1 candidate read\ninteractions.get: 1 step read' ] || cannot "a short answer is not read"
[ "$long" = $'generateContent: 1 candidate read\ninteractions.get: refused at 20000000 characters' ] || exit 1
echo "holds: the switch does not reach interactions"
