/// Runway: shots from words and pictures, and photos that speak as avatars. Read `Runway` first,
/// then `RunwayTask`, which all its work becomes.
@NullMarked
package app.photoplay.provider.runway;

import org.jspecify.annotations.NullMarked;
