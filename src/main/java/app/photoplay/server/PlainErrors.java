package app.photoplay.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// What a client hears whose request was refused before it got to any route: a sentence, and
/// nothing about the server.
final class PlainErrors extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    headers(response);
    String answer =
        "{\"error\":\"%s\",\"sentence\":\"%s\"}".formatted(code(status), sentence(status));
    ByteBuffer bytes = ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8));
    response.write(true, bytes, callback);
    return true;
  }

  /// What goes with every answer that comes from no route.
  static void headers(Response response) {
    var headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }

  private static String code(int status) {
    return switch (status) {
      case HttpStatus.NOT_FOUND_404 -> "unknown";
      case HttpStatus.MISDIRECTED_REQUEST_421 -> "host";
      case HttpStatus.REQUEST_TIMEOUT_408 -> "too-slow";
      case HttpStatus.PAYLOAD_TOO_LARGE_413,
          HttpStatus.URI_TOO_LONG_414,
          HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          "too-large";
      default -> HttpStatus.isServerError(status) ? "broken" : "malformed";
    };
  }

  private static String sentence(int status) {
    return switch (status) {
      case HttpStatus.MISDIRECTED_REQUEST_421 -> "This server does not answer under that name.";
      case HttpStatus.NOT_FOUND_404 -> "There is nothing at this address.";
      case HttpStatus.REQUEST_TIMEOUT_408 -> "This request came too slowly, please try again.";
      case HttpStatus.PAYLOAD_TOO_LARGE_413 -> "This is too large to be taken.";
      case HttpStatus.URI_TOO_LONG_414 -> "This address is too long.";
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          "This browser sends too much with its request. Clearing the cookies of this page helps.";
      default ->
          HttpStatus.isServerError(status)
              ? "Something went wrong on the server, please try again."
              : "This request cannot be understood.";
    };
  }
}
