/// What came from chats and goes to them: updates, answers, deliveries, drafts, the web chat's
/// messages.
@NullMarked
package app.photoplay.database.chat;

import org.jspecify.annotations.NullMarked;
