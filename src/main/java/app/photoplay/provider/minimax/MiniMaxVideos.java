package app.photoplay.provider.minimax;

import app.photoplay.budget.Money;
import app.photoplay.job.Failure;
import app.photoplay.job.PaidCall;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.Work.Uploads;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.PollPlan;
import app.photoplay.provider.remote.file.Stills;
import app.photoplay.provider.remote.file.Wanted;
import app.photoplay.provider.remote.file.Workshop;
import app.photoplay.provider.remote.http.Fetcher;
import app.photoplay.provider.video.VideoPrompt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What both of MiniMax's video APIs share. Photos go in the order's body, so nothing is brought
/// there before. Thread-safe.
record MiniMaxVideos(ModelCard card, MiniMaxAccount account, Workshop workshop, Fetcher fetcher) {
  private static final Duration ORDER = Duration.ofSeconds(60);
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long MOST_BYTES = 500L << 20;

  private static final int LONGEST_SIDE = 2048;

  /// More than 300 are demanded. The sides' ratio is always within the 2:5 to 5:2 that are, because
  /// no shape of ours is longer than 16:9.
  private static final int SHORTEST_SIDE = 320;

  private static final int MOST_PHOTO_BYTES = 3_500_000;

  /// Looks whether the photos can be read, at a time when saying no still costs nothing.
  Result<Uploads> checked(VideoPrompt prompt) throws InterruptedException {
    return account
        .remote()
        .result(() -> {
          if (prompt.firstFrame().isPresent()) {
            jpeg(prompt.firstFrame().get(), prompt.shape());
          }
          if (prompt.lastFrame().isPresent()) {
            jpeg(prompt.lastFrame().get(), prompt.shape());
          }
          return new Result.Ready<>(Uploads.NONE);
        });
  }

  /// A photo as an address that holds it.
  ///
  /// @throws UncheckedIOException when it cannot be read now
  String image(Path photo, Shape shape) {
    try {
      return Stills.dataUri(jpeg(photo, shape));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] jpeg(Path photo, Shape shape) throws IOException {
    return workshop.stills().jpeg(photo, shape, LONGEST_SIDE, SHORTEST_SIDE, MOST_PHOTO_BYTES);
  }

  /// The call that orders a video.
  ///
  /// @param field in which the first API is told where to call; empty where there is none
  PaidCall order(String path, ObjectNode body, String field, Money estimate) {
    return account
        .remote()
        .call(
            estimate,
            ORDER.plusSeconds(1),
            key -> {
              ObjectNode named = body.deepCopy();
              callback(field, key).ifPresent(it -> named.put(field, it));
              // a text in newer answers, a number in older ones
              String id = account.order(path, named, ORDER).path("task_id").asText("");
              if (id.isEmpty()) {
                throw new IOException("a task without a name");
              }
              return Operation.of(id, account.remote().now()).toString();
            });
  }

  private Optional<String> callback(String field, String key) {
    return field.isEmpty() ? Optional.empty() : workshop.callbacks().address(card.provider(), key);
  }

  /// How far a video is.
  @FunctionalInterface
  interface Question {
    /// The address of the finished video; empty while it is at work.
    ///
    /// @throws app.photoplay.provider.remote.Fault.Thrown when it failed
    Optional<String> ask(String id) throws IOException;
  }

  /// Asks for it, and takes it.
  Result<Render> poll(String operation, Supplier<Optional<VideoPrompt>> prompt, Question question)
      throws InterruptedException {
    Operation task = Operation.parse(operation);
    PollPlan plan = new PollPlan(FIRST, LONGEST, card.deadline());
    return account
        .remote()
        .result(() -> {
          Optional<String> address = question.ask(task.id());
          if (address.isEmpty()) {
            return plan.running(task, account.remote().now());
          }
          Optional<VideoPrompt> ordered = prompt.get();
          return ordered.isEmpty()
              ? new Result.Refused<>(Failure.Code.FILE_GONE)
              : new Result.Ready<>(taken(address.get(), ordered.get()));
        });
  }

  private Render taken(String address, VideoPrompt prompt)
      throws IOException, InterruptedException {
    Path file = workshop.file(".mp4");
    fetcher.fetch(address, Map.of(), file, Fetcher.Media.VIDEO, MOST_BYTES);
    return workshop.conformer().conform(file, Wanted.of(prompt));
  }

  /// A text in an answer, wherever this version of it has it.
  static String first(JsonNode node, String... pointers) {
    for (String pointer : pointers) {
      String text = node.at(pointer).asText("");
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
