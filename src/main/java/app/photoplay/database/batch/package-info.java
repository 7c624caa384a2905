/// Many writes in few transactions: `Writer` queues requests and hands them, in batches, to whoever
/// knows how a database takes them.
@NullMarked
package app.photoplay.database.batch;

import org.jspecify.annotations.NullMarked;
