package app.photoplay;

import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Path;

/// Something that people do, which must come to the same end wherever the bot is stopped.
///
/// A new kind of job joins the crash tests by a line in [CrashScenarios#ALL].
///
/// @param name a sentence's begin: "a photo with a caption"
/// @param before what happens before the bot may be stopped
/// @param play what happens then; returns when the person has seen the end
/// @param held whether the renderer never finishes by itself
/// @param outcome how everything must look in the end
record CrashScenario(String name, Part before, Part play, boolean held, Outcome outcome) {

  /// What happens before, when nothing does.
  static final Part NOTHING = (_, _) -> {};

  /// What a person does and sees. Nobody tells the person that the bot was stopped.
  @FunctionalInterface
  interface Part {
    void act(TelegramPerson person, Path photo) throws InterruptedException;
  }

  /// The end.
  ///
  /// @param made how many jobs without parent ended well
  /// @param cancelled how many were cancelled
  /// @param videos how many messages show a video
  /// @param chargedMicroUsd what all cost together
  /// @param renders how many renders may have been finished in all lives of the bot together
  record Outcome(int made, int cancelled, int videos, long chargedMicroUsd, int renders) {}
}
