package app.photoplay.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageTest {
  @Test
  void readsWhatItStores() {
    for (Stage stage : Stage.values()) {
      assertThat(Stage.of(stage.stored())).isEqualTo(stage);
    }
  }

  @Test
  void readsWhatEarlierVersionsStored() {
    assertThat(Stage.of("")).isEqualTo(Stage.ORDERED);
    assertThat(Stage.of("ordered")).isEqualTo(Stage.ORDERED);
    assertThat(Stage.of("speaking")).isEqualTo(Stage.SPEAKING);
    assertThat(Stage.of("rendering")).isEqualTo(Stage.RENDERING);
    assertThat(Stage.of("filming")).isEqualTo(Stage.FILMING);
    assertThat(Stage.of("sending")).isEqualTo(Stage.WORKING);
  }
}
