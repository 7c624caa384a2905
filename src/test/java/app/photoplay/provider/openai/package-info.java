@NullMarked
package app.photoplay.provider.openai;

import org.jspecify.annotations.NullMarked;
