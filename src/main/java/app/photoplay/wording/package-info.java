/// Every sentence that people read, in every language. Read `Wording` first; `Phrase` lists the
/// sentences, `Argument` what can stand in them, and `wording/<language>.properties` has the texts,
/// in ICU's message format. A text is a whole sentence: none is put together from halves, because
/// other languages order theirs otherwise.
///
/// Takes plain values only and knows none of the other packages.
@NullMarked
package app.photoplay.wording;

import org.jspecify.annotations.NullMarked;
