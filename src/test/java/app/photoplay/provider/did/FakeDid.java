package app.photoplay.provider.did;

import app.photoplay.provider.remote.Answer;
import app.photoplay.provider.remote.FakeApi;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.Traffic;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// D-ID's talks, as they are documented.
public final class FakeDid extends FakeApi {
  static final String TALK = "tlk_9zXk2";
  private static final Set<String> FIELDS =
      Set.of("source_url", "script", "config", "driver_url", "name", "user_data", "webhook");

  private static final String LIST = "GET /talks?limit=100";
  private static final int PAGE = 3;
  private static final String NOON = "2026-06-15T12:00:00Z";

  private final String key;
  private final byte[] video;
  private final List<Talk> talks = new CopyOnWriteArrayList<>();
  private Supplier<List<Talk>> listed = () -> List.copyOf(talks).reversed();
  private boolean tellsInTheList = true;

  /// A talk that it has.
  ///
  /// @param created when, in its own words
  /// @param reference what it was ordered under
  record Talk(String id, String created, String reference) {}

  public FakeDid(String key, byte[] video) {
    this.key = key;
    this.video = video;
  }

  /// Many order at once, from now on.
  public Traffic crowded(long seed) {
    Traffic many =
        new Traffic(
            seed,
            TALK,
            Optional.of(
                new Traffic.Words(
                    Answer.json(200, "{\"status\":\"started\"}"),
                    Step.STATUS,
                    Answer.json(
                        200, "{\"status\":\"error\",\"error\":{\"kind\":\"InternalError\"}}"))));
    listed =
        () ->
            many.all().stream()
                .map(it -> new Talk(it.name(), Instant.now().toString(), reference(it.asked())))
                .toList();
    return crowd(many);
  }

  private static String reference(String order) {
    try {
      return new ObjectMapper().readTree(order).path("user_data").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From now on it lists these, in this order.
  void lists(Talk... all) {
    listed = () -> List.of(all);
  }

  /// From now on its list says of no talk what it was ordered under.
  void listsBriefly() {
    tellsInTheList = false;
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
      case STATUS -> Answer.json(200, done(ordered()));
      default ->
          switch (call.method() + " " + call.path()) {
            case String at when at.startsWith(LIST) -> page(at.substring(LIST.length()));
            case String at when at.startsWith("GET /talks/") ->
                listed.get().stream()
                    .filter(it -> at.equals("GET /talks/" + it.id()))
                    .findFirst()
                    .map(it -> Answer.json(200, said(it, true)))
                    .orElseGet(() -> error(404, "NotFoundError", "not found"));
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

  private String ordered() {
    return talks.isEmpty() ? "" : ",\"user_data\":\"" + talks.getLast().reference() + "\"";
  }

  /// The list's next page.
  private Answer page(String rest) {
    int from = rest.isEmpty() ? 0 : Integer.parseInt(rest.replace("&token=p%2F", ""));
    List<Talk> all = listed.get();
    int to = Math.min(all.size(), from + PAGE);
    String page =
        all.subList(from, to).stream()
            .map(it -> said(it, tellsInTheList))
            .collect(Collectors.joining(","));
    String token = to < all.size() ? ",\"token\":\"p/" + to + "\"" : "";
    return Answer.json(200, "{\"talks\":[" + page + "]" + token + "}");
  }

  private static String said(Talk talk, boolean whole) {
    return "{\"id\":\"%s\",\"created_at\":\"%s\",\"status\":\"created\"%s}"
        .formatted(
            talk.id(),
            talk.created(),
            whole && !talk.reference().isEmpty()
                ? ",\"user_data\":\"" + talk.reference() + "\""
                : "");
  }

  private Answer order(JsonNode body) {
    Set<String> given = new HashSet<>();
    body.fieldNames().forEachRemaining(given::add);
    given.removeAll(FIELDS);
    boolean whole =
        body.path("source_url").asText().matches("(s3|https)://.*\\.(jpg|jpeg|png)")
            && body.path("script").path("type").asText().equals("audio")
            && body.path("script").path("audio_url").asText().startsWith("s3://");
    if (!whole || !given.isEmpty()) {
      return error(400, "ValidationError", "bad " + given);
    }
    talks.add(new Talk(TALK, NOON, body.path("user_data").asText()));
    return taken("");
  }

  /// @param more further fields
  static Answer taken(String more) {
    return Answer.json(
        201,
        "{\"id\":\""
            + TALK
            + "\",\"object\":\"talk\",\"created_at\":\""
            + NOON
            + "\","
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
