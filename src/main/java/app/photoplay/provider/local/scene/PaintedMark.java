package app.photoplay.provider.local.scene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;

/// A comment in a JPEG that this renderer painted, which tells by a hash of what idea: so that a
/// camera that is handed the picture can film the scene itself. It holds no word of the prompt.
///
/// It is a hint and no proof: whoever changes the picture may keep the comment.
final class PaintedMark {
  private static final String NAME = "scene ";

  /// Changes whenever the same idea is painted in another way.
  private static final String VERSION = "2";

  private static final int START_OF_IMAGE = 2;
  private static final int HEAD = 4;
  private static final byte MARKER = (byte) 0xFF;
  private static final byte APP0 = (byte) 0xE0;
  private static final byte COMMENT = (byte) 0xFE;

  private PaintedMark() {}

  /// Puts the comment into a JPEG behind its header, which must be the first segment.
  static void put(SceneIdea idea, Path jpeg) throws IOException {
    byte[] file = Files.readAllBytes(jpeg);
    byte[] text = text(idea).getBytes(ISO_8859_1);
    int at = behindHeader(file);
    ByteBuffer marked = ByteBuffer.allocate(file.length + HEAD + text.length);
    marked.put(file, 0, at);
    marked.put(MARKER).put(COMMENT).putShort((short) (text.length + 2)).put(text);
    marked.put(file, at, file.length - at);
    Files.write(jpeg, marked.array());
  }

  /// Whether a file begins as a JPEG does that was painted of the idea.
  static boolean on(Path file, SceneIdea idea) throws IOException {
    byte[] text = text(idea).getBytes(ISO_8859_1);
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(128);
    }
    int at = behindHeader(head);
    int from = at + HEAD;
    return from + text.length <= head.length
        && head[at] == MARKER
        && head[at + 1] == COMMENT
        && Arrays.equals(head, from, from + text.length, text, 0, text.length);
  }

  private static int behindHeader(byte[] jpeg) {
    boolean headed = jpeg.length > 6 && jpeg[2] == MARKER && jpeg[3] == APP0;
    return headed
        ? START_OF_IMAGE + 2 + Short.toUnsignedInt(ByteBuffer.wrap(jpeg).getShort(4))
        : START_OF_IMAGE;
  }

  private static String text(SceneIdea idea) {
    EnumSet<SceneIdea.Subject> subjects = EnumSet.noneOf(SceneIdea.Subject.class);
    subjects.addAll(idea.subjects()); // in the same order in every process
    List<Object> recipe =
        List.of(
            VERSION,
            idea.places(),
            idea.weather(),
            idea.time(),
            idea.mood(),
            subjects,
            idea.shot(),
            idea.look(),
            idea.guise(),
            idea.seed(),
            idea.view());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(recipe.toString().getBytes(ISO_8859_1));
      return NAME + HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
