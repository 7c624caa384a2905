package app.photoplay.provider.local.scene;

/// A moment of a story: one scene, if the film is long enough.
///
/// @param place a script's heading in plain words, or empty
/// @param picture what is to be seen, in the story's own words
/// @param speaker a member of the cast who says the words, or empty for a narrator
/// @param words that are heard, or empty
/// @param dialogue whether the words are somebody's, whoever says them
record Beat(String place, String picture, String speaker, String words, boolean dialogue) {
  static Beat told(String sentence) {
    return new Beat("", sentence, "", sentence, false);
  }

  Beat saying(String otherWords) {
    return new Beat(place, picture, speaker, otherWords, dialogue);
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
    return new Beat(place, seen, same ? by : "", both, dialogue || next.dialogue);
  }
}
