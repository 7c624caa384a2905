package app.photoplay.provider.google;

import app.photoplay.budget.Money;
import app.photoplay.job.JobKind.Cancelling;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Operation;
import app.photoplay.provider.remote.Remote;
import app.photoplay.provider.remote.http.Fetcher.Media;
import app.photoplay.provider.video.VideoPrompt;
import com.google.genai.gaos.models.interactions.Content;
import com.google.genai.gaos.models.interactions.CreateModelInteraction;
import com.google.genai.gaos.models.interactions.CreateModelInteractionResponseFormat;
import com.google.genai.gaos.models.interactions.GenerationConfig;
import com.google.genai.gaos.models.interactions.ImageContent;
import com.google.genai.gaos.models.interactions.ImageContentMimeType;
import com.google.genai.gaos.models.interactions.Interaction;
import com.google.genai.gaos.models.interactions.InteractionStatus;
import com.google.genai.gaos.models.interactions.InteractionsInput;
import com.google.genai.gaos.models.interactions.ModelOutputStep;
import com.google.genai.gaos.models.interactions.Resolution;
import com.google.genai.gaos.models.interactions.ResponseFormat;
import com.google.genai.gaos.models.interactions.Task;
import com.google.genai.gaos.models.interactions.TextContent;
import com.google.genai.gaos.models.interactions.VideoConfig;
import com.google.genai.gaos.models.interactions.VideoContent;
import com.google.genai.gaos.models.interactions.VideoResponseFormat;
import com.google.genai.gaos.models.interactions.VideoResponseFormatAspectRatio;
import com.google.genai.gaos.models.interactions.VideoResponseFormatDelivery;
import com.google.genai.gaos.models.operations.CreateInteractionRequestBody;
import com.google.genai.gaos.models.operations.GetInteractionByIdRequest;
import com.google.genai.types.DeleteFileConfig;
import com.google.genai.types.FileState;
import com.google.genai.types.GetFileConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Films with Gemini Omni, which is spoken to by interactions and is to be had by key alone.
final class Omni extends GoogleVideo {
  private static final Pattern FILE = Pattern.compile("/(files/[a-z0-9]+)(?::download)?$");
  private static final String FIRST = "<FIRST_FRAME>";
  private static final String LAST = "<LAST_FRAME>";

  Omni(Desk desk, ModelCard card) {
    super(desk, card);
  }

  @Override
  Remote.Order prepared(VideoPrompt prompt) throws IOException {
    List<Content> input = new ArrayList<>();
    List<String> words = new ArrayList<>();
    if (prompt.firstFrame().isPresent()) {
      input.add(image(photo(prompt.firstFrame().get(), prompt)));
      words.add(FIRST);
    }
    if (prompt.lastFrame().isPresent()) {
      input.add(image(photo(prompt.lastFrame().get(), prompt)));
      words.add(LAST);
    }
    words.add(words(prompt));
    input.add(TextContent.builder().text(String.join(" ", words)).build());
    Task task = prompt.firstFrame().isPresent() ? Task.IMAGE_TO_VIDEO : Task.TEXT_TO_VIDEO;
    CreateModelInteraction interaction =
        CreateModelInteraction.builder()
            .model(card.id())
            .input(InteractionsInput.ofContent(input))
            .background(true)
            .store(true)
            .responseFormat(
                CreateModelInteractionResponseFormat.of(ResponseFormat.of(format(prompt))))
            .generationConfig(
                GenerationConfig.builder()
                    .videoConfig(VideoConfig.builder().task(task).build())
                    .build())
            .build();
    Money cost = cost(prompt);
    return _ -> ordered(interaction, cost);
  }

  private static Content image(byte[] jpeg) {
    return ImageContent.builder()
        .data(Base64.getEncoder().encodeToString(jpeg))
        .mimeType(ImageContentMimeType.IMAGE_JPEG)
        .build();
  }

  private VideoResponseFormat format(VideoPrompt prompt) throws IOException {
    return VideoResponseFormat.builder()
        .aspectRatio(VideoResponseFormatAspectRatio.of(ratio(prompt)))
        .delivery(VideoResponseFormatDelivery.URI)
        .duration(seconds(prompt) + "s")
        .resolution(Resolution.of(card.more("resolution").orElse("720p")))
        .build();
  }

  private String ordered(CreateModelInteraction interaction, Money cost) throws IOException {
    var interactions = client().interactions;
    Optional<Interaction> taken =
        Clients.call(() -> interactions.create(CreateInteractionRequestBody.of(interaction)))
            .interaction();
    String id = taken.flatMap(Interaction::id).orElse("");
    if (id.isEmpty()) {
      throw new IOException("an interaction without a name");
    }
    return taken(id, cost, Map.of());
  }

  @Override
  Result<Render> asked(Operation operation, Supplier<Optional<VideoPrompt>> prompt)
      throws IOException, InterruptedException {
    var interactions = client().interactions;
    GetInteractionByIdRequest request =
        GetInteractionByIdRequest.builder().id(operation.id()).stream(false).build();
    Interaction interaction =
        Clients.call(() -> interactions.get(request))
            .interaction()
            .orElseThrow(() -> new IOException("an answer without an interaction"));
    String status = interaction.status().map(InteractionStatus::value).orElse("");
    return switch (status) {
      case "completed", "incomplete" -> completed(operation, interaction, prompt);
      case "failed" -> throw over(operation, failed(interaction));
      case "cancelled" -> throw over(operation, new Fault.Broken("cancelled"));
      case "budget_exceeded" -> throw over(operation, new Fault.Credit("budget exceeded"));
      default -> running(operation);
    };
  }

  private IOException over(Operation operation, Fault fault) {
    desk.leftovers().add(operation.id(), () -> delete(operation.id(), Optional.empty()));
    return fault.thrown();
  }

  private static Fault failed(Interaction interaction) {
    String said =
        interaction.errors().orElse(List.of()).stream()
            .map(it -> it.code().orElse("") + " " + it.message().orElse(""))
            .collect(Collectors.joining("; "));
    return GoogleFaults.ended(13, said);
  }

  private Result<Render> completed(
      Operation operation, Interaction interaction, Supplier<Optional<VideoPrompt>> prompt)
      throws IOException, InterruptedException {
    List<Content> made =
        interaction.steps().orElse(List.of()).stream()
            .filter(ModelOutputStep.class::isInstance)
            .flatMap(it -> ((ModelOutputStep) it).content().orElse(List.of()).stream())
            .toList();
    Optional<VideoContent> video =
        made.stream()
            .filter(VideoContent.class::isInstance)
            .map(VideoContent.class::cast)
            .filter(it -> it.uri().isPresent() || it.data().isPresent())
            .reduce((_, last) -> last);
    if (video.isEmpty()) {
      // what it says may repeat people's own words
      boolean words = made.stream().anyMatch(TextContent.class::isInstance);
      throw over(
          operation,
          words
              ? new Fault.Policy("words in place of a video")
              : new Fault.Output("completed without a video"));
    }
    Optional<String> file = video.get().uri().flatMap(Omni::file);
    if (file.isPresent() && !ready(file.get())) {
      return running(operation);
    }
    return finished(
        operation, prompt, target -> take(video.get(), target), () -> delete(operation.id(), file));
  }

  private static Optional<String> file(String address) {
    Matcher matcher = FILE.matcher(path(address));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static String path(String address) {
    try {
      return String.valueOf(URI.create(address).getPath());
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  /// Whether a file has been worked over, as videos are before they can be fetched.
  private boolean ready(String name) throws IOException {
    var files = client().files;
    GetFileConfig config = GetFileConfig.builder().build();
    FileState state =
        Clients.call(() -> files.get(name, config)).state().orElse(new FileState("ACTIVE"));
    if (state.toString().equals("FAILED")) {
      throw new Fault.Broken("the file of the video failed").thrown();
    }
    return !state.toString().equals("PROCESSING");
  }

  private void take(VideoContent video, Path file) throws IOException {
    if (video.uri().isEmpty()) {
      decode(video.data().orElseThrow(), file);
      return;
    }
    String address = video.uri().get();
    URI base = desk.settings().remote().baseUrl();
    String host = host(address);
    if (!List.of(GoogleSettings.GEMINI_HOST, base.getHost()).contains(host)) {
      desk.clients().fetcher().fetch(address, Map.of(), file, Media.VIDEO, MOST_BYTES);
      return;
    }
    // Google names its own server, whichever way it was asked; the key goes where it always goes
    String root =
        host.equals(base.getHost())
            ? base.getScheme() + "://" + base.getAuthority()
            : base.toString();
    String path = path(address);
    String download = root + path + (path.endsWith(":download") ? "" : ":download") + "?alt=media";
    String key = desk.remote().account().key().value();
    desk.clients()
        .fetcher()
        .fetch(download, Map.of("x-goog-api-key", key), file, Media.VIDEO, MOST_BYTES);
  }

  private static void decode(String data, Path file) throws IOException {
    try {
      Files.write(file, Base64.getDecoder().decode(data));
    } catch (IllegalArgumentException e) {
      throw new Fault.Output("a video that is no base64").thrown();
    }
  }

  private static String host(String address) {
    try {
      return String.valueOf(URI.create(address).getHost());
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private void delete(String id, Optional<String> file) throws IOException {
    var client = client();
    Clients.call(() -> client.interactions.delete(id));
    if (file.isPresent()) {
      Clients.call(() -> client.files.delete(file.get(), DeleteFileConfig.builder().build()));
    }
  }

  @Override
  public Cancelling cancel(String operation) throws InterruptedException {
    String id = Operation.parse(operation).id();
    Result<Cancelling> result =
        desk.remote()
            .result(() -> {
              var interactions = client().interactions;
              Optional<Interaction> left =
                  Clients.call(() -> interactions.cancel(id)).interaction();
              return new Result.Ready<>(stopped(left));
            });
    return result instanceof Result.Ready(var cancelling) ? cancelling : new Cancelling.RunsOut();
  }

  /// Only what has made nothing yet costs nothing.
  private static Cancelling stopped(Optional<Interaction> left) {
    boolean nothing =
        left.flatMap(Interaction::status).filter(it -> it.value().equals("cancelled")).isPresent()
            && left.flatMap(Interaction::usage)
                .map(it -> it.totalOutputTokens().orElse(0) == 0)
                .orElse(true);
    return nothing ? new Cancelling.Stopped(Money.ZERO) : new Cancelling.RunsOut();
  }
}
