/// Where the program starts: `Main` hands over to `app`, which `assembly` puts together.
@NullMarked
package app.photoplay;

import org.jspecify.annotations.NullMarked;
