package app.photoplay.provider.local.scene;

/// A moment of a story: one scene, if the film is long enough.
///
/// @param place a script's heading in plain words, or empty
/// @param picture what is to be seen, in the story's own words
/// @param speaker a member of the cast who says the words, or empty for a narrator
/// @param words that are heard, or empty
/// @param dialogue whether the words are somebody's, whoever says them
/// @param brief the same as the first sentence of the words in fewer, or empty
/// @param goesOn whether a sentence of the words ends in the next one's
record Beat(
    String place,
    String picture,
    String speaker,
    String words,
    boolean dialogue,
    String brief,
    boolean goesOn) {
  Beat(String place, String picture, String speaker, String words, boolean dialogue) {
    this(place, picture, speaker, words, dialogue, "", false);
  }

  static Beat told(String sentence) {
    return told(sentence, sentence, "");
  }

  static Beat told(String picture, String words, String brief) {
    return new Beat("", picture, "", words, false, brief, false);
  }

  Beat saying(String otherWords) {
    return new Beat(place, picture, speaker, otherWords, dialogue, brief, goesOn);
  }

  /// As much of the words as come before the rest.
  Beat beginning(String words) {
    return new Beat(place, picture, speaker, words, dialogue, brief, true);
  }

  /// The rest of the words.
  Beat ending(String words) {
    return new Beat(place, picture, speaker, words, dialogue, "", goesOn);
  }

  /// The same picture once more, in silence.
  Beat silent() {
    return new Beat(place, picture, "", "", false);
  }

  /// Both in one scene. Where two people speak, a narrator says what they do.
  Beat with(Beat next) {
    String both = (words + " " + next.words).strip();
    boolean same = next.words.isEmpty() || words.isEmpty() || speaker.equals(next.speaker);
    String by = words.isEmpty() ? next.speaker : speaker;
    String seen =
        picture.equals(next.picture) || next.picture.isEmpty()
            ? picture
            : (picture + " " + next.picture).strip();
    return new Beat(
        place,
        seen,
        same ? by : "",
        both,
        dialogue || next.dialogue,
        words.isEmpty() ? next.brief : brief,
        next.goesOn);
  }
}
