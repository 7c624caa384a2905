/// Money, prices, caps and the ledger's port. Read `Money`, `Quote` and `Ledger` first.
///
/// Knows accounts and amounts, never a job's meaning, a chat or a provider's wire.
@NullMarked
package app.photoplay.budget;

import org.jspecify.annotations.NullMarked;
