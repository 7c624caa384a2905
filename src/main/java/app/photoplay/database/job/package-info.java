/// Jobs: ordered by `SqlDeskStore`, claimed and moved on by `SqlJobStore`, looked at by
/// `SqlJobReader`.
///
/// Each change of a job runs in one of the `JobTransactions`: what happens is gathered in
/// `Changes`, the rows of jobs, deliveries and events are written together at its end, and after
/// the commit the listener hears the events. Every transition of the engine passes
/// `TransitionWriter`.
@NullMarked
package app.photoplay.database.job;

import org.jspecify.annotations.NullMarked;
