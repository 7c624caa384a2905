package app.photoplay.provider.remote.speech;

import app.photoplay.budget.Money;
import app.photoplay.budget.price.PriceBook;
import app.photoplay.budget.price.Quantity;
import app.photoplay.budget.price.Unit;
import app.photoplay.provider.catalogue.ModelCard;
import app.photoplay.provider.speech.SpeechCheck;
import app.photoplay.provider.speech.SpeechModel.Voice;
import app.photoplay.provider.speech.SpeechNeed;
import app.photoplay.provider.speech.SpeechPrompt;
import app.photoplay.provider.speech.reading.Reading;
import app.photoplay.provider.text.SpokenTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The voices of a provider's model, and what can be said of words before it speaks them.
///
/// @param card whose `voices` name each by what the provider calls it, its language and its name
///   for people: `voices=21m00Tcm4TlvDq8ikWAM:en-US:Rachel|Aria:en-US`
/// @param named what the provider calls each of them
public record CardVoices(ModelCard card, List<Named> named) {
  public CardVoices {
    named = List.copyOf(named);
  }

  /// A voice.
  ///
  /// @param id what the provider calls it
  public record Named(String id, Voice voice) {
    /// One of a card's.
    ///
    /// @param language BCP 47 tag
    /// @param label what people call it
    public static Named of(ModelCard card, String id, String language, String label) {
      String word = label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
      String name = card.provider() + "-" + word.replaceAll("^-|-$", "");
      String spoken = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
      return new Named(id, new Voice(name, language, label + ", " + spoken));
    }
  }

  /// Those that the card names.
  public static CardVoices of(ModelCard card) {
    List<Named> named = new ArrayList<>();
    for (String entry : card.more("voices").map(it -> it.split("\\|")).orElse(new String[0])) {
      String[] parts = entry.strip().split(":", 3);
      String language = parts.length > 1 ? parts[1] : "en-US";
      named.add(Named.of(card, parts[0], language, parts.length > 2 ? parts[2] : parts[0]));
    }
    return new CardVoices(card, named);
  }

  public List<Voice> voices() {
    return named.stream().map(Named::voice).toList();
  }

  public Optional<Named> find(String name) {
    return named.stream().filter(it -> it.voice().name().equals(name)).findFirst();
  }

  /// What the model is given to speak: the words as they stand, since most read numbers, money and
  /// dates themselves; or, where the card says `reading=ours`, everything in words.
  public String text(SpeechPrompt prompt) {
    return card.more("reading").filter("ours"::equals).isEmpty()
        ? prompt.words()
        : find(prompt.voice())
            .map(named -> Reading.of(prompt.words(), named.voice().language()).spoken())
            .orElse(prompt.words());
  }

  /// See [app.photoplay.provider.speech.Voices#check].
  public SpeechCheck check(SpeechPrompt prompt) {
    if (find(prompt.voice()).isEmpty()) {
      return new SpeechCheck.NoSuchVoice();
    }
    if (prompt.words().codePoints().noneMatch(Character::isLetterOrDigit)) {
      return new SpeechCheck.NoWords();
    }
    double seconds = SpokenTime.seconds(prompt.words()) / prompt.manner().speed();
    return seconds > card.lengths().longest() || prompt.words().length() > card.longestPrompt()
        ? new SpeechCheck.TooLong(seconds)
        : new SpeechCheck.Speakable(seconds);
  }

  /// See [app.photoplay.provider.Model#price]: by the letters where the card is priced so, else by
  /// the time that they take.
  public Optional<Money> price(SpeechNeed need, PriceBook prices) {
    if (need.recorded() || find(need.voice()).isEmpty() || need.characters() <= 0) {
      return Optional.empty();
    }
    Quantity quantity =
        card.price().per() == Unit.CHARACTER
            ? Quantity.characters(need.characters())
            : Quantity.millis(need.millis());
    return Optional.of(card.cost(prices, quantity));
  }
}
