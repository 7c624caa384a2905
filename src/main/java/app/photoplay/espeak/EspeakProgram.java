// SPDX-License-Identifier: GPL-3.0-or-later
package app.photoplay.espeak;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/// Reads requests from standard input and answers each on standard output, until the input ends.
///
/// A request is, as `DataOutput` writes it: the voice (UTF), words a minute (int), pitch from 0 to
/// 100 (int), the longest sound in milliseconds (int), the number of bytes of the text (int), the
/// text in UTF-8. With no words a minute nothing is spoken: after `ok` follow the number of clauses
/// (int), and for each its phones in IPA (UTF) and the library's number for how it ends (int).
///
/// An answer is a status (UTF): `ok`, `long` when the sound would be too long, or what the library
/// complained of. After `ok` follow samples a second (int), the number of events (int), for each
/// its kind (byte: 1 word, 7 phone), its time in milliseconds (int), the position of the word in
/// the text in characters from 0 (int), its length (int) and the phone in IPA (UTF, empty for a
/// short gap); then the number of bytes (int) of 16 bit little endian samples, and these.
final class EspeakProgram {
  private EspeakProgram() {}

  /// Starts the program.
  ///
  /// @param arguments the library, and the folder that holds `espeak-ng-data`
  public static void main(String[] arguments) throws IOException {
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      EspeakLibrary library = EspeakLibrary.open(Path.of(arguments[0]), Path.of(arguments[1]));
      while (true) {
        String voice;
        try {
          voice = in.readUTF();
        } catch (EOFException e) {
          return;
        }
        int rate = in.readInt();
        int pitch = in.readInt();
        int longest = in.readInt();
        byte[] text = in.readNBytes(in.readInt());
        if (rate == 0) {
          answer(library.phones(voice, text), out);
        } else {
          answer(library.speak(voice, rate, pitch, longest, text), out);
        }
        out.flush();
      }
    }
  }

  private static void answer(EspeakLibrary.Phones phones, DataOutputStream out) throws IOException {
    out.writeUTF(phones.status());
    if (phones.status().equals("ok")) {
      out.writeInt(phones.clauses().size());
      for (EspeakLibrary.Clause clause : phones.clauses()) {
        out.writeUTF(clause.phones());
        out.writeInt(clause.end());
      }
    }
  }

  private static void answer(EspeakLibrary.Sound sound, DataOutputStream out) throws IOException {
    out.writeUTF(sound.status());
    if (!sound.status().equals("ok")) {
      return;
    }
    out.writeInt(sound.rate());
    out.writeInt(sound.events().size());
    for (EspeakLibrary.Event event : sound.events()) {
      out.writeByte(event.kind());
      out.writeInt(event.millis());
      out.writeInt(event.position());
      out.writeInt(event.length());
      out.writeUTF(event.phone());
    }
    ByteArrayOutputStream samples = sound.samples();
    out.writeInt(samples.size());
    samples.writeTo(out);
  }
}
