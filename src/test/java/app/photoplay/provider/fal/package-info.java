/// fal.ai as it answers, and its models at it.
@NullMarked
package app.photoplay.provider.fal;

import org.jspecify.annotations.NullMarked;
