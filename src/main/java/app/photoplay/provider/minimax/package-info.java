/// MiniMax: shots by its Hailuo models, and speech. Read `MiniMax` first. Its answers say in their
/// body what is wrong, whatever their HTTP status, see `MiniMaxFaults`.
@NullMarked
package app.photoplay.provider.minimax;

import org.jspecify.annotations.NullMarked;
