package app.photoplay.media.sound;

import app.photoplay.media.mp4.IndexedTrack;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// The kinds of files that hold sound, as their first bytes tell.
enum SoundKind {
  WAV("wav"),
  WAVE64("w64"),
  AIFF("aiff"),
  AU("au"),
  CAF("caf"),
  OGG("ogg"),
  MP3("mp3"),
  MP4("mov"),
  MATROSKA("matroska"),
  FLAC("flac"),
  AMR("amr"),
  ADTS("aac"),
  ASF("asf"),
  AVI("avi"),
  WAVPACK("wv");

  /// What films of QuickTime begin with that are older than `ftyp`.
  private static final Set<String> FIRST_BOXES =
      Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");

  private static final int LONGEST_NAME = 16;
  private static final int TAG_HEAD = 10;
  private static final String ASF_NAME = "0&\u00b2u\u008ef\u00cf\u0011";

  private final String demuxer;

  SoundKind(String demuxer) {
    this.demuxer = demuxer;
  }

  /// ffmpeg's name for what reads it.
  String demuxer() {
    return demuxer;
  }

  /// Reads the structure of a file.
  ///
  /// @param track the sound of an MP4
  /// @throws SoundUnknown when it is not decoded in Java
  Recorded recorded(byte[] file, Optional<IndexedTrack> track) {
    return switch (this) {
      case WAV -> WavSound.of(file);
      case WAVE64 -> WavSound.wide(file);
      case AIFF -> PcmFiles.aiff(file);
      case AU -> PcmFiles.au(file);
      case CAF -> PcmFiles.caf(file);
      case OGG -> {
        if (!OpusStream.named(file)) {
          throw new SoundUnknown("Ogg without Opus");
        }
        yield OggOpus.of(file);
      }
      case MP3 -> Mp3Sound.of(file);
      case MP4 -> Mp4Sound.of(file, track.orElseThrow());
      case MATROSKA -> WebmOpus.of(file);
      case FLAC, AMR, ADTS, ASF, AVI, WAVPACK -> throw new SoundUnknown(demuxer);
    };
  }

  /// The kind of a file; empty when it holds no sound that anything here knows.
  static Optional<SoundKind> of(byte[] file) {
    int at = behindTags(file);
    int length = Math.min(LONGEST_NAME, file.length - at);
    String head = new String(file, at, length, StandardCharsets.ISO_8859_1);
    Optional<SoundKind> named = named(head);
    if (named.isPresent()) {
      return named;
    }
    boolean sync = length > 1 && (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xE0) == 0xE0;
    if (sync && (file[at + 1] & 0x06) == 0) {
      return Optional.of(ADTS);
    }
    return sync || at > 0 ? Optional.of(MP3) : Optional.empty();
  }

  private static Optional<SoundKind> named(String head) {
    if (head.length() < 12) {
      return Optional.empty();
    }
    String inner = head.substring(8, 12);
    SoundKind kind =
        switch (head.substring(0, 4)) {
          case "RIFF" -> inner.equals("WAVE") ? WAV : inner.equals("AVI ") ? AVI : null;
          case "RF64", "BW64" -> inner.equals("WAVE") ? WAV : null;
          case "riff" -> head.startsWith(".\u0091\u00cf\u0011", 4) ? WAVE64 : null;
          case "FORM" -> inner.equals("AIFF") || inner.equals("AIFC") ? AIFF : null;
          case ".snd" -> AU;
          case "caff" -> CAF;
          case "OggS" -> OGG;
          case "fLaC" -> FLAC;
          case "#!AM" -> AMR;
          case "wvpk" -> WAVPACK;
          case "\u001AE\u00DF\u00A3" -> MATROSKA;
          default ->
              FIRST_BOXES.contains(head.substring(4, 8))
                  ? MP4
                  : head.startsWith(ASF_NAME) ? ASF : null;
        };
    return Optional.ofNullable(kind);
  }

  /// Where the sound begins behind tags (ID3v2), which may be put before any kind.
  static int behindTags(byte[] file) {
    int at = 0;
    while (at + TAG_HEAD <= file.length
        && file[at] == 'I'
        && file[at + 1] == 'D'
        && file[at + 2] == '3') {
      int size = 0;
      for (int i = 6; i < TAG_HEAD; i++) {
        size = size << 7 | (file[at + i] & 0x7F);
      }
      at += TAG_HEAD + size + ((file[at + 5] & 0x10) != 0 ? TAG_HEAD : 0);
    }
    return Math.min(at, file.length);
  }
}
