package app.photoplay.chat.web;

import app.photoplay.chat.message.Person;
import app.photoplay.wording.Phrase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The JSON of a call, read with suspicion: everything that is not as the page sends it is a
/// [Refusal].
final class Incoming {
  private static final int BODY_BYTES = 128 << 10;
  private static final int FORM_BYTES = 4 << 10;
  private static final int WORDS = 20_000;
  private static final int FILES = 4;
  private static final int VALUE = 100;
  private static final Pattern RANDOM_ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");

  private final JsonNode body;

  private Incoming(JsonNode body) {
    this.body = body;
  }

  /// A file that a message names.
  record File(String id, String name, String type) {}

  static Incoming read(Context ctx) throws IOException {
    byte[] bytes;
    try (InputStream in = ctx.bodyInputStream()) {
      bytes = in.readNBytes(BODY_BYTES + 1);
      if (bytes.length > BODY_BYTES) {
        Uploads.drain(in);
        throw tooLong();
      }
    }
    try {
      JsonNode body = Content.JSON.readTree(bytes);
      if (body == null || !body.isObject()) {
        throw Refusal.malformed("a JSON object was expected");
      }
      return new Incoming(body);
    } catch (JsonProcessingException notJson) {
      throw Refusal.malformed("it is not JSON");
    }
  }

  /// One field of a short form, empty when it is absent.
  static String field(Context ctx, String name) throws IOException {
    byte[] bytes;
    try (InputStream in = ctx.bodyInputStream()) {
      bytes = in.readNBytes(FORM_BYTES + 1);
    }
    if (bytes.length > FORM_BYTES) {
      throw tooLong();
    }
    try {
      for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
        if (pair.startsWith(name + "=")) {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        }
      }
      return "";
    } catch (IllegalArgumentException broken) {
      throw Refusal.malformed("it is not a form");
    }
  }

  private static Refusal tooLong() {
    return new Refusal(413, "too-long", Phrase.WEB_TOO_LONG);
  }

  /// An id that the page made up, so that a repeated call is known as one.
  String randomId(String name) {
    String id = text(name, 64);
    if (!RANDOM_ID.matcher(id).matches()) {
      throw Refusal.malformed(name + " must be 16 to 64 letters or digits");
    }
    return id;
  }

  String words() {
    return text("words", WORDS).strip();
  }

  /// A string, empty when it is absent.
  String text(String name, int longest) {
    return string(body, name, longest);
  }

  private static String string(JsonNode object, String name, int longest) {
    JsonNode node = object.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isTextual()) {
      throw Refusal.malformed(name + " must be a string");
    }
    if (node.textValue().length() > longest) {
      throw Refusal.malformed(name + " may have at most " + longest + " characters");
    }
    return node.textValue();
  }

  List<File> files() {
    JsonNode node = body.path("uploads");
    if (node.isMissingNode() || node.isNull()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > FILES) {
      throw Refusal.malformed("uploads must be a list of at most " + FILES);
    }
    List<File> files = new ArrayList<>();
    for (JsonNode file : node) {
      files.add(
          new File(string(file, "id", 32), string(file, "name", 255), string(file, "type", VALUE)));
    }
    return files;
  }

  /// Named choices.
  ///
  /// @param known the names that there are
  Map<String, String> options(Set<String> known) {
    JsonNode node = body.path("options");
    if (node.isMissingNode() || node.isNull()) {
      return Map.of();
    }
    if (!node.isObject()) {
      throw Refusal.malformed("options must be an object");
    }
    Map<String, String> options = new HashMap<>();
    for (Map.Entry<String, JsonNode> option : node.properties()) {
      if (!known.contains(option.getKey())) {
        throw Refusal.malformed("there is no such option");
      }
      String value = string(node, option.getKey(), VALUE);
      if (!value.isEmpty()) {
        options.put(option.getKey(), value);
      }
    }
    return options;
  }

  /// Who calls, with language and time zone as the browser states them and left out when they make
  /// no sense.
  Person person(String visitor) {
    String language = text("language", VALUE);
    return new Person(
        WebChat.NAME,
        visitor,
        LANGUAGE.matcher(language).matches() ? language : "",
        zone(text("zone", VALUE)));
  }

  private static String zone(String stated) {
    try {
      return stated.isEmpty() ? "" : ZoneId.of(stated).getId();
    } catch (DateTimeException unknown) {
      return "";
    }
  }
}
