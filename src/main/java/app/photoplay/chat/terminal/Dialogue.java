package app.photoplay.chat.terminal;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.MessageRef;
import app.photoplay.chat.message.OutboundMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Has the person at the keyboard choose among the buttons of what is shown: those that are
/// labelled with a number by that, all others by a letter. What is no choice is taken as it is
/// written. One line is read at a time, which is about what was shown last. Thread-safe.
final class Dialogue {
  private static final String LEAVE = "q";
  private static final Pattern NUMBER = Pattern.compile("^(\\d{1,2})(?!\\d)(.*)$");

  /// Hardly an idea.
  private static final Pattern MISTYPED = Pattern.compile("[a-z0-9]{0,2}");

  private final BufferedReader keyboard;
  private final PrintStream err;
  private final Consumer<Wish> told;
  private @Nullable MessageRef shown;
  private Map<String, Button> choices = Map.of();
  private boolean reading;

  /// What the person wants.
  sealed interface Wish {
    /// A button is pressed.
    ///
    /// @param at the message with the button
    record Press(MessageRef at, Button button) implements Wish {}

    record Write(String words) implements Wish {}

    record Leave() implements Wish {}
  }

  /// @param told each wish, on a thread of its own
  Dialogue(BufferedReader keyboard, PrintStream err, Consumer<Wish> told) {
    this.keyboard = keyboard;
    this.err = err;
    this.told = told;
  }

  /// Whether anything was shown that can be chosen from.
  synchronized boolean begun() {
    return shown != null;
  }

  /// What the person chooses from.
  record Shown(MessageRef at, OutboundMessage message) {}

  /// Asks about what has been shown, or once more about what was shown before.
  synchronized void ask(Optional<Shown> news) {
    news.ifPresent(it -> {
      shown = it.at();
      choices = choices(it.message());
    });
    List<String> numbers =
        choices.entrySet().stream()
            .filter(it -> it.getKey().equals(it.getValue().label()))
            .map(Map.Entry::getKey)
            .toList();
    err.println();
    if (!numbers.isEmpty()) {
      err.println("  " + String.join("  ", numbers));
    }
    choices.forEach((key, button) -> {
      if (!numbers.contains(key)) {
        err.println("  " + key + "  " + named(key, button));
      }
    });
    err.println("  " + LEAVE + "  Quit");
    err.print("Your choice, a command, or another idea: ");
    err.flush();
    if (!reading) {
      reading = true;
      Thread.ofPlatform().daemon().name("keyboard").start(this::read);
    }
  }

  private static String named(String key, Button button) {
    Matcher numbered = NUMBER.matcher(button.label());
    return numbered.matches() && numbered.group(1).equals(key)
        ? numbered.group(2).strip()
        : button.label();
  }

  private static Map<String, Button> choices(OutboundMessage message) {
    Map<String, Button> choices = new LinkedHashMap<>();
    char letter = 'a';
    for (Button button : message.buttons().stream().flatMap(List::stream).toList()) {
      Matcher numbered = NUMBER.matcher(button.label());
      if (numbered.matches()) {
        choices.put(numbered.group(1), button);
      } else {
        letter = letter == LEAVE.charAt(0) ? (char) (letter + 1) : letter;
        choices.put(String.valueOf(letter), button);
        letter++;
      }
    }
    return choices;
  }

  private void read() {
    String line;
    try {
      line = keyboard.readLine();
    } catch (IOException _) {
      line = null; // nobody is there any more
    }
    Wish wish;
    synchronized (this) {
      reading = false;
      String typed = line == null ? LEAVE : line.strip();
      String key = typed.toLowerCase(Locale.ROOT);
      Button chosen = choices.get(key);
      if (key.equals(LEAVE) || shown == null) {
        wish = new Wish.Leave();
      } else if (chosen != null) {
        wish = new Wish.Press(shown, chosen);
      } else if (MISTYPED.matcher(key).matches()) {
        err.println(typed.isEmpty() ? "" : "There is no choice " + typed + ".");
        ask(Optional.empty());
        return;
      } else {
        wish = new Wish.Write(typed);
      }
    }
    told.accept(wish);
  }
}
