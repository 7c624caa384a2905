package app.photoplay.media.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitleFileTest {
  private static final List<Cue> CUES =
      List.of(
          new Cue(Duration.ofMillis(150), Duration.ofMillis(2040), List.of("Hello & welcome!")),
          new Cue(
              Duration.ofMillis(3_723_004),
              Duration.ofSeconds(3_725),
              List.of("a < b", "مرحبا --> 你好")));

  @Test
  void writesSubRip() {
    assertThat(SubtitleFile.srt(CUES))
        .isEqualTo(
            """
            1
            00:00:00,150 --> 00:00:02,040
            Hello & welcome!

            2
            01:02:03,004 --> 01:02:05,000
            a < b
            مرحبا --> 你好

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void writesWebVttWithItsSignsEscaped() {
    assertThat(SubtitleFile.vtt(CUES))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.150 --> 00:00:02.040
            Hello &amp; welcome!

            01:02:03.004 --> 01:02:05.000
            a &lt; b
            مرحبا --&gt; 你好
            """);
  }

  @Test
  void aFileWithoutWordsIsStillAFile() {
    assertThat(SubtitleFile.srt(List.of())).isEmpty();
    assertThat(SubtitleFile.vtt(List.of())).isEqualTo("WEBVTT\n");
  }
}
