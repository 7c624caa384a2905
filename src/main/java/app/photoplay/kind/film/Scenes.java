package app.photoplay.kind.film;

import app.photoplay.job.Artifact;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Outcome;
import app.photoplay.kind.cast.Names;
import app.photoplay.kind.clip.ClipRequest;
import app.photoplay.kind.image.ImageRequest;
import app.photoplay.kind.speech.SpeechRequest;
import app.photoplay.kind.talk.TalkRequest;
import app.photoplay.media.caption.Captions;
import app.photoplay.provider.talk.Motion;
import app.photoplay.provider.talk.Style;
import app.photoplay.provider.text.Storyboard;
import app.photoplay.provider.text.Storyboard.Scene;
import app.photoplay.provider.text.Storyboard.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the scenes of one storyboard ask of other kinds. A scene's pieces depend on nothing but the
/// scene itself and, where pictures shall resemble one another, on those before it: who changes one
/// scene finds the pieces of all others again.
///
/// @param shots the lengths in seconds that can be filmed, ascending
/// @param endings whether somebody films towards a last picture
record Scenes(FilmRequest film, Storyboard board, List<Integer> shots, boolean endings) {
  /// Seconds from a cut to the first word.
  static final double LEAD = 0.4;

  /// Seconds from the last word to the next cut.
  private static final double TAIL = 0.4;

  Scenes(FilmRequest film, Storyboard board, List<Integer> shots) {
    this(film, board, shots, true);
  }

  int count() {
    return board.scenes().size();
  }

  Scene scene(int number) {
    return board.scenes().get(number);
  }

  static String frame(int scene) {
    return "frame-" + (scene + 1);
  }

  static String voice(int scene) {
    return "voice-" + (scene + 1);
  }

  static String shot(int scene) {
    return "shot-" + (scene + 1);
  }

  /// The picture that a scene begins with. It resembles the photos of those of the cast who are
  /// named in it.
  ///
  /// @param before the pictures of earlier scenes that it should resemble
  ImageRequest picture(int number, List<String> before) {
    Scene scene = scene(number);
    return new ImageRequest(
        seen(scene),
        board.style(),
        scene.shot(),
        film.shape(),
        film.quality(),
        seed(scene),
        Stream.concat(photos(scene), before.stream()).toList(),
        film.provider());
  }

  /// Of those of the cast who are to be seen, and of nobody else.
  private Stream<String> photos(Scene scene) {
    return film.cast().stream()
        .filter(member -> Names.occurs(member.name(), scene.picture()))
        .map(CastMember::photo)
        .filter(Objects::nonNull);
  }

  /// What is heard in each scene in which something is.
  Map<String, JobRequest> voices() {
    Map<String, JobRequest> voices = new LinkedHashMap<>();
    for (int i = 0; i < count(); i++) {
      int number = i;
      speech(i).ifPresent(speech -> voices.put(voice(number), speech));
    }
    return voices;
  }

  Optional<SpeechRequest> speech(int number) {
    Scene scene = scene(number);
    String voice =
        face(scene).map(CastMember::voice).filter(it -> !it.isEmpty()).orElse(film.voice());
    return scene.words().isBlank() || voice.isEmpty()
        ? Optional.empty()
        : Optional.of(new SpeechRequest(scene.words(), voice));
  }

  /// The storyboard without the words that nobody will say, as those of a film without a narrator.
  static Storyboard heard(FilmRequest film, Storyboard board) {
    Scenes scenes = new Scenes(film, board, List.of());
    return new Storyboard(
        board.writer(),
        board.title(),
        board.style(),
        board.language(),
        board.cast(),
        IntStream.range(0, scenes.count())
            .mapToObj(i -> scenes.speech(i).isPresent() ? scenes.scene(i) : silent(scenes.scene(i)))
            .toList());
  }

  private static Scene silent(Scene scene) {
    return new Scene(
        scene.seconds(),
        scene.picture(),
        scene.ending(),
        scene.motion(),
        scene.shot(),
        scene.camera(),
        "",
        "",
        scene.next(),
        scene.take(),
        scene.frame());
  }

  /// Whose face is to be seen saying the words: one that people gave, since nobody may be made to
  /// speak who was not asked.
  private Optional<CastMember> face(Scene scene) {
    return scene.spoken()
        ? film.cast().stream()
            .filter(member -> member.speaks() && Names.alike(member.name(), scene.speaker()))
            .findFirst()
        : Optional.empty();
  }

  /// The moving picture of a scene; empty when there is no picture to begin with.
  Optional<? extends JobRequest> shot(int number, Map<String, Outcome> made) {
    Optional<TalkRequest> talk = talk(number);
    if (talk.isPresent()) {
      return talk;
    }
    Optional<String> first = frame(number, made);
    Optional<String> last =
        endings && scene(number).next() == Transition.CONTINUE && number + 1 < count()
            ? frame(number + 1, made)
            : Optional.empty();
    return first.map(_ -> filmed(number, first, last, seconds(number, made)));
  }

  /// Long enough for what is heard.
  int seconds(int number, Map<String, Outcome> made) {
    return seconds(
        number,
        artifact(made, voice(number), Artifact.SPEECH)
            .map(speech -> speech.millis() / 1000.0)
            .orElse(0.0));
  }

  /// What can be shown of a scene without a shot.
  Optional<String> still(int number, Map<String, Outcome> made) {
    return frame(number, made).or(() -> face(scene(number)).map(CastMember::photo));
  }

  /// The picture that a scene begins with: a person's own, or the one that was painted.
  Optional<String> frame(int number, Map<String, Outcome> made) {
    String own = scene(number).frame();
    return own.isEmpty() ? content(made, frame(number), Artifact.PICTURE) : Optional.of(own);
  }

  /// A scene in which somebody is seen who says the words.
  Optional<TalkRequest> talk(int number) {
    Optional<String> photo = face(scene(number)).map(CastMember::photo);
    return speech(number)
        .flatMap(speech ->
            photo.map(face ->
                new TalkRequest(
                        face,
                        speech.words(),
                        speech.voice(),
                        film.shape(),
                        film.quality(),
                        Motion.TALK,
                        Style.LIVELY,
                        Captions.OFF,
                        "")
                    .by(film.provider())));
  }

  ClipRequest filmed(int number, Optional<String> first, Optional<String> last, int seconds) {
    Scene scene = scene(number);
    return new ClipRequest(
        seen(scene),
        first,
        last,
        seconds,
        film.shape(),
        film.quality(),
        scene.camera(),
        scene.shot(),
        board.style(),
        scene.motion(),
        seed(scene),
        true,
        film.provider());
  }

  /// Long enough for its words.
  ///
  /// @param words how many seconds they take
  int seconds(int number, double words) {
    double least = Math.max(scene(number).seconds(), words == 0 ? 0 : around(words));
    return shots.stream().filter(it -> it >= least).findFirst().orElse(shots.getLast());
  }

  /// Seconds of a scene in which so many are spoken.
  static double around(double words) {
    return LEAD + words + TAIL;
  }

  /// Other takes of a scene are other pictures.
  private long seed(Scene scene) {
    return film.seed() + scene.take();
  }

  /// What is to be seen, with the looks of those of the cast who are named.
  private String seen(Scene scene) {
    String picture = scene.picture();
    String looks =
        board.cast().stream()
            .filter(role -> !role.looks().isBlank() && Names.occurs(role.name(), picture))
            .map(role -> role.name() + ": " + role.looks())
            .collect(Collectors.joining("; "));
    return looks.isEmpty() ? picture : picture + ". " + looks;
  }

  /// The places, from 0, of the scenes that are to be painted.
  List<Integer> painted() {
    return IntStream.range(0, count())
        .filter(i -> talk(i).isEmpty() && scene(i).frame().isEmpty())
        .boxed()
        .toList();
  }

  static Optional<String> content(Map<String, Outcome> made, String child, String role) {
    return artifact(made, child, role).map(Artifact::content);
  }

  static Optional<Artifact> artifact(Map<String, Outcome> made, String child, String role) {
    return made.get(child) instanceof Outcome.Made(var artifacts)
        ? Artifact.find(artifacts, role)
        : Optional.empty();
  }
}
