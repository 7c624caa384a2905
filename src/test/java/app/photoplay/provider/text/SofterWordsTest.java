package app.photoplay.provider.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SofterWordsTest {
  @Test
  void leavesOutWhatIsCruelAndKeepsWhatIsMeant() {
    assertThat(SofterWords.soft("A bloody, violent knight lifts a sword over the naked stone"))
        .isEqualTo(
            "A calm scene that is suitable for everybody. A knight lifts a sword over the stone");
  }

  @Test
  void leavesOutWhatCouldHurtTheSecondTime() {
    assertThat(SofterWords.softest("a brutal knight with a sword"))
        .startsWith("A peaceful picture for a family audience")
        .endsWith("nobody is hurt. a knight with a");
  }

  @Test
  void keepsWordsThatOnlyContainSuchWords() {
    assertThat(SofterWords.softest("the swordfish by the gunwale"))
        .endsWith("the swordfish by the gunwale");
  }

  @Test
  void keepsOtherLanguagesAsTheyAre() {
    assertThat(SofterWords.soft("ein blutiger Himmel")).endsWith("everybody. ein blutiger Himmel");
  }
}
