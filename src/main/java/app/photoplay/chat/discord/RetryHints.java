package app.photoplay.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/// States the pause that a refusal for coming too fast asks for where the client library looks for
/// it: in whole seconds in a header. Discord and the edge in front of it state it also as a
/// fraction, in the body alone, or not at all; the library (6.5.0) then would not pause.
final class RetryHints implements Interceptor {
  private static final int TOO_MANY = 429;
  private static final String HEADER = "Retry-After";
  private static final long LONGEST_BODY = 16 * 1024;
  private static final double UNSTATED = 5;
  private static final double LONGEST = 3600;

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() != TOO_MANY) {
      return response;
    }
    double seconds = Math.clamp(Math.max(header(response), body(response)), 0, LONGEST);
    long pause = (long) Math.ceil(seconds > 0 ? seconds : UNSTATED);
    return response.newBuilder().header(HEADER, Long.toString(pause)).build();
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
