package app.photoplay.provider.did;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Traffic;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// D-ID's talks, as they are documented.
public final class FakeDid extends FakeApi {
  static final String TALK = "tlk_9zXk2";
  private static final Set<String> FIELDS =
      Set.of("source_url", "script", "config", "driver_url", "name", "user_data", "webhook");

  private final String key;
  private final byte[] video;

  public FakeDid(String key, byte[] video) {
    this.key = key;
    this.video = video;
  }

  /// Many order at once, from now on.
  public Traffic crowded(long seed) {
    return crowd(
        new Traffic(
            seed,
            TALK,
            Optional.of(
                new Traffic.Words(
                    Answer.json(200, "{\"status\":\"started\"}"),
                    Step.STATUS,
                    Answer.json(
                        200, "{\"status\":\"error\",\"error\":{\"kind\":\"InternalError\"}}")))));
  }

  @Override
  protected Step step(String method, String path) {
    return switch (method + " " + path) {
      case "POST /images", "POST /audios" -> Step.UPLOAD;
      case "POST /talks" -> Step.ORDER;
      case String at when at.equals("GET /talks/" + TALK) -> Step.STATUS;
      case "GET /result.mp4?X-Amz-Expires=86400" -> Step.MEDIA;
      default -> Step.OTHER;
    };
  }

  @Override
  protected Answer usual(Call call) {
    if (call.step() == Step.MEDIA) {
      return call.header("authorization").isEmpty()
          ? Answer.bytes("video/mp4", video)
          : Answer.empty(400);
    }
    if (!call.header("authorization").equals("Basic " + key)) {
      return error(401, "AuthorizationError", "user unauthenticated");
    }
    return switch (call.step()) {
      case UPLOAD -> uploaded(call);
      case ORDER -> order(call.json());
      case STATUS -> Answer.json(200, done(""));
      default ->
          switch (call.method() + " " + call.path()) {
            case "GET /credits" ->
                Answer.json(200, "{\"credits\":[],\"remaining\":37,\"total\":40}");
            case String at when at.equals("DELETE /talks/" + TALK) ->
                Answer.json(200, "{\"id\":\"" + TALK + "\"}");
            default -> error(404, "NotFoundError", "not found");
          };
    };
  }

  private static Answer uploaded(Call call) {
    boolean image = call.path().equals("/images");
    String field = image ? "name=\"image\"; filename=" : "name=\"audio\"; filename=";
    return call.text().contains(field)
        ? Answer.json(
            201,
            image
                ? "{\"id\":\"img_1\",\"url\":\"s3://d-id-images-prod/img_1/photo.jpg\"}"
                : "{\"id\":\"aud_1\",\"url\":\"s3://d-id-audios-prod/aud_1/speech.wav\"}")
        : error(400, "BadRequestError", "no file");
  }

  private static Answer order(JsonNode body) {
    Set<String> given = new HashSet<>();
    body.fieldNames().forEachRemaining(given::add);
    given.removeAll(FIELDS);
    boolean whole =
        body.path("source_url").asText().matches("(s3|https)://.*\\.(jpg|jpeg|png)")
            && body.path("script").path("type").asText().equals("audio")
            && body.path("script").path("audio_url").asText().startsWith("s3://");
    return whole && given.isEmpty() ? taken("") : error(400, "ValidationError", "bad " + given);
  }

  /// @param more further fields
  static Answer taken(String more) {
    return Answer.json(
        201,
        "{\"id\":\""
            + TALK
            + "\",\"object\":\"talk\",\"created_at\":\"2026-06-15T12:00:00Z\","
            + "\"created_by\":\"google-oauth2|1\",\"status\":\"created\""
            + more
            + "}");
  }

  static String done(String more) {
    return "{\"id\":\""
        + TALK
        + "\",\"status\":\"done\",\"duration\":1,\"result_url\":\""
        + Answer.HERE
        + "/result.mp4?X-Amz-Expires=86400\""
        + more
        + "}";
  }

  static Answer error(int status, String kind, String description) {
    return Answer.json(
        status, "{\"kind\":\"" + kind + "\",\"description\":\"" + description + "\"}");
  }
}
