package app.photoplay.chat.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The page and what belongs to it, read from the class path once.
final class PageFiles {
  private static final String LOGIN = "login.html";
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html",
          "text/html; charset=utf-8",
          LOGIN,
          "text/html; charset=utf-8",
          "chat.css",
          "text/css; charset=utf-8",
          "chat.js",
          "text/javascript; charset=utf-8",
          "composer.js",
          "text/javascript; charset=utf-8",
          "messages.js",
          "text/javascript; charset=utf-8",
          "words.js",
          "text/javascript; charset=utf-8",
          "icon.svg",
          "image/svg+xml");

  private final Map<String, byte[]> files = new HashMap<>();

  PageFiles() {
    for (String name : TYPES.keySet()) {
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

  /// Everything but the pages themselves.
  static List<String> parts() {
    return TYPES.keySet().stream().filter(name -> !name.endsWith(".html")).toList();
  }

  /// The page that asks for the access token.
  ///
  /// @param sentence why it does so again, may be empty
  void login(Context ctx, String sentence) {
    String page = new String(files.getOrDefault(LOGIN, new byte[0]), StandardCharsets.UTF_8);
    String escaped = sentence.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    ctx.contentType(TYPES.getOrDefault(LOGIN, ""));
    ctx.result(page.replace("<!-- sentence -->", escaped));
  }

  void send(Context ctx, String name) {
    ctx.contentType(TYPES.getOrDefault(name, "application/octet-stream"));
    ctx.result(files.getOrDefault(name, new byte[0]));
  }
}
