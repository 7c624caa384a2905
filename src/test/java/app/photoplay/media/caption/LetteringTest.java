package app.photoplay.media.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On a machine without any installed font.
class LetteringTest {
  @TempDir static Path folder;

  private final Lettering bare = new Lettering(folder, List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello, world – “quoted” … €3.50",
        "¿Qué tal? ¡Olá, João! Straße, œuvre, żółć",
        "Привет, мир!",
        "Καλημέρα κόσμε;",
        "مرحبا بالعالم، 123",
        "שלום עולם!"
      })
  void theFontThatComesAlongHasEveryLetter(String text) {
    assertThat(bare.missing(text, Locale.ROOT)).isEmpty();
    assertThat(bare.runs(text, Locale.ROOT)).allSatisfy(LetteringTest::hasNoBoxes);
  }

  @Test
  void takesTheOtherTextWhereTheWantedOneCannotBeDrawn() {
    assertThat(bare.drawable("Создано ИИ", "Made by AI")).isEqualTo("Создано ИИ");
    assertThat(bare.drawable("由 AI 制作", "Made by AI")).isEqualTo("Made by AI");
  }

  @ParameterizedTest
  @CsvSource({
    "नमस्ते, fonts-noto-core",
    "สวัสดี, fonts-noto-core",
    "Hello 世界, fonts-noto-cjk",
    "こんにちは, fonts-noto-cjk",
    "안녕하세요, fonts-noto-cjk"
  })
  void namesThePackageForLettersThatNoFontHas(String text, String debianPackage) {
    assertThat(bare.missing(text, Locale.ROOT)).contains(debianPackage);
    assertThatThrownBy(() -> bare.runs(text, Locale.ROOT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(debianPackage);
  }

  @Test
  void leavesOutSignsThatNoFontHasInsteadOfDrawingBoxes() {
    String text = "Well done \uD83E\uDD73\uFE0F, all!";

    assertThat(bare.missing(text, Locale.ROOT)).isEmpty();
    assertThat(bare.runs(text, Locale.ROOT))
        .allSatisfy(LetteringTest::hasNoBoxes)
        .extracting(Lettering.Run::text)
        .containsExactly("Well done , all!");
  }

  @Test
  void looksForLettersInTheFontsOfTheMachine() {
    // Unpacked by now, so this folder has one font.
    assertThat(bare.missing("a", Locale.ROOT)).isEmpty();
    InstalledFonts machine = new InstalledFonts(List.of(folder, folder.resolve("none")));

    assertThat(machine.find("aя", List.of("Latin"))).map(Font::getFamily).contains("DejaVu Sans");
    assertThat(machine.find("字", List.of("CJK"))).isEmpty();
  }

  private static void hasNoBoxes(Lettering.Run run) {
    char[] letters = run.text().toCharArray();
    FontRenderContext context = new FontRenderContext(null, true, true);
    GlyphVector glyphs =
        run.font()
            .layoutGlyphVector(context, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT);
    int[] codes = glyphs.getGlyphCodes(0, glyphs.getNumGlyphs(), null);
    assertThat(codes).doesNotContain(run.font().getMissingGlyphCode());
  }
}
