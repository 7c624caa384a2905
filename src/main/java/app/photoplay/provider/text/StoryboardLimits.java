package app.photoplay.provider.text;

/// How much a storyboard may hold. Characters are code points.
final class StoryboardLimits {
  static final int MOST_SCENES = 20;
  static final int MOST_ROLES = 12;
  static final int WRITER = 60;
  static final int TITLE = 80;
  static final int STYLE = 300;
  static final int NAME = 40;
  static final int LOOKS = 300;
  static final int PICTURE = 600;
  static final int MOTION = 300;
  static final int WORDS = 600;

  private StoryboardLimits() {}
}
