package app.photoplay.bench;

import app.photoplay.job.Codec;
import app.photoplay.media.Quality;
import app.photoplay.media.Shape;
import app.photoplay.media.Size;
import app.photoplay.media.caption.Lettering;
import app.photoplay.media.caption.TimedWord;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Pictures;
import app.photoplay.media.stitch.Clip;
import app.photoplay.media.stitch.ClipTransition;
import app.photoplay.media.stitch.Film;
import app.photoplay.media.stitch.Format;
import app.photoplay.media.stitch.NormaliseResult;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.media.stitch.Timeline;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.Render;
import app.photoplay.provider.Result;
import app.photoplay.provider.image.ImagePrompt;
import app.photoplay.provider.local.LocalSpeechModel;
import app.photoplay.provider.local.scene.LocalImageModel;
import app.photoplay.provider.local.scene.LocalVideoModel;
import app.photoplay.provider.speech.GeneratedSpeech;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.SpeechTimings;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.provider.video.ShotSize;
import app.photoplay.provider.video.VideoPrompt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A whole film made offline by a warm program: speech, keyframes, shots, normalised clips and the
/// stitched film with captions, one after another with two threads; beside it the same stills moved
/// and faded by ffmpeg's own filters (zoompan, xfade, acrossfade), which has no captions.
final class OfflineFilm {
  private static final int RUNS = 2;
  private static final List<String> HOURS =
      List.of("dawn", "day", "day", "dusk", "night", "night", "dawn", "day");
  private static final List<ShotSize> SIZES =
      List.of(ShotSize.EXTREME_WIDE, ShotSize.MEDIUM, ShotSize.CLOSE_UP, ShotSize.WIDE);
  private static final List<CameraMove> MOVES =
      List.of(
          CameraMove.PUSH_IN,
          CameraMove.TRUCK_RIGHT,
          CameraMove.ZOOM_IN,
          CameraMove.PAN_LEFT,
          CameraMove.TRACKING_SHOT,
          CameraMove.TILT_UP,
          CameraMove.STATIC_SHOT,
          CameraMove.PULL_OUT);
  private static final List<String> LINES =
      List.of(
          "It begins when a lighthouse keeper befriends a storm.",
          "At first, everything around the keeper is quiet.",
          "Then something changes, and the wind begins to sing.",
          "Step by step, the keeper must find a way to the sea.",
          "For a moment it seems that all is lost.",
          "But there is more to the storm than anybody thought.",
          "Everything has led to this moment.",
          "And that is how a lighthouse keeper befriends a storm.");

  private final Path folder;
  private final Ffmpeg ffmpeg;
  private final LocalSpeechModel voice;
  private final LocalImageModel painter;
  private final LocalVideoModel camera;
  private final Lettering lettering;

  private OfflineFilm(Path folder) {
    this.folder = folder;
    Path work = folder.resolve("work");
    ffmpeg = new Ffmpeg(null, "", folder.resolve("cache"));
    voice = new LocalSpeechModel(work);
    painter = new LocalImageModel(work);
    camera = new LocalVideoModel(ffmpeg, new Pictures(), new FaceFinder(), work, 2);
    lettering = new Lettering(folder.resolve("cache"));
  }

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("offline");
    try {
      OfflineFilm bench = new OfflineFilm(folder);
      var _ = bench.make(2, 2, Quality.ECONOMY, new Clock()); // to warm up
      bench.measure("30 s film of 5 scenes", 5, 6, Quality.STANDARD, 12);
      bench.measure("60 s film of 8 scenes", 8, 7.5, Quality.STANDARD, 24);
      bench.measure("30 s film of 5 scenes", 5, 6, Quality.ECONOMY, 12);
    } finally {
      Folders.delete(folder);
    }
  }

  /// What each piece of the work took: seconds, and processor seconds.
  private static final class Clock {
    final Map<String, double[]> pieces = new LinkedHashMap<>();
    private long begin = System.nanoTime();
    private double busy;

    Clock() throws IOException {
      busy = Machine.cpuSeconds();
    }

    void stop(String piece) throws IOException {
      double[] sum = pieces.computeIfAbsent(piece, _ -> new double[2]);
      double busyNow = Machine.cpuSeconds();
      sum[0] += (System.nanoTime() - begin) / 1e9;
      sum[1] += busyNow - busy;
      begin = System.nanoTime();
      busy = busyNow;
    }

    double total(int kind) {
      return pieces.values().stream().mapToDouble(it -> it[kind]).sum();
    }

    String text() {
      StringBuilder text = new StringBuilder();
      pieces.forEach((piece, took) ->
          text.append(String.format(Locale.ROOT, "%s %.1f s/%.1f, ", piece, took[0], took[1])));
      return text + String.format(Locale.ROOT, "all %.1f core-s", total(1));
    }
  }

  /// @param stills the keyframes
  private record Made(Film film, List<Path> stills) {}

  private void measure(String what, int scenes, double seconds, Quality quality, double most)
      throws IOException, InterruptedException {
    Samples totals = new Samples();
    Samples ratios = new Samples();
    Clock last = new Clock();
    double memory = 0;
    double plain = 0;
    for (int run = 0; run < RUNS; run++) {
      last = new Clock();
      Made made;
      try (Memory watched = new Memory()) {
        made = make(scenes, seconds, quality, last);
        memory = Math.max(memory, watched.megabytes());
      }
      totals.add(last.total(0));
      Clock other = new Clock();
      asAWhole(made.stills(), seconds, quality);
      other.stop("plain");
      plain = other.total(1);
      ratios.add(other.total(0) / last.total(0));
      System.err.println(last.text());
    }
    String name = what + ", " + quality.label() + ", offline, warm";
    double realtime = scenes * seconds / totals.median();
    Row.of(
            name,
            "<= " + Math.round(most) + " s",
            totals.text(1, " s") + String.format(Locale.ROOT, ", %.1fx realtime", realtime),
            totals.median() <= most)
        .print();
    Row.of(name + ", its pieces, seconds/core-seconds", last.text()).print();
    Row.of(
            name + ", times as fast as plain zoompan, xfade and acrossfade",
            ">= 4x",
            ratios.text(1, "x") + String.format(Locale.ROOT, ", plain %.1f core-s", plain),
            ratios.median() >= 4)
        .print();
    Row.of(
            name + ", peak memory with ffmpegs",
            "<= 500 MB",
            String.format(Locale.ROOT, "%.0f MB", memory),
            memory <= 500)
        .print();
  }

  private Made make(int scenes, double seconds, Quality quality, Clock clock)
      throws IOException, InterruptedException {
    Size size = Shape.WIDE.canvas(new Size(16, 9), quality);
    Format format = Format.of(size, quality);
    ClipTransition fade = ClipTransition.crossfade(quality.framesPerSecond() / 2);
    List<Path> stills = new ArrayList<>();
    List<Timeline.Cut> cuts = new ArrayList<>();
    List<GeneratedSpeech> speeches = new ArrayList<>();
    List<Path> speech = new ArrayList<>();
    for (int i = 0; i < scenes; i++) {
      speeches.add(done(voice.make(new SpeechPrompt(LINES.get(i), "slt"), _ -> {})));
    }
    clock.stop("speech");
    for (int i = 0; i < scenes; i++) {
      stills.add(
          done(painter.make(
                  new ImagePrompt(words(i), "", SIZES.get(i % 4), size, 1, List.of()), _ -> {}))
              .picture());
    }
    clock.stop("keyframes");
    Normaliser normaliser = new Normaliser(ffmpeg, 2);
    for (int i = 0; i < scenes; i++) {
      VideoPrompt prompt =
          new VideoPrompt(
              words(i),
              "",
              "",
              Optional.of(stills.get(i)),
              Optional.empty(),
              seconds,
              Shape.WIDE,
              quality,
              MOVES.get(i),
              SIZES.get(i % 4),
              1);
      Render shot = done(camera.make(prompt, _ -> {}));
      clock.stop("shots");
      Path into = folder.resolve("clip" + i);
      Normaliser.Order order =
          new Normaliser.Order(
              format,
              i == 0 ? ClipTransition.CUT : fade,
              i == scenes - 1 ? ClipTransition.CUT : fade,
              into);
      NormaliseResult ready = normaliser.clip(shot.video(), NormaliseResult.Sender.PROVIDER, order);
      if (!(ready instanceof NormaliseResult.Ready(Clip clip))) {
        throw new IllegalStateException(ready.toString());
      }
      cuts.add(new Timeline.Cut(clip, Timeline.Cut.AMBIENCE, fade));
      Path heard = folder.resolve("speech" + i);
      normaliser.speech(speeches.get(i).sound(), NormaliseResult.Sender.PROVIDER, heard);
      speech.add(heard);
      Files.delete(shot.video());
      Files.delete(shot.cover());
      clock.stop("clips");
    }
    Timeline bare = new Timeline(cuts, List.of(), List.of());
    Film film =
        new Stitcher(ffmpeg, folder.resolve("stitch"))
            .stitch(timeline(bare, speeches, speech, size), folder.resolve("film.mp4"), _ -> {});
    clock.stop("film");
    return new Made(film, stills);
  }

  private static String words(int scene) {
    return "a lighthouse keeper befriends a storm, " + HOURS.get(scene);
  }

  private Timeline timeline(
      Timeline bare, List<GeneratedSpeech> speeches, List<Path> sounds, Size size)
      throws IOException {
    int rate = bare.format().framesPerSecond();
    List<Timeline.Narration> narrations = new ArrayList<>();
    List<TimedWord> words = new ArrayList<>();
    Codec<SpeechTimings> codec = Codec.json(SpeechTimings.class);
    for (int i = 0; i < sounds.size(); i++) {
      int from = bare.starts().get(i) + rate / 2;
      Duration start = Duration.ofMillis(1000L * from / rate);
      narrations.add(new Timeline.Narration(sounds.get(i), from));
      for (TimedWord word :
          codec.decode(Files.readString(speeches.get(i).timings())).timedWords()) {
        words.add(new TimedWord(word.text(), word.start().plus(start), word.end().plus(start)));
      }
    }
    var captions =
        app.photoplay.media.caption.Overlay.empty(size, rate)
            .withCaptions(words, Locale.ENGLISH, lettering);
    List<Timeline.Overlay> overlays =
        captions.parts(bare.frames()).stream()
            .map(part -> new Timeline.Overlay(part.from(), part.end(), part.area(), part.painter()))
            .toList();
    return new Timeline(bare.cuts(), narrations, overlays);
  }

  private static <T> T done(Result<T> result) {
    if (result instanceof Result.Ready<T>(T value)) {
      return value;
    }
    throw new IllegalStateException(result.toString());
  }

  private void asAWhole(List<Path> stills, double seconds, Quality quality)
      throws IOException, InterruptedException {
    Size size = Shape.WIDE.canvas(new Size(16, 9), quality);
    int rate = quality.framesPerSecond();
    double fade = 0.5;
    List<String> words = new ArrayList<>(List.of(ffmpeg.binary().path().toString()));
    words.addAll(List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
    StringBuilder graph = new StringBuilder();
    for (int i = 0; i < stills.size(); i++) {
      words.addAll(List.of("-i", stills.get(i).toString()));
      // enlarged first, because zoompan moves by whole pixels and trembles otherwise
      graph.append(
          String.format(
              Locale.ROOT,
              "[%d:v]scale=%d:-2,zoompan=z='1+0.0006*on':d=%d:s=%s:fps=%d,setsar=1,"
                  + "format=yuv420p,settb=AVTB[v%d];"
                  + "anoisesrc=r=48000:d=%f:a=0.02,aformat=channel_layouts=stereo[a%d];",
              i,
              2 * size.width(),
              Math.round(seconds * rate),
              size,
              rate,
              i,
              seconds,
              i));
    }
    for (int i = 1; i < stills.size(); i++) {
      String before = i == 1 ? "0" : "x" + (i - 1);
      String at = String.format(Locale.ROOT, "%.2f", i * (seconds - fade));
      graph.append("[v%s][v%d]xfade=duration=0.5:offset=%s[vx%d];".formatted(before, i, at, i));
      graph.append("[a%s][a%d]acrossfade=d=0.5[ax%d];".formatted(before, i, i));
    }
    int last = stills.size() - 1;
    words.addAll(List.of("-filter_complex", graph.substring(0, graph.length() - 1)));
    words.addAll(List.of("-map", "[vx" + last + "]", "-map", "[ax" + last + "]"));
    words.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-c:a", "aac"));
    words.add(folder.resolve("plain.mp4").toString());
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}
