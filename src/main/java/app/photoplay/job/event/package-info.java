/// What happens to jobs, for those who watch over them: read `JobEvent` first.
@NullMarked
package app.photoplay.job.event;

import org.jspecify.annotations.NullMarked;
