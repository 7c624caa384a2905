package app.photoplay.kind.cast;

import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.OptionSpec.Choice;
import app.photoplay.chat.OptionSpec.Reading;
import app.photoplay.chat.OptionSpec.Values;
import app.photoplay.command.Invocation;
import app.photoplay.command.OptionWords;
import app.photoplay.kind.OrderOptions;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody wants of the cast, whether it was written, as in `/cast add Anna looks="red
/// coat"`, or chosen field by field.
///
/// @param action one of [#ADD], [#LIST], [#REMOVE] and, for anything else, what was written
/// @param name as it was written, may be empty
/// @param looks may be empty
/// @param voice as it was written, may be empty
record CastWords(String action, String name, String looks, String voice) {
  static final String ADD = "add";
  static final String LIST = "list";
  static final String REMOVE = "remove";

  private static final int LOOKS_UNITS = 200;

  private static final OptionSpec ACTION =
      OptionSpec.oneOf(
          "action",
          Phrase.OPTION_ACTION,
          new Choice(ADD, Phrase.CAST_ADD),
          new Choice(LIST, Phrase.CAST_LIST),
          new Choice(REMOVE, Phrase.CAST_REMOVE));
  private static final OptionSpec NAME =
      new OptionSpec("name", Phrase.OPTION_NAME, new Values.Text(200, List::of));
  private static final OptionSpec LOOKS =
      new OptionSpec("looks", Phrase.OPTION_LOOKS, new Values.Text(LOOKS_UNITS, List::of));

  static final List<OptionSpec> OPTIONS = List.of(ACTION, NAME, LOOKS, OrderOptions.VOICE);

  /// Options are read before the words; here people write them behind the name as well. Phones turn
  /// quotes into curved ones.
  private static final Pattern BEHIND =
      Pattern.compile("\\s(looks|voice)=(?:[\"“„]([^\"“”]*)[\"“”]|(\\S*))\\s*$");

  /// What came of reading.
  sealed interface Read {
    record Good(CastWords words) implements Read {}

    /// They make no sense.
    ///
    /// @param sentence says what was not understood
    record Bad(String sentence) implements Read {}
  }

  static Read of(Invocation call, Wording wording) {
    Map<String, String> chosen = new HashMap<>(call.options());
    String rest = " " + call.words().strip();
    for (Matcher option = BEHIND.matcher(rest); option.find(); option = BEHIND.matcher(rest)) {
      OptionSpec spec = option.group(1).equals(LOOKS.name()) ? LOOKS : OrderOptions.VOICE;
      String value = option.group(2) == null ? option.group(3) : option.group(2);
      switch (spec.read(value)) {
        case Reading.Good(var good) -> chosen.put(spec.name(), good);
        case Reading.Bad bad -> {
          return new Read.Bad(OptionWords.refusal(spec, value, bad, call.language(), wording));
        }
      }
      rest = rest.substring(0, option.start());
    }
    return new Read.Good(of(chosen, rest.strip()));
  }

  private static CastWords of(Map<String, String> chosen, String written) {
    String action = Optional.ofNullable(chosen.get(ACTION.name())).orElse("");
    String name = written;
    if (action.isEmpty()) {
      String[] words = written.split("\\s+", 2);
      Reading first = ACTION.read(words[0]);
      action =
          first instanceof Reading.Good(var known) ? known : written.isEmpty() ? LIST : words[0];
      name = words.length > 1 ? words[1] : "";
    }
    return new CastWords(
        action,
        chosen.getOrDefault(NAME.name(), name),
        chosen.getOrDefault(LOOKS.name(), ""),
        chosen.getOrDefault(OrderOptions.VOICE.name(), ""));
  }
}
