package app.photoplay.delivery;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.button.ButtonData;
import app.photoplay.chat.button.ButtonSigner;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.delivery.fit.Fitting;
import app.photoplay.job.Artifact;
import app.photoplay.job.Failure;
import app.photoplay.job.JobKind;
import app.photoplay.job.JobReport;
import app.photoplay.job.Kinds;
import app.photoplay.job.Outcome;
import app.photoplay.job.Part;
import app.photoplay.job.Stage;
import app.photoplay.wording.Amount;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Writes the message that shows a job: its progress, its result, or why there is none.
final class JobMessages {
  private final Kinds kinds;
  private final boolean free;
  private final ButtonSigner buttons;
  private final Wording wording;

  /// @param free whether nothing costs anything, so that nobody is told of money
  JobMessages(Kinds kinds, boolean free, ButtonSigner buttons, Wording wording) {
    this.kinds = kinds;
    this.free = free;
    this.buttons = buttons;
    this.wording = wording;
  }

  /// The progress of a job.
  ///
  /// @param job as ordered
  /// @param active the step of it that goes on now, itself or a child
  /// @param parts its children
  /// @param place in the queue
  OutboundMessage progress(
      JobReport job,
      JobReport active,
      List<Part> parts,
      OptionalDouble fraction,
      QueuePlace place,
      String language) {
    if (active.asking()) {
      return question(job, active, language);
    }
    List<Sentence> lines = new ArrayList<>();
    boolean waiting = place.ahead() > 0;
    if (waiting) {
      lines.add(Phrase.PROGRESS_WAITING);
      lines.add(Phrase.PROGRESS_AHEAD.with(Argument.AHEAD.of(place.ahead())));
      place.left().ifPresent(lines::add);
    } else {
      Phrase stage = stage(job.stage());
      // Only what the renderer itself reports is shown as a percentage, and never 100 before the
      // video is there.
      lines.add(
          fraction.isPresent()
              ? Phrase.PROGRESS_PERCENT.with(
                  Argument.STAGE.of(stage), Argument.PERCENT.of(percent(fraction.getAsDouble())))
              : stage);
    }
    PartSquares.of(parts).ifPresent(lines::add);
    if (job.refunded()) {
      lines.add(Phrase.PROGRESS_REFUNDED);
    }
    if (!job.held().isZero()) {
      lines.add(Phrase.PROGRESS_HELD.with(Argument.PRICE.of(job.held().amount())));
    }
    OutboundMessage card =
        OutboundMessage.of(Kind.PROGRESS, wording.say(language, Sentence.lines(lines)))
            .with(List.of(progressButtons(job, language)))
            .silently();
    return fraction.isPresent() && !waiting ? card.at(fraction.getAsDouble()) : card;
  }

  /// What is being made may be wished differently before it is there.
  private List<Button> progressButtons(JobReport job, String language) {
    Button cancel = button(language, Phrase.BUTTON_CANCEL, "cancel", job, Button.Style.PLAIN);
    return kinds.get(job.kind()).changes() == JobKind.Changes.MANNER
        ? List.of(cancel, button(language, Phrase.BUTTON_CHANGE, "change", job, Button.Style.PLAIN))
        : List.of(cancel);
  }

  /// Nothing tells whether the provider took the work: its owner decides.
  ///
  /// @param asking the step that asks, which alone is decided
  private OutboundMessage question(JobReport job, JobReport asking, String language) {
    String text =
        wording.say(
            language,
            Phrase.OUTCOME_UNKNOWN.with(
                Argument.PRICE.of(job.held().amount()), Argument.CODE.of(job.code().value())));
    return OutboundMessage.of(Kind.QUESTION, text)
        .with(
            List.of(
                List.of(
                    button(language, Phrase.BUTTON_RESEND, "resend", asking, Button.Style.PRIMARY),
                    button(language, Phrase.BUTTON_CANCEL, "cancel", job, Button.Style.PLAIN))));
  }

  /// The caption and buttons of a finished video; the video itself is added by the caller.
  OutboundMessage made(JobReport job, Artifact video, String language) {
    return made(job, language, told(job, facts(job, video)));
  }

  /// The same for a smaller copy of it.
  OutboundMessage madeSmaller(JobReport job, Artifact video, long limit, String language) {
    Sentence smaller =
        Phrase.RESULT_SMALLER.with(
            Argument.MEGABYTES.of(megabytes(video.bytes())), Argument.LIMIT.of(limit >> 20));
    return made(job, language, told(job, facts(job, video), smaller));
  }

  /// In place of a video that the conversation does not take.
  OutboundMessage linked(
      JobReport job, Artifact video, Fitting.Link link, long limit, String language) {
    Sentence where =
        Phrase.RESULT_LINK.with(
            Argument.MEGABYTES.of(megabytes(video.bytes())),
            Argument.LIMIT.of(limit >> 20),
            Argument.DAYS.of(link.lives().toDays()));
    OutboundMessage message = made(job, language, told(job, facts(job, video), where));
    // on a line of its own, with nothing beside it, so that every chat makes it a link
    return message.saying(message.text() + "\n" + link.address());
  }

  /// What every finished video says, and what of it is not as people might think.
  private List<Sentence> told(JobReport job, Sentence... more) {
    List<Sentence> lines = new ArrayList<>(List.of(Phrase.RESULT_LABEL));
    if (kinds.get(job.kind()).isRetake(job.request())) {
      lines.add(Phrase.RESULT_TAKE);
    }
    List<String> leftOut = kinds.get(job.kind()).leftOutOf(job.request());
    if (!leftOut.isEmpty()) {
      lines.add(Phrase.CLIP_WORDS_LEFT_OUT.with(Argument.CHOICES.of(leftOut)));
    }
    lines.addAll(List.of(more));
    if (Artifact.find(job.artifacts(), Artifact.TEMPLATE).isPresent()) {
      lines.add(Phrase.RESULT_TEMPLATE);
    }
    List<Integer> missing = Artifact.missing(job.artifacts());
    if (!missing.isEmpty()) {
      lines.add(
          Phrase.RESULT_SCENES_MISSING.with(
              Argument.COUNT.of(missing.size()),
              Argument.CHOICES.of(missing.stream().map(String::valueOf).toList())));
    }
    return lines;
  }

  private Sentence facts(JobReport job, Artifact video) {
    Argument.Given seconds = Argument.SECONDS.of(Math.max(1, Math.round(video.millis() / 1000.0)));
    if (free(job)) {
      return Phrase.RESULT_FREE.with(seconds, Argument.CODE.of(job.code().value()));
    }
    Phrase facts = job.fromCache() ? Phrase.RESULT_FROM_CACHE : Phrase.RESULT;
    return facts.with(
        seconds,
        Argument.PRICE.of(job.fromCache() ? Amount.NOTHING : job.cost().amount()),
        Argument.CODE.of(job.code().value()));
  }

  /// Whether there is no money in it to be told of. What was made while it still cost something is.
  private boolean free(JobReport job) {
    return free && job.cost().isZero() && job.held().isZero();
  }

  /// Rounded up: what is too large is said to be larger.
  private static long megabytes(long bytes) {
    return (bytes + (1 << 20) - 1) >> 20;
  }

  private OutboundMessage made(JobReport job, String language, List<Sentence> lines) {
    List<Button> buttons = new ArrayList<>(again(job, language));
    switch (kinds.get(job.kind()).changes()) {
      case NOTHING -> {}
      case MANNER ->
          buttons.add(button(language, Phrase.BUTTON_CHANGE, "change", job, Button.Style.PLAIN));
      case SCENES ->
          buttons.add(
              button(language, Phrase.BUTTON_CHANGE_SCENES, "scenes", job, Button.Style.PLAIN));
    }
    if (!free(job)) {
      buttons.add(button(language, Phrase.BUTTON_RECEIPT, "receipt", job, Button.Style.PLAIN));
    }
    return OutboundMessage.of(Kind.RESULT, wording.say(language, Sentence.lines(lines)))
        .with(List.of(buttons));
  }

  /// Another take, and the very same once more. What has gaps was not kept to be shown again: made
  /// again, only the gaps are made.
  private List<Button> again(JobReport job, String language) {
    int missing = Artifact.missing(job.artifacts()).size();
    if (missing > 0) {
      Sentence gaps = Phrase.BUTTON_TRY_SCENES.with(Argument.COUNT.of(missing));
      return List.of(button(language, gaps, "again", job, Button.Style.PRIMARY));
    }
    Button same = button(language, Phrase.BUTTON_SEND_AGAIN, "repeat", job, Button.Style.PLAIN);
    if (kinds.get(job.kind()).retake(job.request(), 1).isPresent()) {
      return List.of(button(language, Phrase.BUTTON_AGAIN, "again", job, Button.Style.PLAIN), same);
    }
    return List.of(
        job.fromCache()
            ? button(language, Phrase.BUTTON_FRESH, "fresh", job, Button.Style.PLAIN)
            : same);
  }

  OutboundMessage tooLarge(JobReport job, long bytes, long limit, String language) {
    String text =
        wording.say(
            language,
            Phrase.RESULT_TOO_LARGE.with(
                Argument.MEGABYTES.of(megabytes(bytes)),
                Argument.LIMIT.of(limit >> 20),
                Argument.CODE.of(job.code().value())));
    return OutboundMessage.of(Kind.FAILURE, text);
  }

  OutboundMessage gone(JobReport job, String language) {
    return OutboundMessage.of(Kind.FAILURE, wording.say(language, Phrase.RESULT_GONE))
        .with(
            List.of(
                List.of(
                    button(language, Phrase.BUTTON_FRESH, "fresh", job, Button.Style.PRIMARY))));
  }

  OutboundMessage refused(JobReport job, String language) {
    String text =
        wording.say(language, Phrase.RESULT_REFUSED.with(Argument.CODE.of(job.code().value())));
    return OutboundMessage.of(Kind.FAILURE, text)
        .with(
            List.of(
                List.of(
                    button(
                        language, Phrase.BUTTON_SEND_AGAIN, "repeat", job, Button.Style.PRIMARY))));
  }

  OutboundMessage failed(JobReport job, Failure failure, String language) {
    Argument.Given reason = Argument.REASON.of(Reasons.sentence(failure));
    Argument.Given code = Argument.CODE.of(job.code().value());
    Sentence told =
        free(job) ? Phrase.FAILED_FREE.with(reason, code) : Phrase.FAILED.with(reason, code);
    Kind kind = Reasons.mendable(failure.code()) ? Kind.REFUSAL : Kind.FAILURE;
    return OutboundMessage.of(kind, wording.say(language, told))
        .with(
            List.of(
                List.of(
                    button(
                        language, Phrase.BUTTON_TRY_AGAIN, "again", job, Button.Style.PRIMARY))));
  }

  OutboundMessage cancelled(JobReport job, String language) {
    Argument.Given code = Argument.CODE.of(job.code().value());
    Sentence told;
    if (free(job)) {
      told = Phrase.CANCELLED_FREE.with(code);
    } else if (job.cost().isZero()) {
      told = Phrase.CANCELLED_NOTHING_CHARGED.with(code);
    } else {
      told = Phrase.CANCELLED.with(code, Argument.SPENT.of(job.cost().amount()));
    }
    return OutboundMessage.of(Kind.REFUSAL, wording.say(language, told))
        .with(
            List.of(
                List.of(
                    button(language, Phrase.BUTTON_TRY_AGAIN, "again", job, Button.Style.PLAIN))));
  }

  /// Stands for a result that is there already, until it is shown.
  OutboundMessage starting(String language) {
    return OutboundMessage.of(Kind.PROGRESS, wording.say(language, Phrase.PROGRESS_STARTING))
        .silently();
  }

  /// Stands for a result of which a smaller copy is being made. No progress: it is said once and is
  /// not left out when there is little room.
  OutboundMessage fitting(String language) {
    return OutboundMessage.of(Kind.ANSWER, wording.say(language, Phrase.PROGRESS_FITTING))
        .silently();
  }

  /// The short message that rings after an edit that did not; empty where nobody waits for news.
  Optional<OutboundMessage> notice(OutboundMessage result, Outcome outcome, String language) {
    return switch (outcome) {
      case Outcome.Cancelled() -> Optional.empty();
      case Outcome.Made _ when result.kind() == Kind.RESULT ->
          Optional.of(notice(Phrase.RESULT_READY, language));
      case Outcome.Made _, Outcome.Failed _ ->
          Optional.of(notice(Phrase.RESULT_NOT_READY, language));
    };
  }

  private OutboundMessage notice(Phrase phrase, String language) {
    return OutboundMessage.of(Kind.ANSWER, wording.say(language, phrase));
  }

  /// How an ended job is told, without its video.
  OutboundMessage ended(JobReport job, Outcome outcome, String language) {
    return switch (outcome) {
      case Outcome.Made _ -> gone(job, language);
      case Outcome.Failed(var failure) -> failed(job, failure, language);
      case Outcome.Cancelled() -> cancelled(job, language);
    };
  }

  static int percent(double fraction) {
    return (int) Math.min(99, Math.floor(fraction * 100));
  }

  private Button button(
      String language, Sentence label, String verb, JobReport job, Button.Style style) {
    String data = buttons.sign(ButtonData.of(verb, job.code().value(), job.account().value()));
    return new Button(wording.say(language, label), data, style);
  }

  private static Phrase stage(Stage stage) {
    return switch (stage) {
      case ORDERED -> Phrase.PROGRESS_STARTING;
      case SPEAKING -> Phrase.PROGRESS_SPEAKING;
      case RENDERING -> Phrase.PROGRESS_RENDERING;
      case FILMING -> Phrase.PROGRESS_FILMING;
      case PLANNING -> Phrase.PROGRESS_PLANNING;
      case PAINTING -> Phrase.PROGRESS_PAINTING;
      case SHOOTING -> Phrase.PROGRESS_SHOOTING;
      case CUTTING -> Phrase.PROGRESS_CUTTING;
      case WORKING -> Phrase.PROGRESS_WORKING;
    };
  }
}
