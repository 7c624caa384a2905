#!/usr/bin/env bash
# ICU's cure for "Mr. Smith" (ss=standard) also joins "Is everything Ok. Let us begin." and German "Um 10 Uhr. Dann ...".
#
# Version: com.ibm.icu:icu4j:79.1 (the list comes from CLDR, other languages' ICU have the same).
# Guess: BreakIterator.getSentenceInstance with the keyword ss=standard knows abbreviations (Mr., Dr., Sr.) and does not
#   end a sentence there; words that are no abbreviations still end one.
# Behaviour: the list was made from texts by counting, and holds "Ok.", "Go.", "Up.", "Joe." in English and "Uhr." in German: after
#   them no sentence ends. Capitals count (after "job." a sentence ends). And German "z. B.", "am 3. Mai" are still cut.
# Why it matters: with it a speech front end or a captioner runs two sentences into one, without pause, and captions get too
#   long; the tests with Mr. and Dr. are all green.
# Instead: a list of abbreviations of your own through FilteredBreakIteratorBuilder.getEmptyInstance(), never the built-in.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java mvn
fetch() { # one pinned artifact of Maven Central, into lib/
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory="$work/lib" \
    >mvn.log 2>&1 || cannot "Maven does not bring $1"
}
fetch com.ibm.icu:icu4j:79.1
cat > Cut.java <<'JAVA'
import com.ibm.icu.text.BreakIterator; import com.ibm.icu.util.ULocale;
class Cut {
  static String cut(String locale, String text) { BreakIterator b = BreakIterator.getSentenceInstance(new ULocale(locale)); b.setText(text); StringBuilder o = new StringBuilder();
    for (int s = b.first(), e = b.next(); e != BreakIterator.DONE; s = e, e = b.next()) o.append('[').append(text.substring(s, e).trim()).append(']'); return o.toString(); }
  public static void main(String[] a) { boolean holds = true; System.out.println("icu4j " + com.ibm.icu.util.VersionInfo.ICU_VERSION + "; guess: the first row one sentence, all others two");
    String[][] rows = {{"en", "Mr. Smith is here."}, {"en", "Is everything Ok. Let us begin."}, {"en", "You must Go. Run now."}, {"en", "I saw Joe. He waved."}, {"de", "Wir sehen uns um 10 Uhr. Bring den Ring mit."}};
    for (String[] r : rows) { String plain = cut(r[0], r[1]), with = cut(r[0] + "@ss=standard", r[1]); System.out.println(r[0] + ": " + plain + "  with ss=standard: " + with); holds &= with.indexOf(']') == with.length() - 1; }
    System.exit(holds ? 0 : 1); } }
JAVA
java -Dstdout.encoding=UTF-8 -cp "lib/*" Cut.java || exit 1
echo "holds: words that are no abbreviations glue sentences together"
