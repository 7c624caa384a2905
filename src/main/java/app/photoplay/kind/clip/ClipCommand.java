package app.photoplay.kind.clip;

import app.photoplay.chat.OptionSpec.Reading;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.command.OptionWords;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.IncomingPhotos;
import app.photoplay.kind.IncomingPhotos.Incoming;
import app.photoplay.kind.OrderOptions;
import app.photoplay.media.Quality;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `/clip`: words, a photo (attached or replied to), or both. The camera move may stand in square
/// brackets before the words: `/clip [push in] a castle at dawn`.
public final class ClipCommand implements Command {
  private static final Pattern MOVE = Pattern.compile("^\\[([^\\]]{1,40})\\]\\s*");

  private final IncomingPhotos photos;
  private final Pictures pictures;
  private final ArtifactStore files;
  private final ClipOptions defaults;
  private final Wording wording;
  private final Executor processor;
  private final Predicate<String> understood;

  /// A command.
  ///
  /// @param processor a few platform threads: decoding keeps a core busy for a moment
  /// @param understood whether a prompt without a photo means anything to who makes the clips
  public ClipCommand(
      ArtifactStore files,
      Pictures pictures,
      Quality quality,
      Wording wording,
      Executor processor,
      Predicate<String> understood) {
    this.photos = new IncomingPhotos(files);
    this.pictures = pictures;
    this.files = files;
    this.defaults = ClipOptions.defaults(quality);
    this.wording = wording;
    this.processor = processor;
    this.understood = understood;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.listed("clip", Phrase.COMMAND_CLIP)
        .with(OrderOptions.PROMPT)
        .with(Phrase.MENU_CLIP, OrderOptions.PHOTO_FILE)
        .with(OrderOptions.CLIP);
  }

  @Override
  public CommandResult run(Invocation call) throws InterruptedException {
    Map<String, String> chosen = new HashMap<>(call.options());
    String prompt = call.words();
    Matcher move = MOVE.matcher(prompt);
    if (move.find()) {
      switch (OrderOptions.CAMERA.read(move.group(1))) {
        case Reading.Good(var camera) -> chosen.putIfAbsent(OrderOptions.CAMERA.name(), camera);
        case Reading.Bad bad -> {
          String why =
              OptionWords.refusal(
                  OrderOptions.CAMERA, move.group(1), bad, call.language(), wording);
          return new CommandResult.Say(OutboundMessage.of(Kind.REFUSAL, why));
        }
      }
      prompt = prompt.substring(move.end());
    }
    ClipOptions options = defaults.with(chosen);
    if (prompt.length() > OrderOptions.MOST_PROMPT) {
      return say(
          call,
          Kind.REFUSAL,
          Phrase.PROMPT_TOO_LONG.with(Argument.LIMIT.of(OrderOptions.MOST_PROMPT)));
    }
    Optional<Incoming> photo = photos.of(call);
    if (photo.isEmpty()) {
      if (!call.attachments().isEmpty()) {
        return say(call, Kind.REFUSAL, Phrase.FILE_NOT_TAKEN);
      }
      if (prompt.isBlank()) {
        return say(call, Kind.QUESTION, Phrase.ASK_CLIP);
      }
      return understood.test(prompt)
          ? order(prompt, Optional.empty(), options)
          : say(call, Kind.REFUSAL, Phrase.CLIP_WORDS_UNKNOWN);
    }
    return switch (photo.get()) {
      case Incoming.Refused(var why) -> refuse(call, why);
      case Incoming.Fetched(var file) -> withPhoto(call, prompt, file, options);
    };
  }

  private CommandResult withPhoto(Invocation call, String prompt, Path file, ClipOptions options) {
    try {
      return switch (CompletableFuture.supplyAsync(() -> pictures.read(file), processor).join()) {
        case PictureAnswer.Decoded _ -> order(prompt, Optional.of(files.put(file)), options);
        case PictureAnswer.Unreadable(var problem) -> {
          Files.deleteIfExists(file);
          yield refuse(call, IncomingPhotos.refusal(problem));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CommandResult order(
      String prompt, Optional<StoredFile> photo, ClipOptions options) {
    ClipRequest request =
        new ClipRequest(
                prompt.strip(),
                photo.map(StoredFile::content),
                Optional.empty(),
                options.seconds(),
                options.shape(),
                options.quality(),
                options.camera(),
                ShotSize.WIDE)
            .by(options.provider());
    List<StoredFile> inputs = photo.stream().toList();
    return new CommandResult.Order(request, inputs, false, Optional.empty());
  }

  private CommandResult refuse(Invocation call, Sentence why) {
    return say(call, Kind.REFUSAL, why);
  }

  private CommandResult say(Invocation call, Kind kind, Sentence sentence) {
    return new CommandResult.Say(OutboundMessage.of(kind, wording.say(call.language(), sentence)));
  }
}
