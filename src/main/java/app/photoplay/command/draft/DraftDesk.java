package app.photoplay.command.draft;

import app.photoplay.chat.button.ButtonSigner;

/// What a command needs to let people choose between two orders.
///
/// @param buttons signs the buttons of its messages
public record DraftDesk(
    Drafts drafts, Proposals proposals, DraftNotices notices, ButtonSigner buttons) {}
