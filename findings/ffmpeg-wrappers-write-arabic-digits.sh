#!/usr/bin/env bash
# Jaffree and ffmpeg-cli-wrapper write times in the digits of the JVM's language: "-ss ١.٥٠٠", which ffmpeg refuses.
#
# Versions: com.github.kokorin.jaffree:jaffree:2024.08.29, net.bramp.ffmpeg:ffmpeg:0.8.0, ffmpeg 4.4.1
#   (ws.schild:jave-nativebin-linux64:3.5.0).
# Guess: the arguments are for a machine, so they are formatted with Locale.ROOT; a German JVM, the usual test, is right
#   with both ("1.500", no comma), so no one suspects more.
# Behaviour: both build the time with String.format("%d...") in the default locale. %d writes the digits of the language:
#   on a JVM in Arabic of Egypt or Persian of Iran each setPosition, setDuration and setStartOffset becomes
#   ١.٥٠٠ or ۰۰:۰۰:۰۱.۵; ffmpeg ends with "Invalid duration". Frame rates in the same command stay Latin.
# Why it matters: the desktop and server of a user in Cairo or Tehran; all other tests are green.
# Instead: -Duser.language=en for the JVM (or Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT)), or pass times
#   as arguments that you formatted yourself.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java mvn jar
fetch() { # one pinned artifact of Maven Central, into lib/
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="$1" -DoutputDirectory="$work/lib" \
    >mvn.log 2>&1 || cannot "Maven does not bring $1"
}
cat > pom.xml <<'POM'
<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>digits</artifactId><version>1</version><dependencies>
<dependency><groupId>com.github.kokorin.jaffree</groupId><artifactId>jaffree</artifactId><version>2024.08.29</version></dependency>
<dependency><groupId>net.bramp.ffmpeg</groupId><artifactId>ffmpeg</artifactId><version>0.8.0</version></dependency>
</dependencies></project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$work/lib" >mvn.log 2>&1 || cannot "Maven does not bring the libraries"
rm pom.xml
fetch ws.schild:jave-nativebin-linux64:3.5.0
jar xf lib/jave-nativebin-linux64-3.5.0.jar
ffmpeg=$(find "$work/ws" -name ffmpeg-amd64); chmod +x "$ffmpeg"
"$ffmpeg" -v error -nostdin -f lavfi -i sine=d=5 in.wav
mkdir bin; cat > bin/ffmpeg <<'SH'
#!/bin/sh
echo "jaffree: $*" > jaffree.txt
exit 1
SH
chmod +x bin/ffmpeg
cat > Digits.java <<'JAVA'
import com.github.kokorin.jaffree.ffmpeg.*; import java.nio.file.Path; import java.util.concurrent.TimeUnit;
class Digits {
  public static void main(String[] a) {
    System.out.println("bramp: " + String.join(" ", new net.bramp.ffmpeg.builder.FFmpegBuilder().setStartOffset(1500, TimeUnit.MILLISECONDS)
        .setInput("in.wav").addOutput("out.wav").setDuration(2, TimeUnit.SECONDS).done().build()));
    try { FFmpeg.atPath(Path.of("bin")).addInput(UrlInput.fromUrl("in.wav").setPosition(1500)).addOutput(UrlOutput.toUrl("out.wav").setDuration(2000)).execute(); }
    catch (RuntimeException expected) { } } }
JAVA
run() { # prints the two command lines under a language and country; Jaffree's as its ffmpeg receives it
  rm -f jaffree.txt
  java -Duser.language="$1" -Duser.country="$2" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 -cp "lib/*" Digits.java 2>/dev/null
  cat jaffree.txt
}
export LC_ALL=C.UTF-8
echo "jaffree 2024.08.29, ffmpeg-cli-wrapper 0.8.0; guess: Latin digits in every language"
run de DE | tee de.txt; run ar EG | tee ar.txt; run fa IR | tee fa.txt
grep -q 'bramp.*-ss 00:00:01.5' de.txt && grep -q 'jaffree.*-ss 1.500' de.txt || cannot "the German command lines are not as expected"
rc=0; "$ffmpeg" -v error -nostdin -y -ss '١.٥٠٠' -i in.wav -f null - || rc=$?
[ "$rc" != 0 ] || exit 1
grep -q 'bramp.*-ss ٠٠:٠٠:٠١' ar.txt && grep -q 'jaffree.*-ss ١.٥٠٠' ar.txt && grep -q 'jaffree.*-ss ۱.۵۰۰' fa.txt || exit 1
echo "holds: Arabic and Persian digits reach the command line, and ffmpeg refuses them"
