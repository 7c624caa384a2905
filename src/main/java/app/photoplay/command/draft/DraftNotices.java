package app.photoplay.command.draft;

import app.photoplay.budget.AccountId;
import app.photoplay.budget.Ledger;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.time.Instant;
import java.time.InstantSource;

/// Tells people how long a draft waits for them, and why a press changed nothing.
public final class DraftNotices {
  private final Wording wording;
  private final Ledger ledger;
  private final InstantSource time;

  /// The notices.
  ///
  /// @param ledger knows people's time zones
  public DraftNotices(Wording wording, Ledger ledger, InstantSource time) {
    this.wording = wording;
    this.ledger = ledger;
    this.time = time;
  }

  /// Why a press of a button about this changed nothing.
  public String say(AccountId account, String language, Drafts.Found found) {
    return switch (found) {
      case Drafts.Found.Open _, Drafts.Found.Changed _ ->
          wording.say(language, Phrase.DRAFT_CHANGED);
      case Drafts.Found.Ordered _ -> wording.say(language, Phrase.ALREADY_GOING);
      case Drafts.Found.Ended(var when) -> at(account, language, Phrase.DRAFT_ENDED, when);
      case Drafts.Found.Unknown() -> wording.say(language, Phrase.OFFER_GONE);
    };
  }

  /// How long it waits.
  public String until(String language, Draft draft) {
    return at(draft.account(), language, Phrase.DRAFT_UNTIL, draft.ends());
  }

  private String at(AccountId account, String language, Phrase phrase, Instant when) {
    var zone = ledger.zone(account, time.instant());
    return wording.say(language, phrase.with(Argument.WHEN.of(when.atZone(zone))));
  }
}
