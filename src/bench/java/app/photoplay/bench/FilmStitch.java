package app.photoplay.bench;

import app.photoplay.media.Size;
import app.photoplay.media.stitch.Clip;
import app.photoplay.media.stitch.ClipTransition;
import app.photoplay.media.stitch.Film;
import app.photoplay.media.stitch.Format;
import app.photoplay.media.stitch.NormaliseResult;
import app.photoplay.media.stitch.Normaliser;
import app.photoplay.media.stitch.Stitcher;
import app.photoplay.media.stitch.Timeline;
import app.photoplay.media.stitch.Timeline.Cut;
import app.photoplay.media.tool.Ffmpeg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A film of eight clips of 8 s with crossfades, 1280x720 at 25 fps, by the embedded ffmpeg: by the
/// stitcher, and encoded as a whole by ffmpeg's own filters; once of clips that are normalised
/// already, once with one that arrives in another size and rate, silent, with one key picture.
final class FilmStitch {
  private static final int RUNS = 3;
  private static final Format FORMAT = new Format(new Size(1280, 720), 25, 4_000_000);
  private static final ClipTransition FADE = ClipTransition.crossfade(12);

  private final Path folder;
  private final Path binary;
  private final Ffmpeg ffmpeg;

  private FilmStitch(Path folder) throws InterruptedException {
    this.folder = folder;
    ffmpeg = new Ffmpeg(null, "", folder.resolve("cache"));
    binary = ffmpeg.binary().path();
  }

  static void main() throws IOException, InterruptedException {
    Path folder = Folders.fresh("film");
    try {
      new FilmStitch(folder).measure();
    } finally {
      Folders.delete(folder);
    }
  }

  private void measure() throws IOException, InterruptedException {
    List<Path> equal = new ArrayList<>();
    List<Path> mixed = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String sound =
          "anoisesrc=c=pink:r=48000:d=8:seed=" + i + ",volume=" + (1 + i % 3) * -6 + "dB";
      equal.add(source(i, "testsrc2=s=1280x720:r=25:d=8,hue=h=" + 45 * i, sound, "-g 50"));
      mixed.add(equal.getLast());
    }
    mixed.set(3, source(8, "testsrc2=s=640x480:r=30:d=8", "", "-g 999 -sc_threshold 0"));
    List<Clip> clips = new ArrayList<>();
    for (Path file : equal) {
      clips.add(normalised(file, clips.size()));
    }
    round("60 s film of 8 clips, normalised", 3, equal, clips, -1);
    round("the same with a foreign clip", 2, mixed, clips, 3);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /// What a piece of work took: the processor time, ours and ffmpeg's, hardly depends on what else
  /// the machine does.
  private record Took(double seconds, double busy, double megabytes) {
    static Took by(Work work) throws IOException, InterruptedException {
      double busy = Machine.cpuSeconds();
      long begin = System.nanoTime();
      try (Memory memory = new Memory()) {
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Took(seconds, Machine.cpuSeconds() - busy, memory.megabytes());
      }
    }
  }

  /// @param foreign the clip that is normalised within the time that is measured, or -1
  private void round(String what, double target, List<Path> files, List<Clip> clips, int foreign)
      throws IOException, InterruptedException {
    List<Film> films = new ArrayList<>();
    Work stitching =
        () -> {
          List<Clip> used = new ArrayList<>(clips);
          if (foreign >= 0) {
            used.set(foreign, normalised(files.get(foreign), 8));
          }
          films.add(stitched(used, folder.resolve("film.mp4")));
        };
    stitching.run(); // to warm up
    List<Took> ours = new ArrayList<>();
    List<Took> whole = new ArrayList<>();
    Samples ratios = new Samples();
    for (int run = 0; run < RUNS; run++) {
      ours.add(Took.by(stitching));
      whole.add(Took.by(() -> encodedAsAWhole(files)));
      ratios.add(whole.getLast().seconds() / ours.getLast().seconds());
      System.err.println(what + ": " + ours.getLast() + ", as a whole " + whole.getLast());
    }
    print(what, target, ratios, ours, whole);
    print(what, films.getLast());
  }

  private static void print(
      String what, double target, Samples ratios, List<Took> ours, List<Took> whole) {
    Row.of(
            what + ", times as fast as one xfade and acrossfade",
            ">= " + target + "x",
            ratios.text(1, "x")
                + String.format(
                    Locale.ROOT,
                    ", %.2f s, %.1f core-s; as a whole %.2f s, %.1f core-s",
                    median(ours, Took::seconds),
                    median(ours, Took::busy),
                    median(whole, Took::seconds),
                    median(whole, Took::busy)),
            ratios.median() >= target)
        .print();
    double memory = ours.stream().mapToDouble(Took::megabytes).max().orElseThrow();
    double most = whole.stream().mapToDouble(Took::megabytes).max().orElseThrow();
    Row.of(
            what + ", peak memory with ffmpegs",
            "<= 500 MB",
            String.format(Locale.ROOT, "%.0f MB; as a whole %.0f MB", memory, most),
            memory <= 500)
        .print();
  }

  private static double median(List<Took> all, ToDoubleFunction<Took> value) {
    Samples samples = new Samples();
    all.forEach(took -> samples.add(value.applyAsDouble(took)));
    return samples.median();
  }

  private static void print(String what, Film film) {
    Row.of(
            what + ", loudness and true peak",
            "-16 +-0.5 LUFS, <= -1 dBTP",
            String.format(
                Locale.ROOT,
                "%.2f LUFS, %.2f dBTP, %d of %d pictures encoded",
                film.lufs(),
                film.peak(),
                film.encoded(),
                film.frames()),
            Math.abs(film.lufs() + 16) <= 0.5 && film.peak() <= -1)
        .print();
  }

  private Clip normalised(Path file, int place) throws InterruptedException {
    Normaliser.Order order =
        new Normaliser.Order(FORMAT, FADE, FADE, folder.resolve("clip" + place));
    NormaliseResult arrival =
        new Normaliser(ffmpeg, 2).clip(file, NormaliseResult.Sender.PROVIDER, order);
    if (arrival instanceof NormaliseResult.Ready(Clip clip)) {
      return clip;
    }
    throw new IllegalStateException(arrival.toString());
  }

  private Film stitched(List<Clip> clips, Path target) throws InterruptedException {
    List<Cut> cuts = clips.stream().map(it -> new Cut(it, Cut.SPOKEN, FADE)).toList();
    Timeline timeline = new Timeline(cuts, List.of(), List.of());
    return new Stitcher(ffmpeg, folder.resolve("work")).stitch(timeline, target, done -> {});
  }

  private Path source(int number, String picture, String sound, String keys)
      throws IOException, InterruptedException {
    Path file = folder.resolve("source" + number + ".mp4");
    List<String> words = new ArrayList<>(List.of("-f", "lavfi", "-i", picture));
    if (!sound.isEmpty()) {
      words.addAll(List.of("-f", "lavfi", "-i", sound));
    }
    add(words, "-c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -c:a aac -b:a 128k");
    add(words, keys);
    words.add(file.toString());
    run(words);
    return file;
  }

  /// What one would do without a stitcher: every picture is decoded, mixed and encoded.
  private void encodedAsAWhole(List<Path> files) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    StringBuilder graph = new StringBuilder();
    for (int i = 0; i < files.size(); i++) {
      words.addAll(List.of("-i", files.get(i).toString()));
      graph.append(
          "[%d:v]fps=25,scale=w=1280:h=720:force_original_aspect_ratio=decrease,".formatted(i));
      graph.append("pad=1280:720:-1:-1,setsar=1,format=yuv420p,settb=AVTB[v%d];".formatted(i));
      boolean silent = files.get(i).endsWith("source8.mp4");
      graph.append(
          silent
              ? "anullsrc=r=48000:cl=stereo,atrim=end=8[a%d];".formatted(i)
              : "[%d:a]aformat=sample_rates=48000:channel_layouts=stereo[a%d];".formatted(i, i));
    }
    for (int i = 1; i < files.size(); i++) {
      String before = i == 1 ? "0" : "x" + (i - 1);
      String at = String.format(Locale.ROOT, "%.2f", i * (8 - 0.48));
      graph.append("[v%s][v%d]xfade=duration=0.48:offset=%s[vx%d];".formatted(before, i, at, i));
      graph.append("[a%s][a%d]acrossfade=d=0.48[ax%d];".formatted(before, i, i));
    }
    graph.append("[ax7]loudnorm=I=-16:TP=-1.5,aformat=sample_fmts=fltp:sample_rates=48000[a]");
    words.addAll(List.of("-filter_complex", graph.toString(), "-map", "[vx7]", "-map", "[a]"));
    add(words, "-c:v libx264 -preset veryfast -crf 20 -c:a aac -b:a 128k");
    words.add(folder.resolve("whole.mp4").toString());
    run(words);
  }

  private void run(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(binary.toString()));
    add(command, "-hide_banner -nostdin -loglevel error -y");
    command.addAll(words);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static void add(List<String> words, String more) {
    words.addAll(List.of(more.split(" ", -1)));
  }
}
