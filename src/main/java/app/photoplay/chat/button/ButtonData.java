package app.photoplay.chat.button;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a button does when it is pressed.
///
/// Written it has at most 64 bytes, which is what Telegram takes (Discord takes 100 characters):
///
/// ```
/// v2:cancel:ABC123:1z141z4:1:Jx8_w2-aP0
///    verb   code   owner   revision, signature
/// v1:cancel:ABC123                            before there were owners and signatures
/// ```
///
/// @param verb the command, 1 to 10 of `a-z`
/// @param subject what it is about, a code perhaps with a choice behind it: 1 to 20 of `0-9A-Za-z`
/// @param owner the account whose button it is, the only one that may press it; [#ANYBODY] when the
///   command finds out by itself
/// @param revision of the draft that the message showed, from 1; [#ANY] when the button means the
///   same at each. At most 9 digits
public record ButtonData(String verb, String subject, long owner, int revision) {
  /// No owner: those of old messages, whose commands ask whose the subject is.
  public static final long ANYBODY = 0;

  /// No revision.
  public static final int ANY = 0;

  private static final int RADIX = 36;
  private static final Pattern OLD = Pattern.compile("v1:([a-z]{1,20}):([0-9A-Za-z]{1,20})");
  private static final Pattern PLAIN =
      Pattern.compile("v2:([a-z]{1,10}):([0-9A-Za-z]{1,20}):([0-9a-z]{1,12}):([0-9a-z]{1,4})");

  public ButtonData {
    if (owner < 0 || revision < 0) {
      throw new IllegalArgumentException("an owner or a revision below zero");
    }
  }

  /// A button that means the same as long as its subject is there.
  public static ButtonData of(String verb, String subject, long owner) {
    return new ButtonData(verb, subject, owner, ANY);
  }

  /// Whether written data, genuine or not, names that verb.
  public static boolean names(String verb, String data) {
    return data.startsWith("v2:" + verb + ":") || data.startsWith("v1:" + verb + ":");
  }

  /// Without a signature.
  String plain() {
    String plain =
        "v2:%s:%s:%s:%s"
            .formatted(
                verb, subject, Long.toString(owner, RADIX), Integer.toString(revision, RADIX));
    if (!PLAIN.matcher(plain).matches()) {
      throw new IllegalArgumentException("a button cannot carry " + plain);
    }
    return plain;
  }

  static Optional<ButtonData> parse(String plain) {
    Matcher data = PLAIN.matcher(plain);
    return data.matches()
        ? Optional.of(
            new ButtonData(
                data.group(1),
                data.group(2),
                Long.parseLong(data.group(3), RADIX),
                Integer.parseInt(data.group(4), RADIX)))
        : Optional.empty();
  }

  /// What messages have that were sent before there were signatures.
  static Optional<ButtonData> parseOld(String written) {
    Matcher data = OLD.matcher(written);
    return data.matches()
        ? Optional.of(new ButtonData(data.group(1), data.group(2), ANYBODY, ANY))
        : Optional.empty();
  }
}
