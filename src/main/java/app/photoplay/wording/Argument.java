package app.photoplay.wording;

import java.time.ZonedDateTime;
import java.util.List;

/// A named gap in sentences. One name means one type in all of them, so that the compiler checks
/// what is put in.
///
/// Texts are what people wrote, names, and codes: they are set apart from a sentence that runs in
/// another direction. Numbers are written, or counted by plural forms, as the language does.
///
/// @param name as in `{name}` in the language files
/// @param type of the values
public record Argument<T>(String name, Class<?> type) {
  // texts
  public static final Argument<String> CODE = text("code");
  public static final Argument<String> COMMAND = text("command");
  public static final Argument<String> DESCRIPTION = text("description");
  public static final Argument<String> ID = text("id");
  public static final Argument<String> KEY = text("key");
  public static final Argument<String> NAME = text("name");
  public static final Argument<String> NEAREST = text("nearest");
  public static final Argument<String> OPERATION = text("operation");
  public static final Argument<String> OPTION = text("option");
  public static final Argument<String> PACKAGE = text("package");
  public static final Argument<String> PROVIDER = text("provider");
  public static final Argument<String> SENTENCE = text("sentence");
  public static final Argument<String> SPOKEN = text("spoken");
  public static final Argument<String> SQUARES = text("squares");
  public static final Argument<String> STAMP = text("stamp");
  public static final Argument<String> STEP = text("step");
  public static final Argument<String> TITLE = text("title");
  public static final Argument<String> VALUE = text("value");
  public static final Argument<String> VOICE = text("voice");
  public static final Argument<String> WHAT = text("what");
  public static final Argument<String> WORDS = text("words");
  public static final Argument<String> ZONE = text("zone");

  // several texts, written as the language lists things
  public static final Argument<List<String>> CHOICES = texts("choices");
  public static final Argument<List<String>> CODES = texts("codes");
  public static final Argument<List<String>> KEYS = texts("keys");
  public static final Argument<List<String>> NAMES = texts("names");
  public static final Argument<List<String>> VOICES = texts("voices");

  // whole sentences of the same language
  public static final Argument<Sentence> ACTOR = sentence("actor");
  public static final Argument<Sentence> CHOICE = sentence("choice");
  public static final Argument<Sentence> LABEL = sentence("label");
  public static final Argument<Sentence> LINES = sentence("lines");
  public static final Argument<Sentence> QUALITY = sentence("quality");
  public static final Argument<Sentence> REASON = sentence("reason");
  public static final Argument<Sentence> STAGE = sentence("stage");
  public static final Argument<Sentence> STATUS = sentence("status");

  // whole numbers
  public static final Argument<Number> AHEAD = number("ahead");
  public static final Argument<Number> COUNT = number("count");
  public static final Argument<Number> DAYS = number("days");
  public static final Argument<Number> DONE = number("done");
  public static final Argument<Number> LEAST = number("least");
  public static final Argument<Number> LIMIT = number("limit");
  public static final Argument<Number> MEGABYTES = number("megabytes");
  public static final Argument<Number> MINUTES = number("minutes");
  public static final Argument<Number> MOST = number("most");
  public static final Argument<Number> NEXT = number("next");
  public static final Argument<Number> NUMBER = number("number");
  public static final Argument<Number> OPEN = number("open");
  public static final Argument<Number> PAGE = number("page");
  public static final Argument<Number> PERCENT = number("percent");
  public static final Argument<Number> SECONDS = number("seconds");

  // numbers with decimals
  public static final Argument<Number> ELAPSED = number("elapsed");
  public static final Argument<Number> WORKED = number("worked");

  // money
  public static final Argument<Amount> AMOUNT = money("amount");
  public static final Argument<Amount> CAP = money("cap");
  public static final Argument<Amount> LEFT = money("left");
  public static final Argument<Amount> PRICE = money("price");
  public static final Argument<Amount> SPENT = money("spent");

  // points in time, shown by the clock of their zone
  public static final Argument<ZonedDateTime> RESETS = moment("resets");
  public static final Argument<ZonedDateTime> WHEN = moment("when");

  /// This argument with its value, for [Phrase#with].
  public Given of(T value) {
    return new Given(name, value);
  }

  private static Argument<String> text(String name) {
    return new Argument<>(name, String.class);
  }

  private static Argument<List<String>> texts(String name) {
    return new Argument<>(name, List.class);
  }

  private static Argument<Sentence> sentence(String name) {
    return new Argument<>(name, Sentence.class);
  }

  private static Argument<Number> number(String name) {
    return new Argument<>(name, Number.class);
  }

  private static Argument<Amount> money(String name) {
    return new Argument<>(name, Amount.class);
  }

  private static Argument<ZonedDateTime> moment(String name) {
    return new Argument<>(name, ZonedDateTime.class);
  }

  /// A value for the argument of that name.
  public record Given(String name, Object value) {}
}
