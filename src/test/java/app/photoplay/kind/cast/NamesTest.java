package app.photoplay.kind.cast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
  @Test
  void areWordsOfOneLine() {
    assertThat(Names.read("  Uncle \n Bob ")).contains("Uncle Bob");
    assertThat(Names.read("Jean-Luc")).contains("Jean-Luc");
    assertThat(Names.read("O’Neill")).contains("O’Neill");
    assertThat(Names.read("安娜")).contains("安娜");
    assertThat(Names.read("x".repeat(40))).isPresent();
  }

  @Test
  void areNeitherEmptyNorLongNorLists() {
    assertThat(Names.read(" ")).isEmpty();
    assertThat(Names.read("x".repeat(41))).isEmpty();
    assertThat(Names.read("Anna, Rex")).isEmpty();
    assertThat(Names.read("ANNA: hello")).isEmpty();
    assertThat(Names.read("007")).isEmpty();
    assertThat(Names.read("<b>")).isEmpty();
  }

  @Test
  void areTheSameInAnyCase() {
    assertThat(Names.alike("ANNA", "Anna ")).isTrue();
    assertThat(Names.alike("Zoe\u0308", "ZOË")).isTrue();
    assertThat(Names.alike("Ann", "Anna")).isFalse();
  }

  @Test
  void occurAsWholeWords() {
    assertThat(Names.occurs("Anna", "On the pier anna’s dog barks")).isTrue();
    assertThat(Names.occurs("Anna", "ANNA: Hello!")).isTrue();
    assertThat(Names.occurs("Ann", "Anna goes home")).isFalse();
    assertThat(Names.occurs("Rex", "T-Rex")).isTrue();
    assertThat(Names.occurs("Rex", "Rexona")).isFalse();
    assertThat(Names.occurs("Dr. No", "the lair of Dr. No.")).isTrue();
    assertThat(Names.occurs("Ärla", "Heute lacht ärla")).isTrue();
  }

  @Test
  void occurAmongWordsWithoutSpaces() {
    assertThat(Names.occurs("安娜", "那天安娜走在海边")).isTrue();
    assertThat(Names.occurs("Anna", "那天Anna走在海边")).isTrue();
  }

  @Test
  void areListedWithCommas() {
    assertThat(Names.list("Anna, Rex;Uncle Bob,,")).containsExactly("Anna", "Rex", "Uncle Bob");
    assertThat(Names.list(" ")).isEmpty();
  }
}
