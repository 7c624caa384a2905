/// MiniMax's adapter against a server that speaks as MiniMax does and refuses what it refuses.
@NullMarked
package app.photoplay.provider.minimax;

import org.jspecify.annotations.NullMarked;
