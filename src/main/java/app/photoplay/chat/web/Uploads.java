package app.photoplay.chat.web;

import app.photoplay.chat.message.Attachment;
import app.photoplay.storage.Lease;
import app.photoplay.storage.upload.UploadStore;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The files that people sent. They are swept away like all files, so any may be gone.
final class Uploads {
  /// So much is read and thrown away behind the limit, so that the sender hears the refusal instead
  /// of a broken connection.
  private static final long DRAIN_BYTES = 64L << 20;

  /// Photos of phones, which are made of the same boxes as films.
  private static final Set<String> STILLS =
      Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis");

  private static final Pattern MP3_FRAME =
      Pattern.compile("\u00FF[\u00E2\u00E3\u00F2\u00F3\u00FA\u00FB]");

  private final UploadStore store;
  private final SecureRandom random = new SecureRandom();

  Uploads(UploadStore store) {
    this.store = store;
  }

  /// Takes a file in and names it.
  String receive(String visitor, InputStream body) throws IOException {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    String id = HexFormat.of().formatHex(bits);
    Path file = store.scratch();
    try {
      long bytes = write(body, file);
      if (bytes == 0) {
        throw new Refusal(400, "empty-file", Phrase.WEB_EMPTY_FILE);
      }
      if (bytes > WebSettings.UPLOAD_BYTES) {
        drain(body);
        throw tooLarge();
      }
      store.put(visitor, id, file);
    } finally {
      Files.deleteIfExists(file);
    }
    return id;
  }

  static Refusal tooLarge() {
    return new Refusal(
        413,
        "too-large",
        Phrase.WEB_TOO_LARGE.with(Argument.MEGABYTES.of(WebSettings.UPLOAD_BYTES >> 20)));
  }

  private static long write(InputStream body, Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            own("rw-------"))) {
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int read; (read = body.read(buffer)) >= 0; ) {
        bytes += read;
        if (bytes > WebSettings.UPLOAD_BYTES) {
          return bytes;
        }
        ByteBuffer piece = ByteBuffer.wrap(buffer, 0, read);
        while (piece.hasRemaining()) {
          out.write(piece);
        }
      }
      return bytes;
    }
  }

  /// Rights for this user alone, where there are such.
  private static FileAttribute<?>[] own(String rights) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long drained = 0;
    for (int read; drained < DRAIN_BYTES && (read = body.read(buffer)) >= 0; ) {
      drained += read;
    }
  }

  /// Makes an upload part of a message; empty when this visitor has none of that name.
  Optional<Lease> keep(String visitor, String id) throws IOException {
    return store.keep(visitor, id);
  }

  Optional<Lease> kept(String visitor, String id) throws IOException {
    return store.open(visitor, id);
  }

  /// The file behind [Attachment#file()], which is `<visitor>/<id>`.
  Optional<Lease> attached(String file) throws IOException {
    String[] parts = file.split("/", -1);
    return parts.length == 2 ? kept(parts[0], parts[1]) : Optional.empty();
  }

  /// Forgets an upload that no message names.
  void discard(String visitor, String id) throws IOException {
    store.discard(visitor, id);
  }

  /// Deletes what was uploaded before `before` and never sent.
  void sweep(Instant before) throws IOException {
    store.discardUnsent(before);
  }

  /// The media type of a picture or recording by its first bytes, empty when it is none that
  /// browsers show or play.
  ///
  /// @param statedType what the sender says, which tells sound from films where the bytes do not
  static String mediaType(Path file, String statedType) {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(12);
    } catch (IOException unreadable) {
      return "";
    }
    String bytes = new String(Arrays.copyOf(head, 12), StandardCharsets.ISO_8859_1);
    String inner = bytes.substring(8);
    String seen = statedType.startsWith("video/") ? "video/" : "audio/";
    return switch (bytes.substring(0, 4)) {
      case "\u0089PNG" -> "image/png";
      case "GIF8" -> "image/gif";
      case "RIFF" -> inner.equals("WEBP") ? "image/webp" : inner.equals("WAVE") ? "audio/wav" : "";
      case "OggS" -> seen + "ogg";
      case "fLaC" -> "audio/flac";
      case "\u001AE\u00DF\u00A3" -> seen + "webm";
      default -> {
        if (bytes.startsWith("\u00FF\u00D8\u00FF")) {
          yield "image/jpeg";
        }
        if (bytes.startsWith("ftyp", 4)) {
          yield STILLS.contains(inner) ? "" : (inner.equals("M4A ") ? "audio/" : seen) + "mp4";
        }
        boolean mp3 = bytes.startsWith("ID3") || MP3_FRAME.matcher(bytes).lookingAt();
        yield mp3 ? "audio/mpeg" : "";
      }
    };
  }

  /// What the file is, as far as can be said without decoding it.
  static Attachment.Kind kindOf(Path file, String statedType) {
    String type = mediaType(file, statedType);
    return switch ((type.isEmpty() ? statedType : type).replaceFirst("/.*", "")) {
      case "image" -> Attachment.Kind.PHOTO;
      case "audio" -> Attachment.Kind.AUDIO;
      case "video" -> Attachment.Kind.VIDEO;
      default -> Attachment.Kind.OTHER;
    };
  }
}
