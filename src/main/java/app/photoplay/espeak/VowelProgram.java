// SPDX-License-Identifier: GPL-3.0-or-later
package app.photoplay.espeak;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes the vowels into Arabic texts with the network of libtashkeel, which piper-jni carries.
///
/// piper-jni gives the network to voices alone. The voice that it is given here says the number of
/// each letter instead of a sound, and full scale at the end, so that the letters can be read back.
///
/// Says `ready` (UTF). A request is the number of bytes of a text (int) and the text in UTF-8; its
/// answer the number of samples (int), and these (short), in which full scale stands for 1000.
final class VowelProgram {
  private VowelProgram() {}

  /// Starts the program.
  ///
  /// @param arguments the voice's model and its settings
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      // by name, because its classes are put beside ours when this is built
      Class<?> type = Class.forName("io.github.givimad.piperjni.PiperJNI");
      Object piper = type.getConstructor().newInstance();
      type.getMethod("initialize", boolean.class, boolean.class).invoke(piper, false, true);
      Object voice =
          type.getMethod("loadVoice", Path.class, Path.class)
              .invoke(piper, Path.of(arguments[0]), Path.of(arguments[1]));
      Method speak = type.getMethod("textToAudio", voice.getClass(), String.class);
      out.writeUTF("ready");
      out.flush();
      while (true) {
        byte[] text;
        try {
          text = in.readNBytes(in.readInt());
        } catch (EOFException e) {
          return;
        }
        short[] samples =
            (short[]) speak.invoke(piper, voice, new String(text, StandardCharsets.UTF_8));
        out.writeInt(samples.length);
        for (short sample : samples) {
          out.writeShort(sample);
        }
        out.flush();
      }
    }
  }
}
