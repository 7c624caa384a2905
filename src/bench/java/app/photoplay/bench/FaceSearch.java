package app.photoplay.bench;

import app.photoplay.media.Size;
import app.photoplay.media.face.Face;
import app.photoplay.media.face.FaceFinder;
import app.photoplay.media.picture.Picture;
import app.photoplay.media.picture.PictureAnswer;
import app.photoplay.media.picture.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which faces are found, in the pictures of a folder and in what [PhotoChange] makes of them, and
/// what a search costs. The folder is made by `src/bench/faces.sh`: `marked` holds pictures whose
/// eyes are listed in `src/bench/faces.tsv`, `painted` paintings and drawings of people, `none`
/// pictures without a face; of both there are two more folders: `tune`, which thresholds may be
/// chosen with, and `held`, which they must not be. `group` holds a photo whose faces are marked.
final class FaceSearch {
  private static final FaceFinder FINDER = new FaceFinder();
  private static final Pictures PICTURES = new Pictures();

  private FaceSearch() {}

  static void main() throws IOException {
    String folder = System.getenv("FACES");
    if (folder == null) {
      Row.of("faces", "skipped: FACES names no folder, see src/bench/README.md").print();
      return;
    }
    List<Marked> marked = marked(Path.of(folder).resolve("marked"));
    cost(marked);
    count("faces, as they are", marked, PhotoChange.none());
    for (PhotoChange change : PhotoChange.all()) {
      count("faces, " + change.name(), marked.stream().filter(Marked::plain).toList(), change);
    }
    group(Path.of(folder).resolve("group"));
    for (String half : new String[] {"", "-tune", "-held"}) {
      unmarked("paintings and drawings" + half, Path.of(folder).resolve("painted" + half));
      withoutFaces("pictures without faces" + half, Path.of(folder).resolve("none" + half));
    }
  }

  /// A photo of many people; the file beside it has four corners of each face, row before column.
  private static void group(Path folder) throws IOException {
    List<Face> marked = new ArrayList<>();
    double[] numbers =
        Files.readString(folder.resolve("ground_truth_detection.txt"))
            .lines()
            .filter(line -> !line.startsWith("detection"))
            .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)))
            .mapToDouble(Double::parseDouble)
            .toArray();
    for (int at = 0; at + 8 <= numbers.length; at += 8) {
      double side = numbers[at + 4] - numbers[at];
      marked.add(new Face(numbers[at + 1], numbers[at], side, side, Optional.empty(), 0));
    }
    Picture photo = picture(folder.resolve("1280px-Solvay_conference_1927.png")).orElseThrow();
    List<Face> found = FINDER.find(photo);
    long wrong = found.stream().filter(face -> marked.stream().noneMatch(m -> at(face, m))).count();
    long seen = marked.stream().filter(m -> found.stream().anyMatch(face -> at(face, m))).count();
    Row.of(
            "faces of a group (" + marked.size() + ")",
            "0 false",
            String.format(
                Locale.ROOT, "%d found, %d missed, %d false", seen, marked.size() - seen, wrong),
            wrong == 0)
        .print();
  }

  private static boolean at(Face face, Face marked) {
    return distance(face.centre(), marked.centre()) < 0.4 * marked.width();
  }

  /// A picture with the eyes of the person it is of.
  ///
  /// @param plain whether the face is upright, seen from the front and found as it is, so that a
  ///   change of the picture can be blamed when it is not found any more
  record Marked(String name, Picture picture, Face.Eyes eyes, boolean plain) {}

  private static List<Marked> marked(Path folder) throws IOException {
    List<Marked> marked = new ArrayList<>();
    for (String line : Files.readAllLines(Folders.home().resolve("src/bench/faces.tsv"))) {
      String[] cells = line.split("\t", -1);
      Optional<Picture> picture = picture(folder.resolve(cells[0]));
      if (picture.isPresent()) {
        Face.Eyes eyes =
            new Face.Eyes(
                new Face.Point(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])),
                new Face.Point(Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
        marked.add(new Marked(cells[0], picture.get(), eyes, cells[5].equals("plain")));
      }
    }
    return marked;
  }

  private static Optional<Picture> picture(Path file) {
    return Files.exists(file) && PICTURES.read(file) instanceof PictureAnswer.Decoded(var picture)
        ? Optional.of(picture)
        : Optional.empty();
  }

  private static void count(String what, List<Marked> marked, PhotoChange change) {
    Map<String, List<String>> names =
        marked.stream()
            .map(change::of)
            .collect(
                Collectors.groupingBy(
                    FaceSearch::outcome, Collectors.mapping(Marked::name, Collectors.toList())));
    String measured =
        Stream.of("found", "missed", "false")
            .map(outcome -> names.getOrDefault(outcome, List.of()).size() + " " + outcome)
            .collect(Collectors.joining(", "));
    boolean met = !names.containsKey("false");
    Row.of(what + " (" + marked.size() + ")", "0 false", measured, met).print();
    List<String> wrong = new ArrayList<>(names.getOrDefault("missed", List.of()));
    names.getOrDefault("false", List.of()).forEach(name -> wrong.add("FALSE " + name));
    System.err.println(what + ": " + wrong);
  }

  /// Found when the face that would speak has its eyes, seen or supposed, where they are.
  private static String outcome(Marked marked) {
    List<Face> faces = FINDER.find(marked.picture);
    if (faces.isEmpty()) {
      return "missed";
    }
    Face.Eyes eyes = faces.getFirst().eyesOrUsual();
    double apart = distance(marked.eyes.left(), marked.eyes.right());
    double off =
        Math.max(
            distance(eyes.left(), marked.eyes.left()), distance(eyes.right(), marked.eyes.right()));
    return off < 0.3 * apart ? "found" : "false";
  }

  private static double distance(Face.Point one, Face.Point other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  private static void unmarked(String what, Path folder) throws IOException {
    int[] counts = new int[2];
    each(folder, (_, picture) -> counts[FINDER.find(picture).isEmpty() ? 0 : 1]++);
    Row.of(what, counts[1] + " found, " + counts[0] + " missed (places not checked)").print();
  }

  private static void withoutFaces(String what, Path folder) throws IOException {
    List<String> talkers = new ArrayList<>();
    int[] count = new int[1];
    each(
        folder,
        (file, picture) -> {
          count[0]++;
          if (!FINDER.find(picture).isEmpty()) {
            talkers.add(String.valueOf(file.getFileName()));
          }
        });
    System.err.println(what + ", false talkers: " + talkers);
    Row.of(what + " (" + count[0] + ")", "0 false", talkers.size() + " false", talkers.isEmpty())
        .print();
  }

  private interface Look {
    void at(Path file, Picture picture);
  }

  private static void each(Path folder, Look look) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(file -> picture(file).ifPresent(picture -> look.at(file, picture)));
    }
  }

  /// What a search costs where there is an upright face: in a program that has just started, and
  /// warm. Processor time, of all threads, because other programs' load changes it less.
  private static void cost(List<Marked> marked) throws IOException {
    List<Marked> plain = marked.stream().filter(Marked::plain).toList();
    Picture first = with720Rows(plain.getFirst().picture);
    double before = Machine.cpuSeconds();
    FINDER.find(first);
    double cold = 1000 * (Machine.cpuSeconds() - before);
    Row.of(
            "first search, 720 rows, processor time",
            "150 ms",
            String.format(Locale.ROOT, "%.0f ms", cold),
            cold <= 150)
        .print();
    List<Picture> usual = plain.stream().map(it -> with720Rows(it.picture)).toList();
    Samples times = new Samples();
    for (int round = 0; round < 8; round++) {
      double begin = Machine.cpuSeconds();
      usual.forEach(FINDER::find);
      if (round > 2) {
        times.add(1000 * (Machine.cpuSeconds() - begin) / usual.size());
      }
    }
    Row.of(
            "search of an upright face, 720 rows, warm, processor time",
            "60 ms",
            times.text(0, " ms"),
            times.median() <= 60)
        .print();
  }

  private static Picture with720Rows(Picture picture) {
    return picture.scaledTo(new Size(picture.width() * 720 / picture.height(), 720));
  }
}
