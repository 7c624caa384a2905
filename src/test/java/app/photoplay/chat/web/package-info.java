/// Tests of the web chat: over HTTP, and in a real browser.
@NullMarked
package app.photoplay.chat.web;

import org.jspecify.annotations.NullMarked;
