#!/usr/bin/env bash
# A MaryTTS HMM voice that becomes louder in a sentence changes its gain at a multiple of 8192 samples, within a word.
#
# Versions: de.dfki.mary:marytts-lang-en:5.2.1, voice-cmu-slt-hsmm:5.2.1, marytts-signalproc:5.2.1.
# Guess: a sentence is brought to full scale with one factor, so that its loudness goes as the voice made it.
# Behaviour: the normaliser gets the sentence in pieces of 8192 samples and divides each by the largest sample met so far. A
#   sentence whose largest sample comes late is divided by less at its beginning: the level steps down at sample 8192, 16384,
#   ... by up to 5 dB, in the middle of a vowel if that is where it falls, which is heard as a click or a "pumping" word.
# Shown here: a steady tone of half a second whose second half is three times as loud goes through that class as the voice's
#   vocoder sends its samples; the steady first half comes out with two levels.
# Why it matters: whoever looks for clicks suspects the joins of units or of sentences, where none are.
# Instead: take the vocoder's samples and give the whole sentence one gain.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java mvn
cat > pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>gain</artifactId><version>1</version><dependencies>
<dependency><groupId>de.dfki.mary</groupId><artifactId>marytts-signalproc</artifactId><version>5.2.1</version><exclusions>
<exclusion><groupId>com.twmacinta</groupId><artifactId>fast-md5</artifactId></exclusion><exclusion><groupId>gov.nist.math</groupId><artifactId>Jampack</artifactId></exclusion>
<exclusion><groupId>org.codehaus.groovy</groupId><artifactId>groovy-all</artifactId></exclusion></exclusions></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib" -DincludeScope=runtime >mvn.log 2>&1 || cannot "Maven does not bring MaryTTS"
cat > Gain.java <<'JAVA'
import java.util.Locale; import marytts.signalproc.process.AmplitudeNormalizer; import marytts.util.data.ProducingDoubleDataSource;
import marytts.util.data.audio.DDSAudioInputStream; import javax.sound.sampled.AudioFormat;
class Gain { // the levels of pieces of a tone, as they come out
  static final int N = 24576;
  static final class Tone extends ProducingDoubleDataSource { // as the vocoder of the HMM voices is one, with this processor and this number
    Tone() { super(N, new AmplitudeNormalizer(17000)); }
    public void run() { for (int i = 0; i < N; i++) putOneDataPoint((i < 12288 ? 12000 : 36000) * Math.sin(2 * Math.PI * i / 64.0)); putEndOfStream(); } }
  public static void main(String[] a) throws Exception { Tone tone = new Tone(); tone.start();
    double[] got = marytts.util.data.audio.MaryAudioUtils.getSamplesAsDoubleArray(new DDSAudioInputStream(tone, new AudioFormat(48000, 16, 1, true, false)));
    for (int at : new int[] {0, 7936, 8192, 12032, 12288}) { double most = 0; for (int i = at; i < at + 256; i++) most = Math.max(most, Math.abs(got[i]));
      System.out.printf(Locale.ROOT, "level from sample %d: %.3f%n", at, most); } System.exit(0); } }
JAVA
java -cp "lib/*" Gain.java 2>java.log | grep '^level' > out.txt || cannot "MaryTTS does not run: $(tail -1 java.log)"
echo "marytts-signalproc 5.2.1; guess: the same level from sample 0 to 12287, three times as much after it"; cat out.txt
mapfile -t level < <(awk '{print $5}' out.txt)
[ "${#level[@]}" = 5 ] || cannot "not all was computed"
[ "${level[0]}" = "${level[1]}" ] || exit 1
awk -v before="${level[1]}" -v after="${level[2]}" 'BEGIN { exit !(before / after > 1.3) }' || exit 1
echo "holds: a steady tone changes its level at sample 8192"
