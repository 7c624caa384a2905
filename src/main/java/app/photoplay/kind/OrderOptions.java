package app.photoplay.kind;

import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.OptionSpec.Choice;
import app.photoplay.chat.OptionSpec.Values;
import app.photoplay.provider.Router;
import app.photoplay.provider.speech.SpeechStyle;
import app.photoplay.provider.video.CameraMove;
import app.photoplay.wording.Phrase;
import java.util.Arrays;
import java.util.List;

/// The options of the commands that order a video.
public final class OrderOptions {
  public static final int LEAST_SECONDS = 1;
  public static final int MOST_SECONDS = 60;

  /// Of what a clip shall show, in UTF-16 units.
  public static final int MOST_PROMPT = 2000;

  /// What a photo says: how long that may be is judged by the time it takes to say.
  private static final int MOST_SCRIPT = 6000;

  /// A voice's name is short.
  private static final int VOICE_UNITS = 100;

  public static final OptionSpec VOICE =
      new OptionSpec("voice", Phrase.OPTION_VOICE, new Values.Text(VOICE_UNITS, List::of))
          .asPreference();
  public static final OptionSpec SPEED =
      new OptionSpec(
              "speed",
              Phrase.OPTION_SPEED,
              new Values.Decimal(SpeechStyle.SLOWEST, SpeechStyle.FASTEST))
          .asPreference();
  public static final OptionSpec PITCH =
      new OptionSpec(
              "pitch",
              Phrase.OPTION_PITCH,
              new Values.Decimal(-SpeechStyle.MOST_SEMITONES, SpeechStyle.MOST_SEMITONES))
          .asPreference();
  public static final OptionSpec ASPECT =
      OptionSpec.oneOf(
              "aspect",
              Phrase.OPTION_ASPECT,
              new Choice("photo", Phrase.ASPECT_PHOTO),
              new Choice("1:1", Phrase.ASPECT_SQUARE),
              new Choice("9:16", Phrase.ASPECT_TALL),
              new Choice("16:9", Phrase.ASPECT_WIDE),
              new Choice("4:5", Phrase.ASPECT_PORTRAIT))
          .asPreference();
  public static final OptionSpec QUALITY =
      OptionSpec.oneOf(
              "quality",
              Phrase.OPTION_QUALITY,
              new Choice("economy", Phrase.QUALITY_ECONOMY),
              new Choice("standard", Phrase.QUALITY_STANDARD),
              new Choice("premium", Phrase.QUALITY_PREMIUM))
          .asPreference();
  public static final OptionSpec STYLE =
      OptionSpec.oneOf(
              "style",
              Phrase.OPTION_STYLE,
              new Choice("calm", Phrase.CHOICE_CALM),
              new Choice("lively", Phrase.CHOICE_LIVELY),
              new Choice("still", Phrase.CHOICE_STILL))
          .asPreference();
  public static final OptionSpec CAPTIONS =
      OptionSpec.oneOf(
              "captions",
              Phrase.OPTION_CAPTIONS,
              new Choice("off", Phrase.CAPTIONS_NONE),
              new Choice("burned", Phrase.CAPTIONS_BURNED),
              new Choice("srt", Phrase.CAPTIONS_SRT),
              new Choice("vtt", Phrase.CAPTIONS_VTT))
          .asPreference();
  public static final OptionSpec LABEL =
      OptionSpec.oneOf(
              "label",
              Phrase.OPTION_LABEL,
              new Choice("on", Phrase.SWITCH_ON),
              new Choice("off", Phrase.SWITCH_OFF))
          .asPreference();
  public static final OptionSpec SECONDS =
      new OptionSpec(
          "seconds", Phrase.OPTION_SECONDS, new Values.Whole(LEAST_SECONDS, MOST_SECONDS));
  public static final OptionSpec CAMERA =
      new OptionSpec(
          "camera",
          Phrase.OPTION_CAMERA,
          new Values.OneOf(
              Arrays.stream(CameraMove.values())
                  .map(move -> new Choice(move.label(), phrase(move)))
                  .toList(),
              written -> CameraMove.parse(written).map(CameraMove::label).orElse(written)));

  /// Which of several faces speaks: its number from the left, or the best one.
  public static final OptionSpec FACE =
      new OptionSpec("face", Phrase.OPTION_FACE, new Values.Text(10, List::of));

  /// Whether a slow zoom takes the place of a speaking face.
  public static final OptionSpec MOTION =
      OptionSpec.oneOf(
          "motion",
          Phrase.OPTION_MOTION,
          new Choice("talk", Phrase.MOTION_TALK),
          new Choice("zoom", Phrase.MOTION_ZOOM));

  /// The words that the photo says, where a platform has options for them.
  public static final OptionSpec SCRIPT =
      new OptionSpec("script", Phrase.OPTION_SCRIPT, new Values.Text(MOST_SCRIPT, List::of));

  /// The words that say what a clip shows, where a platform has options for them.
  public static final OptionSpec PROMPT =
      new OptionSpec("prompt", Phrase.OPTION_PROMPT, new Values.Text(MOST_PROMPT, List::of));

  /// A photo that comes along.
  public static final OptionSpec PHOTO_FILE =
      new OptionSpec("photo", Phrase.OPTION_PHOTO, new Values.File(List.of()));

  /// The person's own voice.
  public static final OptionSpec RECORDING =
      new OptionSpec("recording", Phrase.OPTION_RECORDING, new Values.File(List.of()));

  /// A photo that the program brings, where its name can be an option.
  public static final OptionSpec PHOTO =
      new OptionSpec("photo", Phrase.OPTION_PHOTO, new Values.File(List.of("sample")));

  /// Who makes it: this machine, or one that is paid.
  public static final OptionSpec PROVIDER =
      OptionSpec.oneOf(
          "provider",
          Phrase.OPTION_PROVIDER,
          new Choice(Router.LOCAL, Phrase.PROVIDER_LOCAL),
          new Choice("google", Phrase.PROVIDER_GOOGLE),
          new Choice("fal", Phrase.PROVIDER_FAL),
          new Choice("runway", Phrase.PROVIDER_RUNWAY),
          new Choice("minimax", Phrase.PROVIDER_MINIMAX),
          new Choice("openrouter", Phrase.PROVIDER_OPENROUTER),
          new Choice("openai", Phrase.PROVIDER_OPENAI),
          new Choice("d-id", Phrase.PROVIDER_D_ID),
          new Choice("elevenlabs", Phrase.PROVIDER_ELEVENLABS),
          new Choice("flow", Phrase.PROVIDER_FLOW));

  /// Those of a talking photo.
  public static final List<OptionSpec> TALK =
      List.of(
          VOICE, ASPECT, QUALITY, STYLE, CAPTIONS, LABEL, SPEED, PITCH, FACE, MOTION, PHOTO,
          PROVIDER);

  /// Those of a clip.
  public static final List<OptionSpec> CLIP =
      List.of(ASPECT, QUALITY, SECONDS, CAMERA, PHOTO, PROVIDER);

  /// What a film is about, in UTF-16 units: an idea or a whole script.
  public static final int MOST_IDEA = 12_000;

  private static final int LEAST_FILM_SECONDS = 10;
  private static final int MOST_FILM_SECONDS = 120;
  private static final int STYLE_UNITS = 200;
  private static final int CARD_UNITS = 80;
  private static final int CAST_UNITS = 1000;
  private static final int MOST_SCENES = 20;
  private static final int SCENE_UNITS = 600;

  /// Usual styles; any words will do.
  private static final List<String> FILM_STYLES =
      List.of("cinematic", "documentary", "anime", "watercolour", "3D", "pixel", "vintage");

  /// The words that say what a film is about, where a platform has options for them.
  public static final OptionSpec IDEA =
      new OptionSpec("idea", Phrase.OPTION_IDEA, new Values.Text(MOST_IDEA, List::of));

  public static final OptionSpec FILM_SECONDS =
      new OptionSpec(
          "seconds",
          Phrase.OPTION_FILM_SECONDS,
          new Values.Whole(LEAST_FILM_SECONDS, MOST_FILM_SECONDS));
  public static final OptionSpec FILM_STYLE =
      new OptionSpec(
          "style", Phrase.OPTION_FILM_STYLE, new Values.Text(STYLE_UNITS, () -> FILM_STYLES));
  public static final OptionSpec NARRATION =
      new OptionSpec("narration", Phrase.OPTION_NARRATION, new Values.Text(VOICE_UNITS, List::of));

  /// What stands on a card before the film.
  public static final OptionSpec FILM_TITLE =
      new OptionSpec("title", Phrase.OPTION_TITLE, new Values.Text(CARD_UNITS, List::of));

  /// What stands on a card behind it.
  public static final OptionSpec FILM_END =
      new OptionSpec("end", Phrase.OPTION_END, new Values.Text(CARD_UNITS, List::of));

  /// What people want to see before the rest is made.
  public static final OptionSpec REVIEW =
      OptionSpec.oneOf(
          "review",
          Phrase.OPTION_REVIEW,
          new Choice("none", Phrase.REVIEW_NONE),
          new Choice("storyboard", Phrase.REVIEW_STORYBOARD),
          new Choice("keyframes", Phrase.REVIEW_KEYFRAMES));

  /// Who of a person's cast is in it, also when the idea does not say so.
  public static final OptionSpec CAST =
      new OptionSpec("cast", Phrase.OPTION_CAST, new Values.Text(CAST_UNITS, List::of));

  /// Which scene of a film is meant.
  public static final OptionSpec SCENE_NUMBER =
      new OptionSpec("number", Phrase.OPTION_SCENE_NUMBER, new Values.Whole(1, MOST_SCENES));

  /// What is heard in it.
  public static final OptionSpec SCENE_WORDS =
      new OptionSpec("words", Phrase.OPTION_SCENE_WORDS, new Values.Text(SCENE_UNITS, List::of));

  /// What is seen in it.
  public static final OptionSpec SCENE_PICTURE =
      new OptionSpec(
          "picture", Phrase.OPTION_SCENE_PICTURE, new Values.Text(SCENE_UNITS, List::of));

  /// Those of a film.
  public static final List<OptionSpec> FILM =
      List.of(
          FILM_SECONDS,
          FILM_STYLE,
          ASPECT,
          QUALITY,
          NARRATION,
          CAPTIONS,
          FILM_TITLE,
          FILM_END,
          LABEL,
          REVIEW,
          PROVIDER,
          CAST);

  /// Those of a talking photo that say what it shall be like.
  public static final List<OptionSpec> TALK_PREFERENCES =
      TALK.stream().filter(OptionSpec::preference).toList();

  private OrderOptions() {}

  /// What people call a camera move.
  static Phrase phrase(CameraMove move) {
    return switch (move) {
      case STATIC_SHOT -> Phrase.CAMERA_STATIC_SHOT;
      case PUSH_IN -> Phrase.CAMERA_PUSH_IN;
      case PULL_OUT -> Phrase.CAMERA_PULL_OUT;
      case ZOOM_IN -> Phrase.CAMERA_ZOOM_IN;
      case ZOOM_OUT -> Phrase.CAMERA_ZOOM_OUT;
      case PAN_LEFT -> Phrase.CAMERA_PAN_LEFT;
      case PAN_RIGHT -> Phrase.CAMERA_PAN_RIGHT;
      case TILT_UP -> Phrase.CAMERA_TILT_UP;
      case TILT_DOWN -> Phrase.CAMERA_TILT_DOWN;
      case TRUCK_LEFT -> Phrase.CAMERA_TRUCK_LEFT;
      case TRUCK_RIGHT -> Phrase.CAMERA_TRUCK_RIGHT;
      case PEDESTAL_UP -> Phrase.CAMERA_PEDESTAL_UP;
      case PEDESTAL_DOWN -> Phrase.CAMERA_PEDESTAL_DOWN;
      case TRACKING_SHOT -> Phrase.CAMERA_TRACKING_SHOT;
      case SHAKE -> Phrase.CAMERA_SHAKE;
    };
  }
}
