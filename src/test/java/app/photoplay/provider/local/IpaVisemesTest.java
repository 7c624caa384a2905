package app.photoplay.provider.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpaVisemesTest {
  @ParameterizedTest
  @ValueSource(strings = {"m", "b", "p", "mʲ", "pʰ", "bʱ", "pf"})
  void closesTheLips(String sound) {
    assertThat(Viseme.of(sound).closure()).isEqualTo(1);
  }

  @Test
  void opensForAllKindsOfA() {
    for (String sound : new String[] {"a", "aː", "ɑ̃", "ˈa", "ɐ"}) {
      assertThat(Viseme.of(sound).open()).isGreaterThan(0.9);
    }
  }

  @Test
  void glidesThroughDiphthongs() {
    assertThat(Viseme.of("aɪ")).isEqualTo(Viseme.A);
    assertThat(Viseme.atEnd("aɪ")).isEqualTo(Viseme.I);
    assertThat(Viseme.atEnd("aʊ")).isEqualTo(Viseme.U);
    assertThat(Viseme.atEnd("aː")).isEqualTo(Viseme.A);
  }

  @Test
  void shapesAffricatesByTheirHiss() {
    assertThat(Viseme.of("tʃ")).isEqualTo(Viseme.SH);
    assertThat(Viseme.of("tɕ")).isEqualTo(Viseme.SH);
  }

  @Test
  void keepsTheMouthHalfOpenForWhatItDoesNotKnow() {
    assertThat(Viseme.of("ʘ")).isEqualTo(Viseme.MIDDLE);
    assertThat(Viseme.of("_")).isEqualTo(Viseme.REST);
  }
}
