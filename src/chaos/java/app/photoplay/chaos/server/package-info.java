/// Proves the promises on the whole program as people run it: a real server process between a
/// double of Telegram and visitors of its web page, while it is killed and stopped, its platform
/// goes away, hundreds write at once and strangers hold its connections. What people asked for and
/// what they were shown is counted from the doubles' own records. Read `ServerChaos` first.
///
/// ```
/// ServerChaos ──starts, kills──> ServerProcess <──HTTP── Visitors
///   │  └── Troubles: outages, floods, slow bodies, odd updates
///   └── in the end ──> Findings: what people see, and the database
///             FakeTelegram <──Bot API── ServerProcess
///                  ^── Chatters
/// ```
@NullMarked
package app.photoplay.chaos.server;

import org.jspecify.annotations.NullMarked;
