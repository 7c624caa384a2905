// SPDX-License-Identifier: GPL-3.0-or-later
package app.photoplay.espeak;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The espeak-ng library, called through Java's foreign function interface. Constants and the
/// layout of an event are those of `speak_lib.h` 1.52. The library is one for the whole process and
/// is used by one thread.
@SuppressWarnings("restricted") // that is what this program is for
final class EspeakLibrary {
  private static final int SYNCHRONOUS = 2;
  private static final int PHONES_IN_IPA_AND_NO_EXIT = 3 | 0x8000;
  private static final int UTF_8 = 1;
  private static final int IPA = 2;
  private static final int RATE = 1;
  private static final int PITCH = 3;

  private static final long EVENT_BYTES = 40;
  private static final long EVENT_POSITION = 8;
  private static final long EVENT_LENGTH = 12;
  private static final long EVENT_MILLIS = 16;
  private static final long EVENT_NAME = 32;
  private static final int NAME_BYTES = 4;
  private static final int END_OF_LIST = 0;
  private static final int WORD = 1;
  private static final int PHONE = 7;

  private final MethodHandle setVoice;
  private final MethodHandle setParameter;
  private final MethodHandle synth;
  private final MethodHandle toPhones;
  private final int rate;

  private final List<Event> events = new ArrayList<>();
  private final ByteArrayOutputStream samples = new ByteArrayOutputStream();
  private int mostBytes;

  private EspeakLibrary(Path file, Path data) throws IOException {
    Linker linker = Linker.nativeLinker();
    SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
    MethodHandle initialize =
        handle(linker, symbols, "espeak_Initialize", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    MethodHandle setCallback = handle(linker, symbols, "espeak_SetSynthCallback", ADDRESS);
    this.setVoice = handle(linker, symbols, "espeak_SetVoiceByName", ADDRESS);
    this.setParameter =
        handle(linker, symbols, "espeak_SetParameter", JAVA_INT, JAVA_INT, JAVA_INT);
    this.synth =
        handle(
            linker,
            symbols,
            "espeak_Synth",
            ADDRESS,
            JAVA_LONG,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            ADDRESS);
    // A name of the library that comes along; it says how each clause ends as well.
    this.toPhones =
        linker.downcallHandle(
            symbols.findOrThrow("espeak_TextToPhonemesWithTerminator"),
            FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS));
    try {
      MethodHandle heard =
          MethodHandles.lookup()
              .bind(
                  this,
                  "heard",
                  MethodType.methodType(
                      int.class, MemorySegment.class, int.class, MemorySegment.class));
      MemorySegment callback =
          linker.upcallStub(
              heard, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS), Arena.global());
      MemorySegment folder = Arena.global().allocateFrom(data.toString());
      this.rate = (int) initialize.invokeExact(SYNCHRONOUS, 0, folder, PHONES_IN_IPA_AND_NO_EXIT);
      int ignored = (int) setCallback.invokeExact(callback);
    } catch (Throwable e) {
      throw new IOException("espeak-ng does not start", e);
    }
    if (rate <= 0) {
      throw new IOException("espeak-ng does not find its data in " + data);
    }
  }

  static EspeakLibrary open(Path file, Path data) throws IOException {
    return new EspeakLibrary(file, data);
  }

  private static MethodHandle handle(
      Linker linker, SymbolLookup symbols, String name, MemoryLayout... parameters) {
    return linker.downcallHandle(
        symbols.findOrThrow(name), FunctionDescriptor.of(JAVA_INT, parameters));
  }

  /// Speaks one text.
  Sound speak(String voice, int wordsPerMinute, int pitch, int longestMillis, byte[] text) {
    events.clear();
    samples.reset();
    mostBytes = (int) Math.min(Integer.MAX_VALUE - 1_000_000L, 2L * rate * longestMillis / 1000);
    try (Arena arena = Arena.ofConfined()) {
      if ((int) setVoice.invokeExact(arena.allocateFrom(voice)) != 0) {
        // The library would go on with the voice it had.
        return new Sound("no voice " + voice, rate, List.of(), samples);
      }
      int ignored = (int) setParameter.invokeExact(RATE, wordsPerMinute, 0);
      ignored = (int) setParameter.invokeExact(PITCH, pitch, 0);
      MemorySegment words = arena.allocate(text.length + 1L);
      MemorySegment.copy(text, 0, words, JAVA_BYTE, 0, text.length);
      int status =
          (int)
              synth.invokeExact(
                  words, words.byteSize(), 0, 0, 0, UTF_8, MemorySegment.NULL, MemorySegment.NULL);
      if (status != 0) {
        return new Sound("status " + status, rate, List.of(), samples);
      }
    } catch (Throwable e) {
      return new Sound("failed: " + e, rate, List.of(), samples);
    }
    String status = samples.size() > mostBytes ? "long" : "ok";
    return new Sound(status, rate, List.copyOf(events), samples);
  }

  /// The phones of one text, clause by clause.
  Phones phones(String voice, byte[] text) {
    List<Clause> clauses = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      if ((int) setVoice.invokeExact(arena.allocateFrom(voice)) != 0) {
        return new Phones("no voice " + voice, List.of());
      }
      MemorySegment words = arena.allocate(text.length + 1L);
      MemorySegment.copy(text, 0, words, JAVA_BYTE, 0, text.length);
      MemorySegment at = arena.allocate(ADDRESS);
      MemorySegment end = arena.allocate(JAVA_INT);
      at.set(ADDRESS, 0, words);
      while (at.get(ADDRESS, 0).address() != 0) {
        MemorySegment made = (MemorySegment) toPhones.invokeExact(at, UTF_8, IPA, end);
        String phones = made.reinterpret(Long.MAX_VALUE).getString(0, StandardCharsets.UTF_8);
        clauses.add(new Clause(phones, end.get(JAVA_INT, 0)));
      }
    } catch (Throwable e) {
      return new Phones("failed: " + e, List.of());
    }
    return new Phones("ok", clauses);
  }

  /// Called by the library with pieces of the sound and what happens in them.
  ///
  /// @return 0 to go on, 1 to stop
  @SuppressWarnings("unused") // by the library
  private int heard(MemorySegment sound, int count, MemorySegment list) {
    if (count > 0 && sound.address() != 0) {
      byte[] bytes = sound.reinterpret(2L * count).toArray(JAVA_BYTE);
      samples.write(bytes, 0, bytes.length);
    }
    if (samples.size() > mostBytes) {
      return 1;
    }
    MemorySegment all = list.reinterpret(Long.MAX_VALUE);
    for (long at = 0; all.get(JAVA_INT, at) != END_OF_LIST; at += EVENT_BYTES) {
      int kind = all.get(JAVA_INT, at);
      if (kind == WORD || kind == PHONE) {
        events.add(
            new Event(
                (byte) kind,
                all.get(JAVA_INT, at + EVENT_MILLIS),
                kind == WORD ? all.get(JAVA_INT, at + EVENT_POSITION) - 1 : 0,
                kind == WORD ? all.get(JAVA_INT, at + EVENT_LENGTH) : 0,
                kind == PHONE ? name(all.asSlice(at + EVENT_NAME, NAME_BYTES)) : ""));
      }
    }
    return 0;
  }

  /// The field has eight bytes, but behind a name of four or more stands what was there before: so
  /// only whole characters of the first four count.
  private static String name(MemorySegment field) {
    byte[] bytes = field.toArray(JAVA_BYTE);
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      int whole = bytes[length] >= 0 ? 1 : (bytes[length] & 0xE0) == 0xC0 ? 2 : 3;
      if (length + whole > bytes.length) {
        break;
      }
      length += whole;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /// What happens at a time: a word or a phone begins.
  record Event(byte kind, int millis, int position, int length, String phone) {}

  /// A part of a text.
  ///
  /// @param phones in IPA
  /// @param end how it ends: the library's number for its sign
  record Clause(String phones, int end) {}

  record Phones(String status, List<Clause> clauses) {}

  /// What was said.
  record Sound(String status, int rate, List<Event> events, ByteArrayOutputStream samples) {}
}
