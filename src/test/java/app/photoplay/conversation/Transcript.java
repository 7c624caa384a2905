package app.photoplay.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What was said and seen in one scenario, in order, to be read by people.
final class Transcript {
  private static final String MARGIN = " ".repeat(18);

  private final boolean sounds;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> states = new HashSet<>();
  private final Set<String> messages = new HashSet<>();

  /// The message that the last line is about, empty when it is about none that may still change.
  private String last = "";

  /// Whether the last line shows how a message has changed.
  private boolean change;

  /// @param sounds whether messages come with a sound
  Transcript(boolean sounds) {
    this.sounds = sounds;
  }

  void does(String who, String what) {
    add(who, what);
    last = "";
  }

  /// Of changes that follow each other at once, as those of a progress, the last one stands.
  ///
  /// @param place where it is seen; others may see the same there
  /// @param to who sees it
  void sees(String place, String to, Seen message) {
    if (message.own() || !states.add(place + message)) {
      return;
    }
    String name = place + " " + message.id();
    boolean known = !messages.add(name);
    if (known && last.equals(name) && message.video().isEmpty()) {
      lines.removeLast();
    } else {
      change = known;
    }
    add("bot to " + to, shown(to, message));
    last = name;
  }

  private String shown(String to, Seen message) {
    StringBuilder shown = new StringBuilder();
    if (change) {
      shown.append("(that message becomes)\n");
    }
    if (sounds && !change && message.quiet()) {
      shown.append("(without a sound)\n");
    }
    if (message.alone()) {
      shown.append("(only ").append(to).append(" sees this)\n");
    }
    message.video().ifPresent(video -> shown.append(video).append('\n'));
    if (message.picture()) {
      shown.append("[picture]\n");
    }
    if (!message.document().isEmpty()) {
      shown.append("[file ").append(message.document()).append("]\n");
    }
    shown.append(message.text());
    if (!message.buttons().isEmpty()) {
      shown.append("\n[").append(String.join("] [", message.labels())).append(']');
    }
    return shown.toString();
  }

  private void add(String who, String what) {
    String head = (who + MARGIN).substring(0, Math.max(who.length() + 1, MARGIN.length()));
    lines.add(head + what.replace("\n", "\n" + MARGIN));
  }

  void write(Path file, String title) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, title + "\n\n" + String.join("\n", lines) + "\n");
  }

  /// `makesAPhotoSpeak` as a sentence.
  static String sentence(String method) {
    String words = method.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
