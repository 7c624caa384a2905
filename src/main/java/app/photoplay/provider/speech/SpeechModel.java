package app.photoplay.provider.speech;

import app.photoplay.provider.Model;
import java.util.Locale;

/// Speaks words.
public interface SpeechModel extends Model<SpeechNeed, SpeechInput, GeneratedSpeech>, Voices {
  /// A voice that people can choose.
  ///
  /// @param name short, lower case, unique among all providers: `slt`
  /// @param language BCP 47 tag: `en-US`
  /// @param description one plain word or two for people: `Sally, English (US)`
  record Voice(String name, String language, String description) {
    /// Whether this voice speaks a language given by its code (`de`) or whole tag (`en-us`).
    public boolean speaks(String tag) {
      return language.equalsIgnoreCase(tag)
          || Locale.forLanguageTag(language).getLanguage().equals(tag);
    }

    /// What people call the voice, without its language: `Sally`; the language where that is all
    /// that is known of it.
    public String title() {
      return description.split(",", 2)[0].strip();
    }

    /// Whether people know this voice by that name, or its language: `sally`, `german`, `deutsch`.
    boolean called(String name) {
      Locale own = Locale.forLanguageTag(language);
      return title().equalsIgnoreCase(name)
          || own.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(name)
          || own.getDisplayLanguage(own).equalsIgnoreCase(name);
    }
  }
}
