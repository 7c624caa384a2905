package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.photoplay.provider.local.piper.Phonemizer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Arabic as people write it is spoken with its vowels.
class ArabicVowelsTest {
  private static final Espeak ESPEAK = new Espeak(new EspeakFiles(Path.of("target", "cache")));

  private static final String SENTENCES =
      "مرحبا، كيف حالك؟ تصبح على خير. أهلا وسهلا بكم. أنا صورة جميلة."
          + " عيد ميلاد سعيد يا صديقي. شكرا جزيلا على الهدية. نلتقي غدا في المدرسة.";

  private static final Pattern VOWEL = Pattern.compile("[aeiouæɐɑəɛɪʊ]");

  /// What nobody can say.
  private static final Pattern CONSONANTS = Pattern.compile("[^aeiouæɐɑəɛɪʊˤʲ]{3,}");

  @TempDir Path work;

  @Test
  void wordsThatNobodyCouldSayBecomeFew() throws Exception {
    assumeThat(ArabicVowels.comeAlong()).isTrue();
    ArabicVowels vowels = new ArabicVowels(work);

    String vowelled = vowels.of(SENTENCES);

    assertThat(phones("مرحبا")).doesNotContain("marħaba");
    assertThat(phones(vowels.of("مرحبا"))).contains("marħaba");
    long before = unspeakable(phones(SENTENCES));
    long after = unspeakable(phones(vowelled));
    assertThat(before).isGreaterThanOrEqualTo(4);
    assertThat(after).isLessThanOrEqualTo(1);
  }

  @Test
  void whatIsNotArabicAndTheSignsStay() throws Exception {
    assumeThat(ArabicVowels.comeAlong()).isTrue();

    String read = new ArabicVowels(work).of("مرحبا 25، OK؟");

    assertThat(read).contains("25").contains("،").containsIgnoringCase("ok").contains("؟");
  }

  @Test
  void endingsAndDoublingsAreLeftOut() {
    assertThat(ArabicVowels.cleaned("كِتَابٌ، السَّلَامُ")).isEqualTo("كِتَاب، السَلَام");
  }

  private static String phones(String text) throws Exception {
    List<Phonemizer.Clause> clauses = ESPEAK.clauses("ar", text);
    return String.join(" ", clauses.stream().map(Phonemizer.Clause::phones).toList())
        .replaceAll("[ːˈˌ]", "");
  }

  private static long unspeakable(String phones) {
    return Pattern.compile("\\s+")
        .splitAsStream(phones.strip())
        .filter(word -> !VOWEL.matcher(word).find() || CONSONANTS.matcher(word).find())
        .count();
  }
}
