/// How well providers work, from what came of calls. Knows no model.
@NullMarked
package app.photoplay.provider.health;

import org.jspecify.annotations.NullMarked;
