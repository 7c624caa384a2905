#!/usr/bin/env bash
# MaryTTS ignores <prosody rate="50%"> and all volumes, takes rate="0.5" for it, and makes "+100%" 2.6 times as fast.
#
# Versions: de.dfki.mary:marytts-lang-en:5.2.1, voice-cmu-slt-hsmm:5.2.1.
# Guess: rate="50%" is half as fast (the form of SSML 1.1 and of every cloud voice), "+100%" twice as fast (SSML 1.0), and
#   volume="silent" or "x-soft" is softer; a value that is not understood is an error.
# Behaviour: "50%" and "200%" change nothing at all; "0.5" and "-50%" give 1.5 times the length, not 2; "+100%" gives
#   0.38 of it, not 0.5. No volume is obeyed, "silent" speaks at the full level. No exception.
# Why it matters: a slider for speed that was tried with a cloud voice does nothing with the offline one; a length that was
#   computed from the rate (captions, lips, price) is wrong by a third.
# Instead: change speed and level of the samples, and take times from the result, never from the markup.
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
t='The quick brown fox jumps over the lazy dog.'
java -cp "lib/*" Speak.java "$t" "<prosody rate=\"50%\">$t</prosody>" "<prosody rate=\"200%\">$t</prosody>" "<prosody rate=\"0.5\">$t</prosody>" \
  "<prosody rate=\"+100%\">$t</prosody>" "<prosody volume=\"silent\">$t</prosody>" 2>java.log | grep '^spoken' > out.txt || cannot "MaryTTS does not run: $(tail -1 java.log)"
echo "marytts 5.2.1; guess: lengths 1, 2, 0.5, 2, 0.5, 1 times the first, the last one silent"; cat out.txt
mapfile -t s < <(awk '{print $2}' out.txt); mapfile -t r < <(awk '{print $5}' out.txt)
[ "${#s[@]}" = 6 ] || cannot "not all were spoken"
[ "${s[1]}" = "${s[0]}" ] && [ "${s[2]}" = "${s[0]}" ] && [ "${s[5]}" = "${s[0]}" ] && [ "${r[5]}" = "${r[0]}" ] || exit 1
awk -v a="${s[0]}" -v b="${s[3]}" -v c="${s[4]}" 'BEGIN { exit !(b / a < 1.7 && c / a < 0.43) }' || exit 1
echo "holds: ignored, or by another factor than asked for"
