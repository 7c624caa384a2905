package app.photoplay.command;

import app.photoplay.budget.Ledger;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.draft.Proposals;
import app.photoplay.intake.Order.FromDraft;
import app.photoplay.intake.Placement;
import app.photoplay.job.JobKind.Unable;
import app.photoplay.job.JobRequest;
import app.photoplay.job.StoredFile;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says why an order was not taken, and what would fit.
final class Refusals {
  /// The provider that is this machine.
  private static final String OWN_MACHINE = "local";

  private final Wording wording;
  private final Proposals proposals;
  private final Ledger ledger;
  private final InstantSource time;

  Refusals(Wording wording, Proposals proposals, Ledger ledger, InstantSource time) {
    this.wording = wording;
    this.proposals = proposals;
    this.ledger = ledger;
    this.time = time;
  }

  /// The refusal, or empty when the order was taken.
  Optional<OutboundMessage> of(
      Placement placement, Invocation call, List<StoredFile> inputs, Optional<FromDraft> draft) {
    return switch (placement) {
      case Placement.Accepted _,
          Placement.Joined _,
          Placement.AlreadyMade _,
          Placement.Repeated _ ->
          Optional.empty();
      case Placement.NeedsConsent needed -> Optional.of(consent(needed, call, inputs, draft));
      case Placement.Impossible(var unable) -> Optional.of(refusal(call, nobody(unable)));
      case Placement.OverBudget over -> Optional.of(overBudget(over, call, inputs, draft));
      case Placement.Stale(var ordered) ->
          Optional.of(refusal(call, ordered ? Phrase.ALREADY_GOING : Phrase.DRAFT_CHANGED));
      case Placement.TooMany(var limit) ->
          Optional.of(refusal(call, Phrase.TOO_MANY_JOBS.with(Argument.LIMIT.of(limit))));
      case Placement.QueueFull(var wait) ->
          Optional.of(
              wait.isPresent()
                  ? refusal(
                      call,
                      Phrase.QUEUE_FULL_UNTIL.with(
                          Argument.MINUTES.of(Math.max(1, wait.get().plusSeconds(59).toMinutes()))))
                  : refusal(call, Phrase.QUEUE_FULL));
      case Placement.Unavailable(var full) ->
          Optional.of(
              OutboundMessage.of(
                  Kind.FAILURE,
                  wording.say(call.language(), full ? Phrase.DISK_FULL : Phrase.UNAVAILABLE)));
    };
  }

  /// Asks who shall make it, with what each takes at most.
  private OutboundMessage consent(
      Placement.NeedsConsent needed,
      Invocation call,
      List<StoredFile> inputs,
      Optional<FromDraft> draft) {
    List<List<Button>> buttons = new ArrayList<>();
    for (Placement.Choice choice : needed.choices()) {
      String data = offer(call, choice.request(), inputs, draft);
      buttons.add(List.of(new Button(label(choice, call), data)));
    }
    String question = wording.say(call.language(), Phrase.WHO_MAKES_IT);
    String text =
        needed
            .unable()
            .map(it -> wording.say(call.language(), named(it, call)) + "\n\n" + question)
            .orElse(question);
    return OutboundMessage.of(Kind.QUESTION, text).with(buttons);
  }

  private Sentence named(Unable unable, Invocation call) {
    Argument.Given name = Argument.NAME.of(name(unable.who(), call));
    return switch (unable.why()) {
      case LENGTH -> Phrase.UNABLE_LENGTH.with(name, Argument.LIMIT.of(unable.limit()));
      case SHAPE -> Phrase.UNABLE_SHAPE.with(name);
      case QUALITY -> Phrase.UNABLE_QUALITY.with(name);
      case PHOTO -> Phrase.UNABLE_PHOTO.with(name);
      case OFF -> Phrase.UNABLE_OFF.with(name);
      case RESTS -> Phrase.UNABLE_RESTS.with(name);
      case NOTHING -> Phrase.UNABLE_NOTHING.with(name);
    };
  }

  private static Sentence nobody(Unable unable) {
    return switch (unable.why()) {
      case LENGTH -> Phrase.NOBODY_LENGTH.with(Argument.LIMIT.of(unable.limit()));
      case SHAPE -> Phrase.NOBODY_SHAPE;
      case QUALITY -> Phrase.NOBODY_QUALITY;
      case PHOTO -> Phrase.NOBODY_PHOTO;
      case OFF, RESTS, NOTHING -> Phrase.NOBODY_NOTHING;
    };
  }

  private String label(Placement.Choice choice, Invocation call) {
    Argument.Given price = Argument.PRICE.of(choice.quote().total().amount());
    Sentence label =
        choice.who().equals(OWN_MACHINE)
            ? choice.quote().total().isZero()
                ? Phrase.BUTTON_OWN_MACHINE_FREE
                : Phrase.BUTTON_OWN_MACHINE.with(price)
            : Phrase.BUTTON_PAID.with(Argument.NAME.of(name(choice.who(), call)), price);
    return wording.say(call.language(), label);
  }

  /// How people know a provider; one that this program brings no name for as the operator calls it.
  private String name(String provider, Invocation call) {
    return Phrase.ofProvider(provider)
        .map(phrase -> wording.say(call.language(), phrase))
        .orElse(provider);
  }

  private String offer(
      Invocation call, JobRequest request, List<StoredFile> inputs, Optional<FromDraft> draft) {
    return proposals.offer(
        call.account(),
        draft.flatMap(it -> proposals.wish(call.account(), it.code())).orElse(call.message()),
        true,
        request,
        inputs,
        draft.map(FromDraft::completes).filter(code -> !code.isEmpty()));
  }

  private OutboundMessage overBudget(
      Placement.OverBudget over,
      Invocation call,
      List<StoredFile> inputs,
      Optional<FromDraft> draft) {
    List<List<Button>> buttons = new ArrayList<>();
    for (Placement.Alternative alternative : over.alternatives()) {
      String data = offer(call, alternative.request(), inputs, draft);
      String label =
          wording.say(
              call.language(),
              Phrase.BUTTON_ALTERNATIVE.with(
                  Argument.QUALITY.of(
                      Phrase.ofQuality(alternative.request().variant()).orElseThrow()),
                  Argument.PRICE.of(alternative.quote().total().amount())));
      buttons.add(List.of(new Button(label, data)));
    }
    Phrase phrase =
        switch (over.allowance().nearest()) {
          case PERSON -> Phrase.OVER_BUDGET;
          case GROUP -> Phrase.OVER_BUDGET_GROUP;
          case EVERYBODY -> Phrase.OVER_BUDGET_SHARED;
        };
    ZoneId zone = ledger.zone(call.account(), time.instant());
    Sentence why =
        phrase.with(
            Argument.PRICE.of(over.quote().total().amount()),
            Argument.LEFT.of(over.allowance().left().amount()),
            Argument.RESETS.of(over.allowance().resets().atZone(zone)));
    String sentence = wording.say(call.language(), why);
    String text =
        buttons.isEmpty()
            ? sentence
            : sentence + " " + wording.say(call.language(), Phrase.OVER_BUDGET_ALTERNATIVES);
    return OutboundMessage.of(Kind.REFUSAL, text).with(buttons);
  }

  private OutboundMessage refusal(Invocation call, Sentence sentence) {
    return OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), sentence));
  }
}
