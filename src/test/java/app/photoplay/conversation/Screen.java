package app.photoplay.conversation;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// What one person has in hand at one place. Ids are the platform's own.
interface Screen {
  /// The same for all who see the same.
  String place();

  /// Returns the message's id.
  String writes(Line line) throws Exception;

  /// Returns the id that answers go to.
  String calls(Call call) throws Exception;

  /// Sends photos together; returns the id of the message that has the words, or else of the first.
  default String sendsTogether(List<Path> photos, int worded, String words) throws Exception {
    throw new UnsupportedOperationException("one at a time");
  }

  /// Changes the words of a message that was written here.
  default void edits(Said message, String words) throws Exception {
    throw new UnsupportedOperationException("what is written stays");
  }

  /// Presses a button and waits until the platform shows that the press arrived.
  Act presses(Said message, String data) throws Exception;

  /// What the form asks for that a command has opened, line by line.
  default String form(Act call) throws Exception {
    throw new UnsupportedOperationException("there are no forms");
  }

  /// Sends that form; returns the id that answers go to.
  default String fills(Act call, Line line) throws Exception {
    throw new UnsupportedOperationException("there are no forms");
  }

  /// What is suggested while somebody types an option of a command.
  default List<String> suggestions(String command, String option, String begun) throws Exception {
    throw new UnsupportedOperationException("nothing is suggested");
  }

  /// The platform brings what a person did once more, in each way in which that can happen to it.
  void repeats(Act act) throws Exception;

  /// Every message in every state that was shown here so far.
  List<Seen> history() throws Exception;

  /// All messages as they now stand, oldest first.
  List<Seen> sees() throws Exception;

  /// Waits for a message of the bot that, as it then stands, fits.
  Seen awaits(String what, Predicate<Seen> wanted) throws Exception;

  /// The bytes of a message's video.
  byte[] watches(Seen message) throws Exception;
}
