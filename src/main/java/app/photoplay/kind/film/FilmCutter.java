package app.photoplay.kind.film;

import app.photoplay.job.Artifact;
import app.photoplay.job.Outcome;
import app.photoplay.job.StoredFile;
import app.photoplay.kind.RenderSteps;
import app.photoplay.kind.speech.CaptionFiles;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Captions;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.caption.Overlay;
import app.photoplay.media.caption.TimedWord;
import app.photoplay.media.stitch.Clip;
import app.photoplay.media.stitch.ClipTransition;
import app.photoplay.media.stitch.Film;
import app.photoplay.media.stitch.Format;
import app.photoplay.media.stitch.NormaliseResult;
import app.photoplay.media.stitch.NormaliseResult.Sender;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.media.stitch.Timeline;
import app.photoplay.media.stitch.Timeline.Cut;
import app.photoplay.media.stitch.Timeline.Narration;
import app.photoplay.media.tool.ToolFailed;
import app.photoplay.provider.Render;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.StoryboardReader;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.Leases;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/// Puts the pieces of a film together: every shot in the film's format, the narrator over them,
/// captions, transitions. Thread-safe; each film has a folder of its own, which is removed.
final class FilmCutter implements Cutter {
  private static final double CROSSFADE_SECONDS = 0.4;
  private static final double DIP_SECONDS = 0.8;

  /// How long a title or an end is seen, beside its transition.
  private static final double CARD_SECONDS = 2;

  /// So much of the work is done when all shots are in the film's format.
  private static final double NORMALISED = 0.5;

  private static final Size WIDE = new Size(16, 9);

  private final Normaliser normaliser;
  private final Stitcher stitcher;
  private final Lettering lettering;
  private final RenderSteps renders;
  private final Wording wording;
  private final ArtifactStore files;
  private final CaptionFiles captions;

  FilmCutter(Films.Bench bench, ArtifactStore files) {
    this.normaliser = bench.normaliser();
    this.stitcher = bench.stitcher();
    this.lettering = bench.lettering();
    this.renders = bench.renders();
    this.wording = bench.wording();
    this.files = files;
    this.captions = new CaptionFiles(files);
  }

  @Override
  public Optional<List<Artifact>> cut(
      Scenes scenes, Map<String, Outcome> made, DoubleConsumer progress)
      throws IOException, InterruptedException {
    Path folder = files.scratch(".film");
    try (Leases leases = new Leases()) {
      Files.createDirectory(folder);
      return new Session(scenes, made, folder, leases, progress).cut();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// One film.
  private final class Session {
    private final Scenes scenes;
    private final Map<String, Outcome> made;
    private final Path folder;
    private final Leases leases;
    private final DoubleConsumer progress;
    private final Format format;

    Session(
        Scenes scenes,
        Map<String, Outcome> made,
        Path folder,
        Leases leases,
        DoubleConsumer progress) {
      this.scenes = scenes;
      this.made = made;
      this.folder = folder;
      this.leases = leases;
      this.progress = progress;
      this.format =
          Format.of(
              scenes.film().shape().canvas(WIDE, scenes.film().quality()), scenes.film().quality());
    }

    Optional<List<Artifact>> cut() throws IOException, InterruptedException {
      List<Cut> cuts = new ArrayList<>(titles());
      int first = cuts.size();
      for (int i = 0; i < scenes.count(); i++) {
        Optional<Clip> clip = clip(i);
        if (clip.isEmpty()) {
          return Optional.empty();
        }
        cuts.add(new Cut(clip.get(), speaks(i) ? Cut.SPOKEN : Cut.AMBIENCE, after(i)));
        progress.accept(NORMALISED * (i + 1) / scenes.count());
      }
      cuts.addAll(ends());
      List<Integer> starts = new Timeline(cuts, List.of(), List.of()).starts();
      List<Narration> narrations = new ArrayList<>();
      List<TimedWord> words = new ArrayList<>();
      for (int i = 0; i < scenes.count(); i++) {
        Optional<Artifact> speech = Scenes.artifact(made, Scenes.voice(i), Artifact.SPEECH);
        if (speech.isEmpty()) {
          continue;
        }
        double begin = (double) starts.get(first + i) / format.framesPerSecond();
        if (!speaks(i)) {
          begin += Scenes.LEAD;
          Optional<Narration> narration = narration(i, speech.get(), begin);
          if (narration.isEmpty()) {
            return Optional.empty();
          }
          narrations.add(narration.get());
        }
        words.addAll(words(i, begin));
      }
      Timeline timeline = new Timeline(cuts, narrations, overlays(words, starts.getLast()));
      return Optional.of(kept(timeline, first, words));
    }

    /// Whether the words of a scene are heard in its shot; otherwise the narrator says them.
    private boolean speaks(int scene) {
      return scenes.talk(scene).isPresent() && made.get(Scenes.shot(scene)) instanceof Outcome.Made;
    }

    /// The shot in the film's format, or a still where there is none.
    private Optional<Clip> clip(int scene) throws IOException, InterruptedException {
      Normaliser.Order order =
          new Normaliser.Order(
              format,
              scene == 0 ? opening() : after(scene - 1),
              after(scene),
              folder.resolve("scene-" + scene));
      if (!(made.get(Scenes.shot(scene)) instanceof Outcome.Made(var shot))) {
        return Optional.of(standIn(scene, order));
      }
      Optional<Path> video = leases.path(files, Artifact.get(shot, Artifact.VIDEO).content());
      if (video.isEmpty()) {
        return Optional.empty();
      }
      return switch (normaliser.clip(video.get(), Sender.PROVIDER, order)) {
        case NormaliseResult.Ready(var clip) -> Optional.of(clip);
        case NormaliseResult.Heard heard -> throw new IllegalStateException(heard.toString());
        case NormaliseResult.Unusable(var problem, var detail) ->
            throw new ToolFailed("a shot cannot be used: " + problem + ", " + detail);
      };
    }

    private Optional<Path> still(int scene) throws IOException {
      Optional<String> content = scenes.still(scene, made);
      return content.isPresent() ? leases.path(files, content.get()) : Optional.empty();
    }

    private ClipTransition opening() {
      return scenes.film().title().isEmpty()
          ? ClipTransition.CUT
          : ClipTransition.crossfade(format.frames(CROSSFADE_SECONDS));
    }

    /// The card before the first scene, over its picture.
    private List<Cut> titles() throws IOException, InterruptedException {
      String title = scenes.film().title();
      return title.isEmpty()
          ? List.of()
          : List.of(
              new Cut(
                  card("title", title, 0, ClipTransition.CUT, opening()), Cut.AMBIENCE, opening()));
    }

    /// The card behind the last scene, over its picture.
    private List<Cut> ends() throws IOException, InterruptedException {
      String end = scenes.film().end();
      int last = scenes.count() - 1;
      ClipTransition next = ClipTransition.CUT;
      return end.isEmpty()
          ? List.of()
          : List.of(new Cut(card("end", end, last, after(last), next), Cut.AMBIENCE, next));
    }

    private Clip card(
        String name, String words, int scene, ClipTransition before, ClipTransition after)
        throws IOException, InterruptedException {
      int frames = format.frames(CARD_SECONDS) + before.frames() + after.frames();
      Overlay letters =
          Overlay.empty(format.size(), format.framesPerSecond())
              .withTitle(words, locale(), lettering);
      return normaliser.standIn(
          Card.of(still(scene), format.size(), format.framesPerSecond(), frames, letters),
          frames,
          new Normaliser.Order(format, before, after, folder.resolve(name)));
    }

    /// A still that says what it is, as long as the shot would have been.
    private Clip standIn(int scene, Normaliser.Order order)
        throws IOException, InterruptedException {
      String language = locale().getLanguage();
      String words =
          wording.say(language, Phrase.PICTURE_SCENE_MISSING.with(Argument.COUNT.of(scene + 1)));
      Overlay notice = Overlay.empty(format.size(), format.framesPerSecond());
      if (lettering.missing(words, locale()).isEmpty()) {
        notice = notice.withNotice(words, locale(), lettering);
      }
      int frames = format.frames(scenes.seconds(scene, made));
      return normaliser.standIn(
          MissingScene.of(still(scene), format.size(), frames, notice), frames, order);
    }

    private ClipTransition after(int scene) {
      if (scene + 1 == scenes.count()) {
        return scenes.film().end().isEmpty()
            ? ClipTransition.CUT
            : ClipTransition.dip(format.frames(DIP_SECONDS));
      }
      return switch (scenes.scene(scene).next()) {
        case CUT, CONTINUE -> ClipTransition.CUT;
        case CROSSFADE -> ClipTransition.crossfade(format.frames(CROSSFADE_SECONDS));
        case DIP -> ClipTransition.dip(format.frames(DIP_SECONDS));
      };
    }

    private Optional<Narration> narration(int scene, Artifact speech, double begin)
        throws IOException, InterruptedException {
      Optional<Path> sound = leases.path(files, speech.content());
      if (sound.isEmpty()) {
        return Optional.empty();
      }
      Path target = folder.resolve("voice-" + scene);
      return switch (normaliser.speech(sound.get(), Sender.PROVIDER, target)) {
        case NormaliseResult.Heard(var heard, _) ->
            Optional.of(new Narration(heard, (int) Math.round(begin * format.framesPerSecond())));
        case NormaliseResult.Ready ready -> throw new IllegalStateException(ready.toString());
        case NormaliseResult.Unusable(var problem, var detail) ->
            throw new ToolFailed("a voice cannot be used: " + problem + ", " + detail);
      };
    }

    /// When each word of a scene is heard in the film; none where nobody knows.
    private List<TimedWord> words(int scene, double begin) throws IOException {
      Optional<String> timings = Scenes.content(made, Scenes.voice(scene), Artifact.TIMINGS);
      Optional<Path> file =
          timings.isPresent() ? leases.path(files, timings.get()) : Optional.empty();
      if (file.isEmpty()) {
        return List.of();
      }
      Duration shift = Duration.ofMillis(Math.round(begin * 1000));
      return CaptionFiles.timings(file.get()).timedWords().stream()
          .map(word -> new TimedWord(word.text(), word.start().plus(shift), word.end().plus(shift)))
          .toList();
    }

    private List<Timeline.Overlay> overlays(List<TimedWord> words, int frames) {
      Overlay overlay = Overlay.empty(format.size(), format.framesPerSecond());
      if (scenes.film().captions() == Captions.BURNED && !words.isEmpty()) {
        overlay = overlay.withCaptions(words, locale(), lettering);
      }
      if (!scenes.film().label().isEmpty()) {
        overlay =
            overlay.withLabel(scenes.film().label(), locale(), lettering, Overlay.Behind.nothing());
      }
      return overlay.parts(frames).stream()
          .map(part -> new Timeline.Overlay(part.from(), part.end(), part.area(), part.painter()))
          .toList();
    }

    private Locale locale() {
      return Locale.forLanguageTag(scenes.board().language());
    }

    private List<Artifact> kept(Timeline timeline, int first, List<TimedWord> words)
        throws IOException, InterruptedException {
      Path video = folder.resolve("film.mp4");
      Path cover = folder.resolve("cover.jpg");
      Film film =
          stitcher.stitch(
              timeline, video, done -> progress.accept(NORMALISED + (1 - NORMALISED) * done));
      stitcher.cover(video, format.framesPerSecond(), timeline.coverFrame(), cover);
      List<Artifact> kept =
          new ArrayList<>(
              renders.keep(
                  new Render(
                      video, cover, format.size(), film.length(), format.framesPerSecond())));
      captions.write(scenes.film().captions(), words, locale()).ifPresent(kept::add);
      kept.add(
          text(Artifact.STORYBOARD, "application/json", StoryboardReader.write(scenes.board())));
      if (scenes.board().writer().equals(Storyboard.TEMPLATE)) {
        kept.add(text(Artifact.TEMPLATE, "text/plain", Storyboard.TEMPLATE));
      }
      for (int clip : film.standIns()) {
        int scene = clip - first;
        if (scene >= 0 && scene < scenes.count()) { // else it is a card
          kept.add(text(Artifact.missing(scene + 1), "text/plain", Scenes.shot(scene)));
        }
      }
      return kept;
    }

    private Artifact text(String role, String mediaType, String text) {
      try {
        Path file = files.scratch(".text");
        Files.writeString(file, text);
        StoredFile kept = files.put(file);
        return new Artifact(role, kept.content(), mediaType, kept.bytes(), 0, 0, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
