/// What people are shown: answers (`Outbox`) and jobs (`Courier`), both from rows on disk, so that
/// neither an outage of a platform nor the end of the program loses one. Both hand their messages
/// to a `ChatPlatform`, which lets them out in turn, below its rates.
///
/// An answer is said at least once: when nothing tells whether it arrived it is said again. A
/// result is shown once: one card per subscriber is edited while the work goes on and turned into
/// the result, and an edit can be repeated. A card that is gone is replaced by another before that.
/// The notice that rings after long work is said at most once.
///
/// A result whose conversation takes no messages any more waits; its person's next message has it
/// addressed there (`Courier.showWaiting`). One that is too large is shown as a smaller copy or a
/// link, which `fit` is a port for.
///
/// A card is known once its id is on disk. When the program ends between the platform's showing it
/// and that write, or the platform's answer gets lost, the card is sent once more and the first one
/// stays as it is: some platforms have no way to look up what a bot has sent. That is one card for
/// each send that was under way, at a kill as many as people had ordered in that moment; a card
/// whose id is on disk is never sent again (`./photoplay chaos` counts both). To note the send
/// before it and to do without a card after a crash would leave the same card behind, and would
/// have to send the result as a message that cannot be repeated.
@NullMarked
package app.photoplay.delivery;

import org.jspecify.annotations.NullMarked;
