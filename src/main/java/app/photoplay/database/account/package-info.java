/// Who people are to us, and what they may spend: accounts and the ledger, whose rules run inside
/// the transactions of orders and ends, too.
@NullMarked
package app.photoplay.database.account;

import org.jspecify.annotations.NullMarked;
