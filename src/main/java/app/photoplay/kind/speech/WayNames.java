package app.photoplay.kind.speech;

import app.photoplay.provider.speech.SpeakingWay;
import app.photoplay.wording.Phrase;

/// What people call the ways in which a voice speaks.
public final class WayNames {
  private WayNames() {}

  public static Phrase of(SpeakingWay way) {
    return switch (way) {
      case WARM -> Phrase.WAY_WARM;
      case BRIGHT -> Phrase.WAY_BRIGHT;
      case DEEP -> Phrase.WAY_DEEP;
      case CHILD -> Phrase.WAY_CHILD;
      case STORYTELLER -> Phrase.WAY_STORYTELLER;
      case ROBOT -> Phrase.WAY_ROBOT;
    };
  }
}
