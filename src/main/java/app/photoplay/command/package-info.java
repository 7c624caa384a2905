/// From what a person did to what is said or ordered: the inbox, the router and the commands that
/// belong to no single kind of job. Read `Inbox`, `CommandRouter` and `Command` first.
///
/// ```
/// update ─> Inbox ─> CommandRouter ─> Command ─> order ─> JobDesk ─> rows, shown by the Courier
///           on disk   until it is        └─> answer ─> row ─> Outbox ─> OutgoingQueue ─> platform
///                     dealt with             (one transaction with "dealt with")
/// ```
///
/// An update is tried again while the platform cannot hand out its files or the database does not
/// take what came of it; a press or message that has led to an order is recognised.
@NullMarked
package app.photoplay.command;

import org.jspecify.annotations.NullMarked;
