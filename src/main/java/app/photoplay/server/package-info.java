/// The one HTTP server: its port, its threads, and what a client may cost it. Read
/// [app.photoplay.server.WebServer] first.
///
/// Jetty reads a request's head without a thread; its body and its answer take a virtual thread,
/// which is cheap enough to wait for a slow client. [app.photoplay.server.Connections] ends what is
/// slower than the [app.photoplay.server.Limits], so that nobody can hold the server.
///
/// Knows no chat: whoever has pages adds routes.
@NullMarked
package app.photoplay.server;

import org.jspecify.annotations.NullMarked;
