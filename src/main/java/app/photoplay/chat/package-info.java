/// The port that all chat platforms are behind. Read `ChatUpdate`, `OutboundMessage` and
/// `ChatPlatform` first; each sub-package is one platform and keeps its library's types to itself.
/// A platform with rates passes what it sends through an `OutgoingQueue`.
///
/// Knows no job, no money and no renderer.
@NullMarked
package app.photoplay.chat;

import org.jspecify.annotations.NullMarked;
