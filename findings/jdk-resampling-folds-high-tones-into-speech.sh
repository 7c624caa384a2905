#!/usr/bin/env bash
# javax.sound converts 48 kHz to 16 kHz without a filter: a 10 kHz tone comes out as a 6 kHz tone, as loud as before.
#
# Version: the JDK in use (seen on OpenJDK 17.0.15 and Temurin 25.0.3), tone and meter self-made.
# Guess: AudioSystem.getAudioInputStream(16 kHz format, 48 kHz stream), the documented way to convert, leaves out what the
#   new rate cannot hold (all above 8 kHz), as ffmpeg, sox and every resampler does; at least 40 dB down.
# Behaviour: it interpolates between neighbouring samples and does nothing else. The tone is folded to 6 kHz at the full
#   level (0 dB down). The length is off as well: 44.1 kHz gives 3 samples too many per second, and the stream's
#   getFrameLength() is -1.
# Why it matters: recognisers and aligners want 16 kHz mono; "s" and "f" of a 48 kHz recording lie mostly above 8 kHz
#   and end up as noise in the middle of the speech. It works, only the results are worse, and nobody looks here.
# Instead: resample with ffmpeg, sox or a library with a low pass, or filter before AudioSystem does it.
set -euo pipefail

cannot() { echo "cannot run here: $*" >&2; exit 2; }
need() { for tool in "$@"; do command -v "$tool" >/dev/null || cannot "$tool is missing"; done; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
need java
java -version 2>&1 | head -1
cat > Fold.java <<'JAVA'
import java.io.*; import javax.sound.sampled.*;
class Fold {
  static byte[] tone(double hz) { byte[] d = new byte[96000];
    for (int i = 0; i < 48000; i++) { int v = (int) (16000 * Math.sin(2 * Math.PI * hz * i / 48000)); d[2 * i] = (byte) v; d[2 * i + 1] = (byte) (v >> 8); } return d; }
  static double level(byte[] d, double hz, double rate) { double re = 0, im = 0; int n = d.length / 2; // of one frequency, in dB of full scale
    for (int i = 0; i < n; i++) { int s = (short) (d[2 * i] & 255 | d[2 * i + 1] << 8); re += s * Math.cos(2 * Math.PI * hz * i / rate); im += s * Math.sin(2 * Math.PI * hz * i / rate); }
    return 20 * Math.log10(2 * Math.hypot(re, im) / n / 32768 + 1e-9); }
  static byte[] to(float rate, byte[] d) throws Exception { AudioFormat f = new AudioFormat(48000, 16, 1, true, false);
    try (AudioInputStream in = AudioSystem.getAudioInputStream(new AudioFormat(rate, 16, 1, true, false), new AudioInputStream(new ByteArrayInputStream(d), f, 48000))) {
      System.out.printf("to %.0f Hz: getFrameLength %d, ", rate, in.getFrameLength()); byte[] o = in.readAllBytes(); System.out.printf("samples %d%n", o.length / 2); return o; } }
  public static void main(String[] a) throws Exception {
    byte[] high = tone(10000), low = to(16000, high); to(44100, high);
    double before = level(high, 10000, 48000), after = level(low, 6000, 16000);
    System.out.printf("10 kHz before: %.1f dB; 6 kHz after: %.1f dB; guess: below %.1f%n", before, after, before - 40);
    System.exit(after > before - 3 ? 0 : 1); } }
JAVA
java Fold.java || exit 1
echo "holds: nothing is filtered"
