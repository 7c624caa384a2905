package app.photoplay.wording;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The sentences people read, each with the arguments that its text has in every language. Its
/// lower-case name is the key in the language files.
@SuppressWarnings("ImmutableEnumChecker") // its collections are unmodifiable
public enum Phrase implements Sentence {
  // what the bot is
  HELP(Argument.LINES),
  HELP_TYPED(Argument.LINES),
  HELP_LINE(Argument.COMMAND, Argument.DESCRIPTION),
  HELP_OPTION(Argument.OPTION, Argument.LABEL),
  HELP_OPTION_CHOICES(Argument.OPTION, Argument.LABEL, Argument.CHOICES),
  COMMAND_START,
  COMMAND_HELP,
  COMMAND_TALK,
  COMMAND_CLIP,
  COMMAND_JOBS,
  COMMAND_JOB,
  COMMAND_CANCEL,
  COMMAND_AGAIN,
  COMMAND_BUDGET,
  COMMAND_RECEIPT,
  COMMAND_STATUS,
  COMMAND_SETTINGS,
  COMMAND_VOICES,
  COMMAND_PRIVACY,
  COMMAND_OPS,
  MENU_TALK,
  MENU_CLIP,
  PRIVACY(Argument.DAYS),
  UNKNOWN_COMMAND(Argument.COMMAND),
  UNKNOWN_OPTION(Argument.VALUE, Argument.OPTION, Argument.CHOICES),
  UNKNOWN_OPTION_NEAREST(Argument.VALUE, Argument.OPTION, Argument.NEAREST, Argument.CHOICES),
  OPTION_UNKNOWN(Argument.COMMAND, Argument.OPTION, Argument.NEAREST),
  OPTION_WHOLE(Argument.VALUE, Argument.OPTION, Argument.CHOICES),
  OPTION_MISSING(Argument.COMMAND, Argument.OPTION, Argument.LABEL),
  HELP_OPTIONS(Argument.LINES, Argument.COMMAND),
  HELP_OPTIONS_TYPED(Argument.LINES),
  OPTION_VOICE,
  OPTION_SPEED,
  OPTION_PITCH,
  OPTION_ASPECT,
  ASPECT_PHOTO,
  ASPECT_SQUARE,
  ASPECT_TALL,
  ASPECT_WIDE,
  ASPECT_PORTRAIT,
  OPTION_QUALITY,
  QUALITY_ECONOMY,
  QUALITY_STANDARD,
  QUALITY_PREMIUM,
  OPTION_STYLE,
  OPTION_CAPTIONS,
  CAPTIONS_NONE,
  CAPTIONS_BURNED,
  CAPTIONS_SRT,
  CAPTIONS_VTT,
  OPTION_LABEL,
  SWITCH_ON,
  SWITCH_OFF,
  OPTION_SECONDS,
  OPTION_CAMERA,
  OPTION_FACE,
  OPTION_MOTION,
  MOTION_TALK,
  MOTION_ZOOM,
  OPTION_PHOTO,
  OPTION_SCRIPT,
  OPTION_PROMPT,
  OPTION_RECORDING,
  OPTION_CODE,
  OPTION_COMMAND,
  OPTION_CHANGE,
  OPTION_OPS,
  CAMERA_STATIC_SHOT,
  CAMERA_PUSH_IN,
  CAMERA_PULL_OUT,
  CAMERA_ZOOM_IN,
  CAMERA_ZOOM_OUT,
  CAMERA_PAN_LEFT,
  CAMERA_PAN_RIGHT,
  CAMERA_TILT_UP,
  CAMERA_TILT_DOWN,
  CAMERA_TRUCK_LEFT,
  CAMERA_TRUCK_RIGHT,
  CAMERA_PEDESTAL_UP,
  CAMERA_PEDESTAL_DOWN,
  CAMERA_TRACKING_SHOT,
  CAMERA_SHAKE,

  // asking for what is missing
  ASK_WORDS,
  ASK_WORDS_GROUP,
  ASK_PHOTO,
  ASK_PHOTO_TYPED,
  ASK_CLIP,
  CLIP_WORDS_UNKNOWN,
  PROMPT_TOO_LONG(Argument.LIMIT),
  FILE_NOT_TAKEN,
  ASK_PHOTO_FOR_SOUND,

  // photos that cannot be used
  PHOTO_EMPTY,
  PHOTO_UNREADABLE,
  PHOTO_BROKEN,
  PHOTO_ANIMATED,
  PHOTO_TOO_MANY_PIXELS,
  PHOTO_TOO_LARGE(Argument.LIMIT),
  PHOTO_TOO_SMALL,
  PHOTO_HEIC,
  PHOTO_EXPIRED,
  PHOTO_UNREACHABLE,
  NO_FACE_ASK,
  NO_FACE_ASK_GROUP,
  NO_FACE_OFFER,
  FACE_SMALL,
  WHICH_FACE(Argument.COUNT),

  // recordings that cannot be used
  SOUND_EMPTY,
  SOUND_UNREADABLE,
  SOUND_BROKEN,
  SOUND_SILENT,
  SOUND_TOO_LONG(Argument.SECONDS, Argument.LIMIT),
  SOUND_TOO_LONG_MINUTES(Argument.MINUTES, Argument.LIMIT),
  SOUND_TOO_LARGE(Argument.LIMIT),
  SOUND_NEEDS_FFMPEG,
  SOUND_EXPIRED,
  SOUND_UNREACHABLE,

  // words that cannot be spoken
  WORDS_MISSING,
  WORDS_UNSPEAKABLE,
  WORDS_UNSPEAKABLE_SOME(Argument.VOICE, Argument.WORDS),
  WORDS_TOO_LONG(Argument.SECONDS, Argument.LIMIT),
  WORDS_TOO_LONG_CUT(Argument.SECONDS, Argument.LIMIT, Argument.SENTENCE),
  NO_SUCH_VOICE(Argument.VOICE, Argument.VOICES),
  LETTERS_MISSING(Argument.PACKAGE),
  CAPTIONS_NEED_WORDS,

  // orders that are not taken
  OVER_BUDGET(Argument.PRICE, Argument.LEFT, Argument.RESETS),
  OVER_BUDGET_SHARED(Argument.PRICE, Argument.LEFT, Argument.RESETS),
  OVER_BUDGET_GROUP(Argument.PRICE, Argument.LEFT, Argument.RESETS),
  OVER_BUDGET_ALTERNATIVES,
  TOO_MANY_JOBS(Argument.LIMIT),
  QUEUE_FULL,
  QUEUE_FULL_UNTIL(Argument.MINUTES),
  UNAVAILABLE,
  DISK_FULL,
  NO_ROOM,
  OFFER_GONE,
  DRAFT_CHANGED,
  DRAFT_ENDED(Argument.WHEN),
  DRAFT_UNTIL(Argument.WHEN),
  PRESS_UNKNOWN,
  SOMETHING_BROKE,

  // progress
  PROGRESS_STARTING,
  PROGRESS_WAITING,
  PROGRESS_AHEAD(Argument.AHEAD),
  PROGRESS_SPEAKING,
  PROGRESS_RENDERING,
  PROGRESS_FILMING,
  PROGRESS_WORKING,
  PROGRESS_FITTING,
  PROGRESS_PERCENT(Argument.STAGE, Argument.PERCENT),
  PROGRESS_HELD(Argument.PRICE),

  // results
  PROGRESS_REFUNDED,
  OUTCOME_UNKNOWN(Argument.PRICE, Argument.CODE),
  RESULT(Argument.SECONDS, Argument.PRICE, Argument.CODE),
  RESULT_FROM_CACHE(Argument.SECONDS, Argument.PRICE, Argument.CODE),
  RESULT_LABEL,
  PICTURE_LABEL,
  RESULT_READY,
  RESULT_NOT_READY,
  RESULT_SMALLER(Argument.MEGABYTES, Argument.LIMIT),
  RESULT_LINK(Argument.MEGABYTES, Argument.LIMIT, Argument.DAYS),
  RESULT_TOO_LARGE(Argument.MEGABYTES, Argument.LIMIT, Argument.CODE),
  RESULT_GONE,
  RESULT_REFUSED(Argument.CODE),
  CANCELLED(Argument.SPENT, Argument.CODE),
  CANCELLED_NOTHING_CHARGED(Argument.CODE),

  // failures, one a code
  FAILED(Argument.REASON, Argument.CODE),
  FAILED_BAD_PHOTO,
  FAILED_NO_FACE,
  FAILED_BAD_SOUND,
  FAILED_UNSPEAKABLE,
  FAILED_NO_WORDS,
  FAILED_TOO_LONG(Argument.LIMIT),
  FAILED_NO_SUCH_VOICE,
  FAILED_POLICY,
  FAILED_NO_WORD_TIMES,
  FAILED_FILE_GONE,
  FAILED_DISK_FULL,
  FAILED_PROVIDER_BROKEN,
  FAILED_OUTCOME_LOST,
  FAILED_DEARER_THAN_HELD,
  FAILED_GAVE_UP,

  // buttons
  BUTTON_CANCEL,
  BUTTON_RESEND,
  BUTTON_AGAIN,
  BUTTON_FRESH,
  BUTTON_RECEIPT,
  BUTTON_ZOOM,
  BUTTON_CLOSE_UP,
  BUTTON_WHOLE_PHOTO,
  BUTTON_ALTERNATIVE(Argument.QUALITY, Argument.PRICE),
  BUTTON_TRY_AGAIN,
  BUTTON_TUNE,
  BUTTON_CHANGE,
  BUTTON_MAKE,

  // choosing voice and movement
  CHANGE_HOW,
  CHOSEN(Argument.CHOICE),
  CHOICE_SLOWER,
  CHOICE_EVEN,
  CHOICE_FASTER,
  CHOICE_DEEPER,
  CHOICE_NATURAL,
  CHOICE_HIGHER,
  CHOICE_CALM,
  CHOICE_LIVELY,
  CHOICE_STILL,
  CHOICE_SILENT,
  CHOICE_BURNED,
  CHOICE_FILE,

  // answers to commands
  JOBS_NONE,
  JOBS_TITLE,
  JOB_LINE(Argument.CODE, Argument.STATUS, Argument.WHEN, Argument.PRICE),
  JOB_NOT_FOUND,
  CODE_MISSING,
  JOB_OVER(Argument.CODE),
  JOB_CANCELLING(Argument.CODE),
  CANCEL_NONE,
  CANCEL_WHICH(Argument.CODES),
  STATUS_READY,
  STATUS_RUNNING,
  STATUS_WAITING,
  STATUS_MADE,
  STATUS_FAILED,
  STATUS_CANCELLED,
  BUDGET(Argument.SPENT, Argument.CAP, Argument.LEFT, Argument.RESETS),
  RECEIPT(Argument.CODE, Argument.WHEN, Argument.LINES),
  RECEIPT_FREE,
  RECEIPT_CACHED(Argument.PRICE),
  RECEIPT_HOLD(Argument.AMOUNT),
  RECEIPT_RELEASE(Argument.AMOUNT),
  RECEIPT_CHARGE(Argument.AMOUNT),
  STATUS(Argument.OPEN),
  SETTINGS(Argument.ZONE),
  SETTINGS_ZONE_UNKNOWN(Argument.ZONE),
  SETTINGS_ZONE_CHANGED(Argument.ZONE, Argument.WHEN),
  VOICES(Argument.LINES),
  VOICE_LINE(Argument.VOICE, Argument.SPOKEN),
  VOICE_LINE_DESCRIBED(Argument.VOICE, Argument.SPOKEN, Argument.DESCRIPTION),
  ALREADY_GOING,
  RESENDING,
  OPS_NOT_YOURS(Argument.ID),
  OPS_USAGE,
  OPS_NO_DOUBTS,
  OPS_NO_DOUBT(Argument.CODE),
  OPS_SETTLED(Argument.CODE),
  OPS_SEVERAL(Argument.CODE, Argument.KEYS),
  OPS_NO_OPERATION(Argument.PROVIDER, Argument.OPERATION),
  OPS_OPERATION_TAKEN(Argument.OPERATION),
  OPS_NOT_ANSWERED(Argument.PROVIDER, Argument.OPERATION),
  OPS_DOUBT(Argument.CODE, Argument.PROVIDER, Argument.PRICE, Argument.WHEN, Argument.KEY),
  OPS_NO_JOB,
  OPS_JOB(Argument.CODE, Argument.ZONE),
  OPS_JOB_PAGE(Argument.CODE, Argument.PAGE, Argument.MOST, Argument.NEXT),
  OPS_EVENT(
      Argument.STAMP,
      Argument.WHAT,
      Argument.CODE,
      Argument.LABEL,
      Argument.STATUS,
      Argument.STEP,
      Argument.ACTOR,
      Argument.ELAPSED,
      Argument.WORKED),
  OPS_EVENT_MONEY(Argument.AMOUNT),
  OPS_EVENT_TRIES(Argument.COUNT),
  OPS_EVENT_REQUEST(Argument.KEY),
  OPS_EVENT_OPERATION(Argument.KEY, Argument.OPERATION),
  OPS_BY_INSTANCE(Argument.ID),
  OPS_BY_ACCOUNT(Argument.ID),
  OPS_ORDERED,
  OPS_STEPPED,
  OPS_RETRIED,
  OPS_POSTPONED,
  OPS_FORKED,
  OPS_REFUNDED,
  OPS_SENDING,
  OPS_ACCEPTED,
  OPS_NOT_TAKEN,
  OPS_REFUSED,
  OPS_UNCLEAR,
  OPS_ASKED,
  OPS_DECIDED,
  OPS_CANCELLED,
  OPS_FREED,
  OPS_ENDED,
  NOT_YOURS,
  PERMISSIONS_MISSING(Argument.CHOICES),

  // what the web server answers when it does not serve a request
  WEB_ORIGIN,
  WEB_ACCESS,
  WEB_VISITOR,
  WEB_WRONG_TOKEN,
  WEB_WRONG_TOKENS(Argument.SECONDS),
  WEB_TOO_FAST,
  WEB_TOO_MANY_FILES,
  WEB_VISITORS_THERE,
  WEB_VISITORS_TODAY,
  WEB_CLOSED,
  WEB_NOT_SAVED,
  WEB_DISK_FULL,
  WEB_BROKEN,
  WEB_EMPTY,
  WEB_EMPTY_FILE,
  WEB_TOO_LARGE(Argument.MEGABYTES),
  WEB_TOO_LONG,
  WEB_TOO_SLOW,
  WEB_MALFORMED(Argument.WHAT),
  WEB_UNKNOWN,
  WEB_GONE,
  WEB_LINK_OVER,
  WEB_RANGE;

  private final List<Argument<?>> arguments;
  private final Set<String> names;

  Phrase(Argument<?>... arguments) {
    this.arguments = List.of(arguments);
    this.names =
        Arrays.stream(arguments).map(Argument::name).collect(Collectors.toUnmodifiableSet());
  }

  /// This phrase with its values.
  ///
  /// @throws IllegalArgumentException unless each of its arguments has exactly one value
  public Sentence with(Argument.Given... given) {
    Map<String, Object> values = new HashMap<>();
    for (Argument.Given each : given) {
      values.put(each.name(), each.value());
    }
    if (values.size() != given.length || !values.keySet().equals(names)) {
      List<String> got = Arrays.stream(given).map(Argument.Given::name).toList();
      throw new IllegalArgumentException(this + " needs " + names + ", not " + got);
    }
    return new Filled(this, values);
  }

  /// What its text needs.
  List<Argument<?>> arguments() {
    return arguments;
  }

  /// The key of its text.
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
