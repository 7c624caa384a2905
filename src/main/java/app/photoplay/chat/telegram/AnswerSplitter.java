package app.photoplay.chat.telegram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes the answer to `getUpdates` apart into its updates while it comes in, by brackets and
/// quotes alone: whatever stands inside one update does no harm to the others, and no answer takes
/// more memory than a batch may.
final class AnswerSplitter {

  /// The longest update, in bytes; Telegram's own stay far below it.
  static final int LONGEST_UPDATE = 1 << 20;

  /// What is read of one answer, in bytes. What follows is asked for again.
  static final int LONGEST_BATCH = 16 << 20;

  private static final int LONGEST_ENVELOPE = 1 << 16;
  private static final int LONGEST_NAME = 64;

  /// What an answer consists of.
  ///
  /// @param updates in their order; the last one may not be whole
  /// @param torn what had begun when the answer ended; empty when it ended well
  /// @param envelope the answer without its updates
  /// @param listed whether there was a list of updates
  record Answer(
      List<RawUpdate> updates, Optional<RawUpdate> torn, String envelope, boolean listed) {}

  private final List<RawUpdate> updates = new ArrayList<>();
  private final ByteArrayOutputStream envelope = new ByteArrayOutputStream();
  private final ByteArrayOutputStream update = new ByteArrayOutputStream();
  private final StringBuilder name = new StringBuilder();
  private int depth;
  private boolean quoted;
  private boolean escaped;
  private boolean listing;
  private boolean listed;
  private boolean over;

  private AnswerSplitter() {}

  /// Reads until the answer ends or there is enough.
  ///
  /// @throws IOException when the connection ends before the first update has come in; what came in
  ///   before it ended is used
  static Answer read(InputStream in) throws IOException {
    var splitter = new AnswerSplitter();
    byte[] buffer = new byte[8192];
    int total = 0;
    boolean ended = false;
    while (!ended && !splitter.over && total < LONGEST_BATCH) {
      try {
        int count = in.read(buffer);
        ended = count < 0;
        total += Math.max(count, 0);
        for (int i = 0; i < count && !splitter.over; i++) {
          splitter.take(buffer[i]);
        }
      } catch (IOException e) {
        if (splitter.updates.isEmpty()) {
          throw e;
        }
        return splitter.answer(false);
      }
    }
    return splitter.answer(ended);
  }

  private Answer answer(boolean torn) {
    return new Answer(
        List.copyOf(updates),
        torn ? Optional.of(raw(false)) : Optional.empty(),
        envelope.toString(StandardCharsets.UTF_8),
        listed);
  }

  private void take(byte b) {
    if (quoted) {
      keep(b);
      quoted = escaped || b != '"';
      escaped = !escaped && b == '\\';
      if (quoted && depth == 1 && name.length() < LONGEST_NAME) {
        name.append((char) b);
      }
      return;
    }
    switch (b) {
      case '"' -> {
        quoted = true;
        if (depth == 1) {
          name.setLength(0);
        }
        keep(b);
      }
      case '{', '[' -> {
        keep(b);
        depth++;
        if (depth == 2 && b == '[' && name.toString().equals("result")) {
          listing = true;
          listed = true;
        }
      }
      case '}', ']' -> {
        if (listing && depth == 2) {
          endUpdate();
          listing = false;
        }
        keep(b);
        depth--;
        over |= depth <= 0;
      }
      case ',' -> {
        if (listing && depth == 2) {
          endUpdate();
        } else {
          keep(b);
        }
      }
      case ' ', '\t', '\n', '\r' -> {
        if (update.size() > 0) {
          keep(b);
        }
      }
      default -> {
        keep(b);
        // a page, or anything else that is no object
        over |= depth == 0;
      }
    }
  }

  private void keep(byte b) {
    if (!listing || depth < 2) {
      envelope.write(b);
      over |= envelope.size() >= LONGEST_ENVELOPE;
      return;
    }
    update.write(b);
    if (update.size() >= LONGEST_UPDATE) {
      updates.add(raw(false));
      update.reset();
      over = true;
    }
  }

  private RawUpdate raw(boolean whole) {
    return new RawUpdate(update.toString(StandardCharsets.UTF_8), update.size(), whole);
  }

  private void endUpdate() {
    if (update.size() > 0) {
      updates.add(raw(true));
      update.reset();
    }
  }
}
