/// Every sentence that people read, in every language. Read `Wording` first; `Phrase` lists the
/// sentences, the texts stand in `wording/<language>.properties` in ICU's message format.
///
/// Takes plain values only and knows none of the other packages.
@NullMarked
package app.photoplay.wording;

import org.jspecify.annotations.NullMarked;
