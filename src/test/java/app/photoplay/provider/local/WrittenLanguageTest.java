package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Guten Morgen",
        "de | Hallo Oma",
        "de | Alles Gute zum Geburtstag!",
        "de | Wie geht es dir?",
        "de | Ich liebe dich",
        "es | Hola",
        "es | Te quiero mucho",
        "es | ¿Cómo estás?",
        "es | Feliz cumpleaños mamá",
        "es | Vamos a la playa",
        "fr | Bonjour",
        "fr | Je t'aime",
        "fr | Comment ça va ?",
        "fr | Joyeux anniversaire",
        "it | Ciao",
        "it | Ti amo",
        "it | Come stai?",
        "it | Buon compleanno",
        "pt | Olá",
        "pt | Eu te amo",
        "pt | Tudo bem?",
        "pt | Feliz aniversário",
        "pt | Bom dia a todos",
        "nl | Goedemorgen",
        "nl | Ik hou van jou",
        "pl | Cześć, jak się masz?",
        "tr | Nasılsın?",
        "tr | Seni seviyorum",
        "id | Apa kabar?",
        "sv | Hej, hur mår du?",
        "da | Hej, hvordan har du det?",
        "no | Hei, hvordan har du det?",
        "fi | Mitä kuuluu?",
        "hu | Jó reggelt!",
        "cs | Jak se máš?",
        "en | Hello",
        "en | Hi Anna",
        "en | OK",
        "en | Happy birthday, dear Anna!",
        "en | The quick brown fox jumps over the lazy dog",
        "en | I am at the café in São Paulo with José",
        "en | Yes.",
        "en | No.",
        "en | 42",
        "en | We go to La Paz and El Paso",
        "ru | Привет",
        "uk | Привіт",
        "ar | مرحبا",
        "fa | سلام، چطوری؟",
        "ur | آپ کیسے ہیں؟",
        "hi | नमस्ते",
        "zh | 你好",
        "zh | 你好 hello",
        "en | hello, my friend 你好",
        "ja | 漢字とひらがな",
        "ko | 안녕",
        "th | สวัสดี",
        "he | שלום"
      })
  void isKnownFromAFewWords(String language, String words) {
    assertThat(WrittenLanguage.of(words)).isEqualTo(language);
  }
}
