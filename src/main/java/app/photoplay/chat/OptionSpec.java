package app.photoplay.chat;

import app.photoplay.wording.Nearest;
import app.photoplay.wording.Phrase;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A choice that a command offers, in one place for all who ask for it: `speed=1.2` before the
/// words of a chat command, a control of the web page, `--speed` in the shell, a typed option of a
/// slash command.
///
/// @param name 1 to 32 of `a-z`
/// @param label a few words that say what is chosen
/// @param required whether the command makes no sense without
/// @param preference whether people may want it for all that they order from now on, so that a page
///   keeps it chosen
public record OptionSpec(
    String name, Phrase label, Values values, boolean required, boolean preference) {

  /// An option of one order, which may be left out.
  public OptionSpec(String name, Phrase label, Values values) {
    this(name, label, values, false, false);
  }

  /// The same, but the command makes no sense without.
  public OptionSpec asRequired() {
    return new OptionSpec(name, label, values, true, preference);
  }

  /// The same, but people may want it for all that they order.
  public OptionSpec asPreference() {
    return new OptionSpec(name, label, values, required, true);
  }

  /// What may be chosen.
  public sealed interface Values {
    /// One of a few.
    ///
    /// @param meant the value for another way to write it, or what was written
    record OneOf(List<Choice> choices, UnaryOperator<String> meant) implements Values {
      public OneOf {
        choices = List.copyOf(choices);
      }
    }

    /// A whole number, ends included.
    record Whole(int least, int most) implements Values {}

    /// A number, ends included; people may write a comma.
    record Decimal(double least, double most) implements Values {}

    /// Words that the command judges.
    ///
    /// @param longest in UTF-16 units
    /// @param suggestions for completion; the list may be long, slow to get, and is not complete
    /// @param named what people call a suggestion
    record Text(int longest, Supplier<List<String>> suggestions, UnaryOperator<String> named)
        implements Values {
      /// With suggestions that people know by these very words.
      public Text(int longest, Supplier<List<String>> suggestions) {
        this(longest, suggestions, UnaryOperator.identity());
      }
    }

    /// A file; where none can be sent, the name of one that comes along.
    record File(List<String> included) implements Values {
      public File {
        included = List.copyOf(included);
      }
    }
  }

  /// One of a few.
  ///
  /// @param value as it is written and stored
  /// @param label what people are shown
  public record Choice(String value, Phrase label) {}

  /// One of a few; without a difference between small and capital letters.
  public static OptionSpec oneOf(String name, Phrase label, Choice... choices) {
    return new OptionSpec(
        name, label, new Values.OneOf(List.of(choices), UnaryOperator.identity()));
  }

  /// What came of reading a value.
  public sealed interface Reading {
    /// It can be chosen.
    ///
    /// @param value as it is stored
    record Good(String value) implements Reading {}

    /// It cannot be chosen.
    ///
    /// @param nearest what was probably meant
    record Bad(Optional<String> nearest) implements Reading {}
  }

  /// Reads what a person wrote.
  public Reading read(String written) {
    String text = written.strip();
    return switch (values) {
      case Values.OneOf(var choices, var meant) -> {
        String value = meant.apply(text.toLowerCase(Locale.ROOT));
        List<String> all = choices.stream().map(Choice::value).toList();
        yield all.contains(value)
            ? new Reading.Good(value)
            : new Reading.Bad(Nearest.to(value, all));
      }
      case Values.Whole(var least, var most) -> within(text, text.matches("\\d{1,9}"), least, most);
      case Values.Decimal(var least, var most) -> {
        String number = text.replace(',', '.');
        yield within(number, number.matches("[+-]?\\d{1,9}(\\.\\d{0,9})?"), least, most);
      }
      case Values.Text(var longest, _, _) ->
          text.length() <= longest ? new Reading.Good(text) : new Reading.Bad(Optional.empty());
      case Values.File(var included) ->
          included.contains(text)
              ? new Reading.Good(text)
              : new Reading.Bad(Nearest.to(text, included));
    };
  }

  private static Reading within(String text, boolean number, double least, double most) {
    boolean fits = number && Double.parseDouble(text) >= least && Double.parseDouble(text) <= most;
    return fits ? new Reading.Good(text) : new Reading.Bad(Optional.empty());
  }

  /// What was chosen, of values that were read before.
  ///
  /// @param parse of a value that [#read] found good
  public <T> T of(Map<String, String> chosen, Function<String, Optional<T>> parse, T otherwise) {
    String value = chosen.get(name);
    return value == null ? otherwise : parse.apply(value).orElseThrow();
  }

  /// What a person may mean who has typed a part of it: first what begins so.
  ///
  /// @param say a label in the person's language
  public List<Suggestion> suggestions(String typed, Function<Phrase, String> say) {
    String begun = typed.strip().toLowerCase(Locale.ROOT);
    Stream<Suggestion> all =
        switch (values) {
          case Values.OneOf(var choices, _) ->
              choices.stream().map(it -> new Suggestion(it.value(), say.apply(it.label())));
          case Values.Text(_, var texts, var named) ->
              texts.get().stream()
                  .filter(it -> !it.isBlank())
                  .map(it -> new Suggestion(it, named.apply(it)));
          case Values.Whole _, Values.Decimal _, Values.File _ -> Stream.empty();
        };
    return all.filter(it -> it.folded().stream().anyMatch(name -> name.contains(begun)))
        .sorted(
            Comparator.comparing(
                it -> it.folded().stream().noneMatch(name -> name.startsWith(begun))))
        .toList();
  }

  /// A value that may be meant.
  ///
  /// @param label what people are shown
  public record Suggestion(String value, String label) {
    private List<String> folded() {
      return List.of(label.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
    }
  }

  /// What may be written, as people read it: `calm`, `lively`, `still`, or `0.5 – 2` alone; empty
  /// when it cannot be said.
  public List<String> possible() {
    return switch (values) {
      case Values.OneOf(var choices, _) -> choices.stream().map(Choice::value).toList();
      case Values.Whole(var least, var most) -> List.of(least + " – " + most);
      case Values.Decimal(var least, var most) -> List.of(plain(least) + " – " + plain(most));
      case Values.Text(_, var suggestions, _) -> suggestions.get();
      case Values.File(var included) -> included;
    };
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /// The same with suggestions.
  ///
  /// @param named what people call one
  /// @throws IllegalStateException when it is no text
  public OptionSpec suggesting(Supplier<List<String>> suggestions, UnaryOperator<String> named) {
    if (!(values instanceof Values.Text(var longest, _, _))) {
      throw new IllegalStateException(name + " takes no free text");
    }
    return new OptionSpec(
        name, label, new Values.Text(longest, suggestions, named), required, preference);
  }

  /// The names of options.
  public static List<String> names(List<OptionSpec> options) {
    return options.stream().map(OptionSpec::name).toList();
  }
}
