/// Telegram behind the chat port: long polling, messages, videos, buttons and downloads through the
/// telegrambots client, whose types do not leave this package. Read `TelegramChat` first.
///
/// The poll loop is our own, since the library's ends silently when a consumer throws and stumbles
/// over a single update that it cannot read. Ours splits each answer into its updates first
/// (`AnswerSplitter`), reads each by itself, without the parts that the library does not take
/// (`UpdateReader`), puts aside what remains (`UpdateReceiver`), and confirms no more than has come
/// (`UpdateCursor`). The download is our own, since the library's goes to one fixed server, keeps
/// whole files in memory and does not look at the status.
///
/// Knows no job, no sentence that people read and no database.
@NullMarked
package app.photoplay.chat.telegram;

import org.jspecify.annotations.NullMarked;
