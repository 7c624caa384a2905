package app.photoplay.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// When the client library (6.5.0) may send a call again.
///
/// It looks for the pause that a refusal for coming too fast asks for in whole seconds in a header.
/// Discord and the edge in front of it state it also as a fraction, in the body alone, or not at
/// all: it is put where the library looks, which else would not pause.
///
/// A message by a token has no nonce by which Discord would know it again: one that a server has
/// perhaps taken is not repeated.
final class Repeats implements Interceptor {
  private static final int TOO_MANY = 429;
  private static final int FAILURES = 500;
  private static final String HEADER = "Retry-After";
  private static final long LONGEST_BODY = 16 * 1024;
  private static final double UNSTATED = 5;
  private static final double LONGEST = 3600;

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() >= FAILURES && isFollowUp(chain.request())) {
      response.close();
      throw new IOException("it answers " + response.code());
    }
    if (response.code() != TOO_MANY) {
      return response;
    }
    double seconds = Math.clamp(Math.max(header(response), body(response)), 0, LONGEST);
    long pause = (long) Math.ceil(seconds > 0 ? seconds : UNSTATED);
    return response.newBuilder().header(HEADER, Long.toString(pause)).build();
  }

  private static boolean isFollowUp(Request request) {
    return request.method().equals("POST") && request.url().pathSegments().contains("webhooks");
  }

  private static double header(Response response) {
    try {
      return Double.parseDouble(response.header(HEADER, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private double body(Response response) throws IOException {
    String body = response.peekBody(LONGEST_BODY).string();
    try {
      JsonNode pause = mapper.readTree(body).path("retry_after");
      return pause.asDouble(0);
    } catch (IOException e) {
      return 0; // a page of the edge
    }
  }
}
