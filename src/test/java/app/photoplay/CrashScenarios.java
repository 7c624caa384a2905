package app.photoplay;

import app.photoplay.CrashScenario.Outcome;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/// Everything that must survive a crash at any point. Prices are those of [TestBot#PRICED]: a
/// second of speech and standard video is 11 cents, and a word takes a second.
final class CrashScenarios {
  private static final String WORDS = "Hello my friend";
  private static final long PRICE = 330_000;

  /// Six seconds.
  private static final long CLIP_PRICE = 240_000;

  /// Their speech and video would cost more than a day's 2 dollars, the economical one would not.
  private static final String MANY_WORDS = "word ".repeat(22).strip();

  private static final Predicate<ShownMessage> VIDEO = message -> message.video().isPresent();

  static final CrashScenario PHOTO_WITH_CAPTION =
      new CrashScenario(
          "a photo with a caption",
          CrashScenario.NOTHING,
          CrashScenarios::photoWithCaption,
          false,
          new Outcome(1, 0, 1, PRICE, 2));

  static final List<CrashScenario> ALL =
      List.of(
          PHOTO_WITH_CAPTION,
          new CrashScenario(
              "a photo, then the words",
              CrashScenario.NOTHING,
              CrashScenarios::photoThenWords,
              false,
              new Outcome(1, 0, 1, PRICE, 2)),
          new CrashScenario(
              "the same photo and words again",
              CrashScenarios::photoWithCaption,
              CrashScenarios::sameAgain,
              false,
              new Outcome(2, 0, 2, PRICE, 1)),
          new CrashScenario(
              "the button Again",
              CrashScenarios::photoWithCaption,
              CrashScenarios::pressesAgain,
              false,
              new Outcome(2, 0, 2, PRICE, 1)),
          new CrashScenario(
              "the button Cancel while it renders",
              CrashScenarios::rendering,
              CrashScenarios::pressesCancel,
              true,
              // the speech was made before
              new Outcome(0, 1, 0, 30_000, 0)),
          new CrashScenario(
              "an order over the cap, then the cheaper offer",
              CrashScenario.NOTHING,
              CrashScenarios::cheaperOffer,
              false,
              new Outcome(1, 0, 1, 22 * 60_000, 2)),
          new CrashScenario(
              "a clip from words",
              CrashScenario.NOTHING,
              CrashScenarios::clip,
              false,
              new Outcome(1, 0, 1, CLIP_PRICE, 2)),
          new CrashScenario(
              "a clip of a photo",
              CrashScenario.NOTHING,
              CrashScenarios::clipOfPhoto,
              false,
              new Outcome(1, 0, 1, CLIP_PRICE, 2)),
          new CrashScenario(
              "a message to a bot that was blocked when the video was ready",
              CrashScenarios::blocked,
              CrashScenarios::comesBack,
              false,
              new Outcome(1, 0, 1, PRICE, 1)));

  private CrashScenarios() {}

  private static void clip(TelegramPerson person, Path photo) throws InterruptedException {
    person.sends("/clip [pan left] a boat at sunset");
    person.awaits("video", VIDEO);
  }

  private static void clipOfPhoto(TelegramPerson person, Path photo) throws InterruptedException {
    person.sendsPhoto(photo, "/clip");
    person.awaits("video", VIDEO);
  }

  private static void photoWithCaption(TelegramPerson person, Path photo)
      throws InterruptedException {
    person.sendsPhoto(photo, WORDS);
    person.awaits("video", VIDEO);
  }

  private static void photoThenWords(TelegramPerson person, Path photo)
      throws InterruptedException {
    person.sendsPhoto(photo, "");
    person.awaits("question", asks("What should this photo say"));
    person.sends(WORDS);
    person.awaits("video", VIDEO);
    // nothing is left of the photo that these could complete
    person.sends("Thank you");
    person.awaits("request for a photo", asks("Send me a photo of a face"));
  }

  private static void sameAgain(TelegramPerson person, Path photo) throws InterruptedException {
    person.sendsPhoto(photo, WORDS);
    person.awaits("video from the cache", VIDEO.and(asks("from cache")));
  }

  private static void pressesAgain(TelegramPerson person, Path photo) throws InterruptedException {
    person.presses(person.awaits("video", VIDEO), "Send again");
    person.awaits("video from the cache", VIDEO.and(asks("from cache")));
  }

  private static void rendering(TelegramPerson person, Path photo) throws InterruptedException {
    person.sendsPhoto(photo, WORDS);
    person.awaits("progress of the render", asks("Bringing the photo to life"));
  }

  private static void pressesCancel(TelegramPerson person, Path photo) throws InterruptedException {
    person.presses(
        person.awaits("progress of the render", asks("Bringing the photo to life")), "Cancel");
    person.awaits("end", asks("Cancelled."));
  }

  private static void blocked(TelegramPerson person, Path photo) throws InterruptedException {
    person.blocksTheBot();
    person.sendsPhoto(photo, WORDS);
    person.awaitsReceipt();
  }

  private static void comesBack(TelegramPerson person, Path photo) throws InterruptedException {
    person.unblocksTheBot();
    person.sends("/status");
    person.awaits("video", VIDEO);
  }

  private static void cheaperOffer(TelegramPerson person, Path photo) throws InterruptedException {
    person.sendsPhoto(photo, MANY_WORDS);
    ShownMessage refusal = person.awaits("refusal", asks("This would fit now"));
    person.presses(refusal, refusal.labels().getFirst());
    person.awaits("video", VIDEO);
  }

  private static Predicate<ShownMessage> asks(String words) {
    return message -> message.text().contains(words);
  }
}
