package app.photoplay.chat.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;

/// Makes of each answer of the Bot API one of two things, before the library sees it: an accepted
/// call, or a [Refusal] with its status.
///
/// The library cannot tell an accepted call whose answer it does not understand from the error page
/// of a proxy. And it understands less than Telegram says: one unusual part of a message, or of the
/// message that this one replies to, spoils the whole answer. So what answers a send or an edit is
/// reduced to what we read of it.
final class Answers implements Interceptor {
  private static final String API = "/bot";
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int LONGEST_REFUSAL = 64 * 1024;
  private static final int LONGEST_PAUSE = 3600;
  private static final int BAD_GATEWAY = 502;
  private static final List<String> FILES = List.of("video", "animation", "document");
  private static final List<String> MESSAGE =
      List.of("message_id", "date", "chat", "video", "animation", "document");
  private static final List<String> CHAT = List.of("id", "type", "title", "first_name");
  private static final List<String> FILE =
      List.of("file_id", "file_unique_id", "width", "height", "duration");

  private final ObjectMapper mapper = new ObjectMapper();

  /// An answer other than "ok".
  static final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    final int code;
    final String description;

    /// The pause that a 429 asks for, a second to an hour: no answer stops us for good.
    final transient Optional<Duration> retryAfter;

    final transient Optional<String> migratedTo;

    Refusal(int code, JsonNode answer) {
      super(code + " " + answer.path("description").asText("without a reason"));
      this.code = code;
      this.description = answer.path("description").asText("").toLowerCase(Locale.ROOT);
      JsonNode more = answer.path("parameters");
      this.retryAfter =
          more.path("retry_after").canConvertToInt()
              ? Optional.of(
                  Duration.ofSeconds(
                      Math.clamp(more.path("retry_after").asInt(), 1, LONGEST_PAUSE)))
              : Optional.empty();
      this.migratedTo =
          more.hasNonNull("migrate_to_chat_id")
              ? Optional.of(more.path("migrate_to_chat_id").asText())
              : Optional.empty();
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String path = chain.request().url().encodedPath();
    if (!path.startsWith(API)) {
      return response;
    }
    try {
      if (!response.isSuccessful()) {
        throw refusal(response.code(), response.peekBody(LONGEST_REFUSAL).string());
      }
      String method = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
      return method.startsWith("send") || method.startsWith("edit") ? shown(response) : response;
    } catch (IOException e) {
      response.close();
      throw e;
    }
  }

  private Refusal refusal(int status, String body) {
    try {
      JsonNode answer = mapper.readTree(body);
      return new Refusal(answer.path("error_code").asInt(status), answer);
    } catch (JsonProcessingException _) {
      return new Refusal(status, mapper.missingNode());
    }
  }

  private Response shown(Response response) throws IOException {
    String body = response.body().string();
    JsonNode answer;
    try {
      answer = mapper.readTree(body);
    } catch (JsonProcessingException _) {
      if (body.stripLeading().startsWith("{\"ok\":true")) {
        return with(response, body);
      }
      throw new Refusal(BAD_GATEWAY, mapper.missingNode());
    }
    if (!answer.path("ok").asBoolean()) {
      throw new Refusal(answer.path("error_code").asInt(BAD_GATEWAY), answer);
    }
    return with(response, reduced(answer).toString());
  }

  private JsonNode reduced(JsonNode answer) {
    JsonNode message = answer.path("result");
    if (!message.isObject()) {
      return answer;
    }
    keep(message, MESSAGE);
    keep(message.path("chat"), CHAT);
    FILES.forEach(file -> keep(message.path(file), FILE));
    return answer;
  }

  private static void keep(JsonNode object, List<String> fields) {
    if (object instanceof ObjectNode part) {
      part.retain(fields);
    }
  }

  private static Response with(Response response, String body) {
    return response.newBuilder().body(ResponseBody.create(body, JSON)).build();
  }
}
