package app.photoplay.provider.remote.http;

import java.nio.charset.StandardCharsets;

/// Tells from its first bytes what a file is; what a server calls it counts for nothing.
final class Sniff {
  private Sniff() {}

  static boolean is(Fetcher.Media media, byte[] start) {
    return switch (media) {
      case VIDEO -> at(start, 4, "ftyp") || magic(start, 0x1A, 0x45, 0xDF, 0xA3);
      case IMAGE ->
          magic(start, 0xFF, 0xD8, 0xFF)
              || magic(start, 0x89, 'P', 'N', 'G')
              || (at(start, 0, "RIFF") && at(start, 8, "WEBP"));
      case SOUND ->
          (at(start, 0, "RIFF") && at(start, 8, "WAVE"))
              || at(start, 0, "ID3")
              || at(start, 0, "OggS")
              || at(start, 0, "fLaC")
              || at(start, 4, "ftyp")
              || (start.length > 1 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xE0) == 0xE0);
    };
  }

  private static boolean at(byte[] start, int from, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    if (start.length < from + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (start[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean magic(byte[] start, int... wanted) {
    if (start.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((start[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
