package app.photoplay.provider.google;

import app.photoplay.budget.Money;
import app.photoplay.media.Shape;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.catalogue.ModelCard.Ability;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.video.VideoPrompt;
import com.google.genai.types.GenerateVideosConfig;
import com.google.genai.types.GenerateVideosOperation;
import com.google.genai.types.GenerateVideosResponse;
import com.google.genai.types.GenerateVideosSource;
import com.google.genai.types.GetOperationConfig;
import com.google.genai.types.Image;
import com.google.genai.types.Video;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Films with Veo, which is to be had in a project alone.
final class Veo extends GoogleVideo {
  /// Seeds there have 32 bits; the library takes those that are no negative numbers.
  private static final long SEEDS = 0x7FFFFFFFL;

  Veo(Desk desk, ModelCard card) {
    super(desk, card);
  }

  @Override
  Remote.Order prepared(VideoPrompt prompt) throws IOException {
    GenerateVideosSource.Builder source = GenerateVideosSource.builder().prompt(words(prompt));
    GenerateVideosConfig.Builder config =
        GenerateVideosConfig.builder()
            .numberOfVideos(1)
            .durationSeconds(seconds(prompt))
            .aspectRatio(ratio(prompt))
            .personGeneration(card.more("people").orElse("allow_adult"))
            .httpOptions(Clients.within(LONGEST_ORDER));
    card.more("resolution").ifPresent(config::resolution);
    card.more("audio").ifPresent(it -> config.generateAudio(it.equals("true")));
    // commas stand between the card's own settings
    card.more("negative").ifPresent(it -> config.negativePrompt(it.replace(';', ',')));
    if (card.can(Ability.SEED)) {
      config.seed((int) (prompt.seed() & SEEDS));
    }
    if (prompt.firstFrame().isPresent()) {
      source.image(image(prompt.firstFrame().get(), prompt));
      // in lower case, which the library's own constants are not
      config.resizeMode(prompt.shape() == Shape.PHOTO ? "pad" : "crop");
    }
    if (prompt.lastFrame().isPresent()) {
      config.lastFrame(image(prompt.lastFrame().get(), prompt));
    }
    GenerateVideosSource shot = source.build();
    Money cost = cost(prompt);
    return key -> ordered(shot, config, desk.cloud().folder(key), cost);
  }

  private Image image(Path photo, VideoPrompt prompt) throws IOException {
    return Image.builder().imageBytes(photo(photo, prompt)).mimeType("image/jpeg").build();
  }

  private String ordered(
      GenerateVideosSource source,
      GenerateVideosConfig.Builder settings,
      Optional<String> folder,
      Money cost)
      throws IOException {
    folder.ifPresent(settings::outputGcsUri);
    GenerateVideosConfig config = settings.build();
    var models = client().models;
    GenerateVideosOperation operation =
        Clients.call(() -> models.generateVideos(card.id(), source, config));
    if (operation.error().isPresent()) {
      throw ended(operation.error().get()).thrown();
    }
    String name = operation.name().orElse("");
    if (name.isEmpty()) {
      throw new IOException("an operation without a name");
    }
    return taken(name, cost, folder.map(it -> Map.of("folder", it)).orElse(Map.of()));
  }

  private static Fault ended(Map<String, Object> error) {
    int code = error.get("code") instanceof Number number ? number.intValue() : 0;
    return GoogleFaults.ended(code, String.valueOf(error.get("message")));
  }

  @Override
  Result<Render> asked(Operation operation, Supplier<Optional<VideoPrompt>> prompt)
      throws IOException, InterruptedException {
    var operations = client().operations;
    GenerateVideosOperation named = GenerateVideosOperation.builder().name(operation.id()).build();
    GenerateVideosOperation work =
        Clients.call(
            () -> operations.getVideosOperation(named, GetOperationConfig.builder().build()));
    if (work.error().isPresent()) {
      throw ended(work.error().get()).thrown();
    }
    if (!work.done().orElse(false)) {
      return running(operation);
    }
    Video video = video(work.response());
    String folder = operation.more().getOrDefault("folder", "");
    return finished(operation, prompt, file -> take(video, file), () -> desk.cloud().empty(folder));
  }

  /// Work that is done without an error may have led to no video: then it was filtered away, which
  /// costs nothing.
  private static Video video(Optional<GenerateVideosResponse> response) throws Fault.Thrown {
    Optional<Video> video =
        response.flatMap(GenerateVideosResponse::generatedVideos).orElse(List.of()).stream()
            .flatMap(it -> it.video().stream())
            .filter(it -> it.uri().isPresent() || it.videoBytes().isPresent())
            .findFirst();
    if (video.isPresent()) {
      return video.get();
    }
    List<String> reasons =
        response.flatMap(GenerateVideosResponse::raiMediaFilteredReasons).orElse(List.of());
    throw new Fault.Policy("no video: " + GoogleFaults.explained(String.join("; ", reasons)))
        .thrown();
  }

  private void take(Video video, Path file) throws IOException {
    if (video.videoBytes().isPresent()) {
      Files.write(file, video.videoBytes().get());
    } else {
      desk.cloud().fetch(video.uri().orElseThrow(), file, MOST_BYTES);
    }
  }
}
