package app.photoplay.command;

import app.photoplay.budget.Ledger;
import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.draft.Proposals;
import app.photoplay.intake.Order.FromDraft;
import app.photoplay.intake.Placement;
import app.photoplay.job.StoredFile;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says why an order was not taken, and what would fit.
final class Refusals {
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
      case Placement.OverBudget over -> Optional.of(overBudget(over, call, inputs, draft));
      case Placement.Stale(var ordered) ->
          Optional.of(
              refusal(call, ordered ? Phrase.ALREADY_GOING : Phrase.DRAFT_CHANGED, Map.of()));
      case Placement.TooMany(var limit) ->
          Optional.of(refusal(call, Phrase.TOO_MANY_JOBS, Map.of("limit", limit)));
      case Placement.QueueFull(var wait) ->
          Optional.of(
              wait.isPresent()
                  ? refusal(
                      call,
                      Phrase.QUEUE_FULL_UNTIL,
                      Map.of("minutes", Math.max(1, wait.get().plusSeconds(59).toMinutes())))
                  : refusal(call, Phrase.QUEUE_FULL, Map.of()));
      case Placement.Unavailable(var full) ->
          Optional.of(
              OutboundMessage.of(
                  Kind.FAILURE,
                  wording.say(call.language(), full ? Phrase.DISK_FULL : Phrase.UNAVAILABLE)));
    };
  }

  private OutboundMessage overBudget(
      Placement.OverBudget over,
      Invocation call,
      List<StoredFile> inputs,
      Optional<FromDraft> draft) {
    List<List<Button>> buttons = new ArrayList<>();
    for (Placement.Alternative alternative : over.alternatives()) {
      String data =
          proposals.offer(
              call.account(),
              call.message().conversation(),
              alternative.request(),
              inputs,
              draft.map(FromDraft::completes).filter(code -> !code.isEmpty()));
      String price = wording.money(alternative.quote().total().microUsd());
      String label =
          wording.say(
              call.language(),
              Phrase.BUTTON_ALTERNATIVE,
              Map.of("quality", alternative.request().variant(), "price", price));
      buttons.add(List.of(new Button(label, data)));
    }
    Map<String, Object> values =
        Map.of(
            "price", wording.money(over.quote().total().microUsd()),
            "left", wording.money(over.allowance().left().microUsd()),
            "resets",
                wording.time(
                    call.language(),
                    over.allowance().resets(),
                    ledger.zone(call.account(), time.instant())));
    Phrase phrase =
        switch (over.allowance().nearest()) {
          case PERSON -> Phrase.OVER_BUDGET;
          case GROUP -> Phrase.OVER_BUDGET_GROUP;
          case EVERYBODY -> Phrase.OVER_BUDGET_SHARED;
        };
    String sentence = wording.say(call.language(), phrase, values);
    String text =
        buttons.isEmpty()
            ? sentence
            : sentence + " " + wording.say(call.language(), Phrase.OVER_BUDGET_ALTERNATIVES);
    return OutboundMessage.of(Kind.REFUSAL, text).with(buttons);
  }

  private OutboundMessage refusal(Invocation call, Phrase phrase, Map<String, ?> values) {
    return OutboundMessage.of(Kind.REFUSAL, wording.say(call.language(), phrase, values));
  }
}
