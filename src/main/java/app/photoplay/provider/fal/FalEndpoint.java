package app.photoplay.provider.fal;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.budget.price.Unit;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.job.PaidCall;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// One model under one account, as its card describes it: what all of fal's models share.
record FalEndpoint(
    ModelCard card, Account account, FalQueue queue, FalStorage storage, Workshop workshop) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Duration MARGIN = Duration.ofSeconds(2);
  private static final int LONGEST_SIDE = 2048;
  private static final int SHORTEST_SIDE = 512;
  private static final int MOST_BYTES = 3_500_000;
  private static final long MOST_VIDEO_BYTES = 500_000_000;

  /// How much of a photo's longer side may be cut away for a shape that a model makes.
  private static final double MOST_CUT = 1.4;

  Lane lane() {
    return card.lane(account.name());
  }

  int simultaneous() {
    return Math.min(card.simultaneous(), account.simultaneous());
  }

  /// What so long a video costs; empty when the model makes none so long.
  Optional<Money> price(long millis, PriceBook prices) {
    OptionalInt seconds = card.lengths().holding(millis);
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    boolean byCall = card.price().per() == Unit.CALL;
    Quantity made = byCall ? Quantity.calls(1) : Quantity.millis(seconds.getAsInt() * 1000L);
    return Optional.of(card.cost(prices, made));
  }

  /// The fields of an order that never change: `send-generate-audio=false`.
  ObjectNode body() {
    ObjectNode body = NODES.objectNode();
    card.more().entrySet().stream()
        .filter(it -> it.getKey().startsWith("send-"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(it ->
            body.set(
                it.getKey().substring("send-".length()).replace('-', '_'), value(it.getValue())));
    return body;
  }

  private static JsonNode value(String text) {
    return switch (text) {
      case "true", "false" -> NODES.booleanNode(text.equals("true"));
      case String number when number.matches("[0-9]+(\\.[0-9]+)?") ->
          NODES.numberNode(Double.parseDouble(number));
      default -> NODES.textNode(text);
    };
  }

  /// Sets a field, which may lie within others: `voice_setting.speed`.
  static void set(ObjectNode body, String field, JsonNode value) {
    String[] parts = field.split("\\.", -1);
    ObjectNode at = body;
    for (int i = 0; i < parts.length - 1; i++) {
      at = at.withObjectProperty(parts[i]);
    }
    at.set(parts[parts.length - 1], value);
  }

  /// Makes an order's body.
  @FunctionalInterface
  interface Building {
    JsonNode body() throws IOException;
  }

  /// The call; its files are read now. What cannot be ordered is refused without a request.
  PaidCall call(Building order, Money estimate) {
    Duration longest = FalQueue.ORDER.plus(MARGIN);
    try {
      JsonNode body = order.body();
      return queue.remote().call(estimate, longest, key -> queue.submit(card, body, key));
    } catch (Fault.Thrown e) {
      return queue
          .remote()
          .call(
              estimate,
              longest,
              _ -> {
                throw e.fault().thrown();
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes the video that a model made, as it was ordered.
  ///
  /// @param wanted empty when what was ordered is gone
  Result<Render> video(JsonNode result, Supplier<Optional<Wanted>> wanted)
      throws IOException, InterruptedException {
    String address = FalQueue.file(result, "video");
    Optional<Wanted> order = wanted.get();
    if (order.isEmpty()) {
      return new Result.Refused<>(Failure.Code.FILE_GONE);
    }
    Path file = workshop.file(".mp4");
    queue.fetcher().fetch(address, Map.of(), file, Fetcher.Media.VIDEO, MOST_VIDEO_BYTES);
    return new Result.Ready<>(workshop.conformer().conform(file, order.get()));
  }

  /// Brings files there, but for those that go within the order.
  ///
  /// @param files by part, each with its type
  Result<Uploads> upload(Map<String, Media> files) throws InterruptedException {
    return queue
        .remote()
        .result(() -> {
          Map<String, String> names = new LinkedHashMap<>();
          for (Map.Entry<String, Media> it : files.entrySet()) {
            Media media = it.getValue();
            byte[] bytes = media.reading().bytes();
            if (!inline(bytes)) {
              String name = it.getKey() + media.ending();
              names.put(it.getKey(), storage.put(bytes, media.type(), name));
            }
          }
          return new Result.Ready<>(new Uploads(names));
        });
  }

  /// A file as it is sent.
  ///
  /// @param type as HTTP names it
  /// @param ending of its name, with the dot
  record Media(Reading reading, String type, String ending) {
    static Media jpeg(Reading reading) {
      return new Media(reading, "image/jpeg", ".jpg");
    }

    static Media wav(Reading reading) {
      return new Media(reading, "audio/wav", ".wav");
    }

    /// Its address in an order: where it was brought to, or one that holds it.
    String address(Uploads uploads, String part) throws IOException {
      String brought = uploads.names().get(part);
      return brought != null
          ? brought
          : "data:" + type + ";base64," + Base64.getEncoder().encodeToString(reading.bytes());
    }
  }

  /// A photo as fal gets it.
  byte[] still(Path photo, Shape shape) throws IOException {
    Shape made = shape == Shape.PHOTO && !card.shapes().isEmpty() ? nearest(photo) : shape;
    return workshop.stills().jpeg(photo, made, LONGEST_SIDE, SHORTEST_SIDE, MOST_BYTES);
  }

  /// The shape that a model makes which is most like a photo.
  private Shape nearest(Path photo) throws IOException {
    Size size = workshop.stills().size(photo);
    double ratio = Math.log((double) size.width() / size.height());
    Shape nearest =
        card.shapes().stream()
            .min(Comparator.comparingDouble((Shape it) -> distance(it, size, ratio)))
            .orElse(Shape.PHOTO);
    if (distance(nearest, size, ratio) > Math.log(MOST_CUT)) {
      throw new Fault.Input("no shape that is like a photo of " + size).thrown();
    }
    return nearest;
  }

  private static double distance(Shape shape, Size photo, double ratio) {
    Size canvas = shape.canvas(photo, Quality.STANDARD);
    return Math.abs(Math.log((double) canvas.width() / canvas.height()) - ratio);
  }

  /// Whether a file goes within the order itself.
  private boolean inline(byte[] file) {
    return card.more("inline").map(it -> file.length <= Integer.parseInt(it)).orElse(false);
  }

  /// Reads a file as it is sent.
  @FunctionalInterface
  interface Reading {
    byte[] bytes() throws IOException;
  }
}
