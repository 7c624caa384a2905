/// What people write turned into what a voice says: numbers, money, dates, units, signs, initials
/// and decorated letters as words, by a table for each language. Read `Reading` first.
///
/// `Reader` goes through the text once and lets the first rule that matches read a piece of it.
/// The rules are the same for all languages; what differs stands in
/// `src/main/resources/app/photoplay/provider/speech/reading/CODE.properties`. Names of units,
/// currencies and months and the words of numbers come from ICU. Knows no voice.
@NullMarked
package app.photoplay.provider.speech.reading;

import org.jspecify.annotations.NullMarked;
