/// The buttons under messages and what is in them. Read `ButtonData` first.
///
/// Knows neither the commands that buttons are for nor how a platform draws them.
@NullMarked
package app.photoplay.chat.button;

import org.jspecify.annotations.NullMarked;
