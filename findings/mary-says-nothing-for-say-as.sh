#!/usr/bin/env bash
# MaryTTS leaves out what stands in <say-as interpret-as="digits">: "The code is 2026 today" loses the code, silently.
#
# Versions: de.dfki.mary:marytts-lang-en:5.2.1, voice-cmu-slt-hsmm:5.2.1.
# Guess: say-as is a hint how to read: digits gives "two zero two six"; a synthesiser that does not know a hint reads the
#   text as if the hint were not there, as SSML asks.
# Behaviour: digits, cardinal, telephone and date make the number vanish: the sentence is as long as "The code is today.",
#   and a text that is only the number gives 0 samples. No exception, no log line at warning level. Without say-as it is read.
# Why it matters: codes, amounts and times, the very words that people mark up because they must be right, are not said.
# Instead: spell numbers out before Mary sees them; check each utterance's length against the same text without markup.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java mvn
cat > pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>ssml</artifactId><version>1</version><dependencies>
<dependency><groupId>de.dfki.mary</groupId><artifactId>marytts-lang-en</artifactId><version>5.2.1</version><exclusions>
<exclusion><groupId>com.twmacinta</groupId><artifactId>fast-md5</artifactId></exclusion><exclusion><groupId>gov.nist.math</groupId><artifactId>Jampack</artifactId></exclusion>
<exclusion><groupId>de.dfki.lt.jtok</groupId><artifactId>jtok-core</artifactId></exclusion><exclusion><groupId>org.codehaus.groovy</groupId><artifactId>groovy-all</artifactId></exclusion></exclusions></dependency>
<dependency><groupId>de.dfki.mary</groupId><artifactId>voice-cmu-slt-hsmm</artifactId><version>5.2.1</version><exclusions>
<exclusion><groupId>com.twmacinta</groupId><artifactId>fast-md5</artifactId></exclusion><exclusion><groupId>gov.nist.math</groupId><artifactId>Jampack</artifactId></exclusion>
<exclusion><groupId>de.dfki.lt.jtok</groupId><artifactId>jtok-core</artifactId></exclusion><exclusion><groupId>org.codehaus.groovy</groupId><artifactId>groovy-all</artifactId></exclusion></exclusions></dependency>
<dependency><groupId>de.dfki.lt.jtok</groupId><artifactId>jtok-core</artifactId><version>1.9.4</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib" -DincludeScope=runtime >mvn.log 2>&1 || cannot "Maven does not bring MaryTTS"
cat > Speak.java <<'JAVA'
import java.util.*; import javax.sound.sampled.*; import marytts.LocalMaryInterface; import marytts.util.data.audio.MaryAudioUtils; import marytts.util.dom.DomUtils;
class Speak { // seconds and loudness of each argument
  public static void main(String[] a) throws Exception { LocalMaryInterface mary = new LocalMaryInterface(); mary.setInputType("SSML"); mary.setOutputType("AUDIO");
    for (String x : a) { AudioInputStream s = mary.generateAudio(DomUtils.parseDocument("<?xml version=\"1.0\"?><speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"en-US\">" + x + "</speak>"));
      double[] d = MaryAudioUtils.getSamplesAsDoubleArray(s); double sum = 0; for (double v : d) sum += v * v;
      System.out.printf(Locale.ROOT, "spoken %.2f s rms %.3f %s%n", d.length / (double) s.getFormat().getSampleRate(), d.length == 0 ? 0 : Math.sqrt(sum / d.length), x); }
    System.exit(0); } }
JAVA
java -cp "lib/*" Speak.java 'The code is 2026 today.' 'The code is today.' 'The code is <say-as interpret-as="digits">2026</say-as> today.' \
  'The code is <say-as interpret-as="cardinal">2026</say-as> today.' 'The code is <say-as interpret-as="telephone">5550199</say-as> today.' \
  '<say-as interpret-as="digits">2026</say-as>' 2>java.log | grep '^spoken' > out.txt || cannot "MaryTTS does not run: $(tail -1 java.log)"
echo "marytts 5.2.1; guess: the marked-up ones are at least as long as the first"; cat out.txt
mapfile -t s < <(awk '{print $2}' out.txt)
[ "${#s[@]}" = 6 ] || cannot "not all were spoken"
awk -v f="${s[0]}" -v g="${s[1]}" 'BEGIN { exit !(f > g + 0.5) }' || cannot "the plain number is not read either"
for i in 2 3 4; do [ "${s[$i]}" = "${s[1]}" ] || exit 1; done
[ "${s[5]}" = 0.00 ] || exit 1
echo "holds: the number is missing"
