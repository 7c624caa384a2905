/// The web chat: one page in the browser, its HTTP calls and its live connection, as one more
/// [app.photoplay.chat.ChatPlatform]. Read [app.photoplay.chat.web.WebChat] first.
///
/// A browser is a person: a random cookie is the identity, and only its hash goes further than this
/// package. Messages live in a [app.photoplay.chat.web.WebStore]; a live connection is nothing but
/// a cursor over the store's changes, so nothing is lost while no browser is there.
///
/// Knows no job, no money and no database.
@NullMarked
package app.photoplay.chat.web;

import org.jspecify.annotations.NullMarked;
