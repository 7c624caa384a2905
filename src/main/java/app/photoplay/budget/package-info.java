/// Money, prices, caps and the ledger's port. Read `Money`, `Quote` and `Ledger` first.
///
/// The money of one job, append-only lines:
///
/// ```
///  accepted: HOLD (the most it can cost, within the caps of the person, the group and all)
///     │        its steps spend from the hold and never more
///     ├─ made or cancelled ──> RELEASE (all of it) + CHARGE (what was really spent, at most the hold)
///     ├─ failed ─────────────> RELEASE + CHARGE of nothing
///     └─ takes too long ─────> RELEASE + CHARGE of nothing; what still comes is free
/// ```
///
/// Each kind of line exists once for a job at most, so nothing is held, released or charged twice.
/// All lines of a job count to the day of its hold, in the person's own time zone. No day of a
/// person begins twice, see `Days`.
///
/// Knows accounts and amounts, never a job's meaning, a chat or a provider's wire.
@NullMarked
package app.photoplay.budget;

import org.jspecify.annotations.NullMarked;
