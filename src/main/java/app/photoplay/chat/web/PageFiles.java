package app.photoplay.chat.web;

import app.photoplay.wording.Wording;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page and what belongs to it, read from the class path once. Its words come from the language
/// files.
final class PageFiles {
  private static final String LOGIN = "login.html";
  private static final String LINK = "link.html";
  private static final List<String> NAMES =
      List.of(
          "index.html",
          LOGIN,
          LINK,
          "chat.css",
          "chat.js",
          "composer.js",
          "files.js",
          "recorder.js",
          "camera.js",
          "messages.js",
          "words.js",
          "icon.svg");

  private static final Pattern GAP = Pattern.compile("<!-- (\\w+) -->");

  private final Map<String, byte[]> files = new HashMap<>();
  private final Wording wording;

  PageFiles(Wording wording) {
    this.wording = wording;
    for (String name : NAMES) {
      try (InputStream in = PageFiles.class.getResourceAsStream("/web/" + name)) {
        if (in == null) {
          throw new IllegalStateException("web/" + name + " is missing from the class path");
        }
        files.put(name, in.readAllBytes());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /// Everything but the pages themselves and their words.
  static List<String> parts() {
    return NAMES.stream().filter(name -> !name.endsWith(".html")).toList();
  }

  /// The chat's page.
  void chat(Context ctx, String language) {
    html(ctx, "index.html", Map.of("language", language));
  }

  /// The page that asks for the access token.
  ///
  /// @param sentence why it does so again, may be empty
  void login(Context ctx, String language, String sentence) {
    html(ctx, LOGIN, Map.of("language", language, "sentence", sentence));
  }

  /// The page in place of a video that a link does not lead to.
  void link(Context ctx, String language, String sentence) {
    html(ctx, LINK, Map.of("language", language, "sentence", sentence));
  }

  /// What the page says by itself, as JSON.
  void words(Context ctx, String language) {
    ObjectNode answer = Content.JSON.createObjectNode();
    answer.put("language", language).put("direction", direction(language));
    ObjectNode words = answer.putObject("words");
    new TreeMap<>(wording.page(language)).forEach(words::put);
    ctx.header("Vary", "Accept-Language");
    WebCalls.json(ctx, answer);
  }

  void send(Context ctx, String name) {
    ctx.contentType(type(name));
    ctx.result(files.getOrDefault(name, new byte[0]));
  }

  /// Fills the gaps `<!-- name -->` of a page.
  private void html(Context ctx, String name, Map<String, String> values) {
    String language = values.getOrDefault("language", "");
    Map<String, String> words = new HashMap<>(wording.page(language));
    words.put("direction", direction(language));
    words.putAll(values);
    String page = new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    ctx.contentType(type(name));
    ctx.header("Vary", "Accept-Language");
    ctx.result(
        GAP.matcher(page)
            .replaceAll(
                gap -> Matcher.quoteReplacement(escaped(words.getOrDefault(gap.group(1), "")))));
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }

  private String direction(String language) {
    return wording.rightToLeft(language) ? "rtl" : "ltr";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
