/// Durable stepping: claims due jobs, runs one step of their kind, and commits what it led to. Read
/// `JobEngine` first, then `JobStore` for what is promised about the disk, then `Submitter` for
/// what is promised about money.
///
/// A job:
///
/// ```
///            claim: its turn, room in its lane
///  READY ───────────────────────────────────────> RUNNING ──> made, failed, cancelled
///    ↑ ↑                                            │ │ │
///    │ └── another step, a retry, a pause ──────────┘ │ │ (another step at once: same claim)
///    └──── last child ended, a person decided <── WAITING: forked children, or a submission
///                                                       of which nothing tells what became
/// ```
///
/// The claim is a fence: id, owner, and a number that grows with each claim of the job. Whatever
/// commits with an outdated one changes nothing, so a program may be killed, frozen or overtaken
/// anywhere. When a write fails nobody knows whether it happened, so it is written again: a commit
/// under a claim that still holds does the same once more, any other is kept out. Every few seconds
/// the rows that say they run here are compared with what does (`JobEngine`); what was claimed
/// without an answer is freed.
///
/// An attempt is a try that failed before the eyes of a program. One that the program did not
/// survive is none, for it may have been killed; `Quarantine` tells the step that ends it apart. Of
/// attempts there are more when a provider has taken the work.
///
/// A paid submission, at most one open for a job; its state is written in the same transaction as
/// its job's:
///
/// ```
///           certainly not taken (refused connection, 4xx, 429)
///         ┌──────────────────────────────────────────────────────> NOT_TAKEN: sent again
///  INTENT ┤ accepted ──> ACCEPTED ── its job ends ───────────────> ENDED
///         └ unclear (time-out, broken line, 5xx, the program ended)
///             keyed provider:    the same again, under the same key
///             findable provider: looked up, once no try can be on the wire any more
///             blind provider, or tries used up ──> UNKNOWN: the hold stays, owner and operator are
///                                                  asked ──> adopted, sent again, or GIVEN_UP
/// ```
///
/// A lane has places, at most so many for one person, a rate, and can be paused by its provider.
/// Who is served next follows from the priority class, then from start-time fair queueing across
/// people. A job keeps its place over a restart while its operation runs at the provider.
///
/// Knows no kind, no chat and no provider.
@NullMarked
package app.photoplay.engine;

import org.jspecify.annotations.NullMarked;
