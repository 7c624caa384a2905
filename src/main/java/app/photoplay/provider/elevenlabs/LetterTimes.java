package app.photoplay.provider.elevenlabs;

import app.photoplay.provider.speech.SpeechTimings.Word;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// When each letter of a text is heard, as ElevenLabs tells it.
///
/// @param text all letters, as they were ordered
/// @param words what stands between white space, each from its first letter to its last
record LetterTimes(String text, List<Word> words) {
  LetterTimes {
    words = List.copyOf(words);
  }

  /// Reads `alignment`; empty lists when there is none.
  static LetterTimes of(JsonNode alignment) {
    JsonNode letters = alignment.path("characters");
    JsonNode starts = alignment.path("character_start_times_seconds");
    JsonNode ends = alignment.path("character_end_times_seconds");
    StringBuilder text = new StringBuilder();
    List<Word> words = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= letters.size(); i++) {
      String letter = i < letters.size() ? letters.path(i).asText() : " ";
      if (letter.isBlank()) {
        String word = text.substring(text.length() - length(letters, from, i));
        if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
          words.add(new Word(word, millis(starts.path(from)), millis(ends.path(i - 1))));
        }
        from = i + 1;
      }
      text.append(i < letters.size() ? letter : "");
    }
    return new LetterTimes(text.toString(), words);
  }

  private static int length(JsonNode letters, int from, int to) {
    int length = 0;
    for (int i = from; i < to; i++) {
      length += letters.path(i).asText().length();
    }
    return length;
  }

  private static double millis(JsonNode seconds) {
    return seconds.asDouble() * 1000;
  }
}
