package app.photoplay.command.builtin;

import app.photoplay.budget.Entry;
import app.photoplay.budget.Ledger;
import app.photoplay.budget.Money;
import app.photoplay.job.JobReport;
import app.photoplay.wording.Amount;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// Says what a job has cost.
public final class Receipts {
  private final Ledger ledger;
  private final boolean free;
  private final InstantSource time;

  /// Receipts of a ledger.
  ///
  /// @param free whether nothing costs anything, so that there are no sums
  public Receipts(Ledger ledger, boolean free, InstantSource time) {
    this.ledger = ledger;
    this.free = free;
    this.time = time;
  }

  /// What was set aside for a job, given back and charged.
  public Sentence of(JobReport job) {
    List<Entry> entries = ledger.entries(job.id().value());
    boolean nothing = free && job.cost().isZero() && job.held().isZero();
    Sentence without =
        job.fromCache() && !nothing
            ? Phrase.RECEIPT_CACHED.with(Argument.PRICE.of(Amount.NOTHING))
            : Phrase.RECEIPT_FREE;
    Sentence lines =
        entries.isEmpty() || nothing
            ? without
            : Sentence.lines(entries.stream().map(Receipts::line).toList());
    ZoneId zone = ledger.zone(job.account(), time.instant());
    return Phrase.RECEIPT.with(
        Argument.CODE.of(job.code().value()),
        Argument.WHEN.of(job.created().atZone(zone)),
        Argument.LINES.of(lines));
  }

  private static Sentence line(Entry entry) {
    Phrase phrase =
        switch (entry.kind()) {
          case HOLD -> Phrase.RECEIPT_HOLD;
          case RELEASE -> Phrase.RECEIPT_RELEASE;
          case CHARGE -> Phrase.RECEIPT_CHARGE;
        };
    Money amount = new Money(Math.abs(entry.amount().microUsd()));
    return phrase.with(Argument.AMOUNT.of(amount.amount()));
  }
}
