package app.photoplay.bench;

import app.photoplay.chaos.server.Flood;
import java.nio.file.Path;
import java.util.List;

/// 2,000 people who write to `./photoplay serve` within a second, over the real client and a double
/// of Telegram with its rates: how many are answered, how fast, in which order, and what it costs
/// in memory.
final class Crowd {
  private static final int PEOPLE = 2000;

  /// Messages a second that Telegram takes from one bot.
  private static final double RATE = 30;

  private static final double MOST_GROWTH = 1.3;

  private Crowd() {}

  static void main() throws InterruptedException {
    Path folder = Folders.fresh("crowd");
    try {
      String launcher = Folders.home().resolve("photoplay").toString();
      Flood flood = Flood.run(PEOPLE, folder, List.of(launcher));
      double seconds = flood.took().toMillis() / 1000.0;
      double fastest = PEOPLE / RATE;
      double growth = (double) flood.later() / flood.idle();
      Row.of(
              "answered, of " + PEOPLE + " who write within a second",
              "all",
              Integer.toString(flood.answered()),
              flood.answered() == PEOPLE)
          .print();
      Row.of(
              "until the last is answered; the platform's rate allows "
                  + Math.round(fastest)
                  + " s",
              "<= 1.2x that",
              "%.1f s".formatted(seconds),
              seconds <= 1.2 * fastest)
          .print();
      Row.of("people answered before somebody who wrote earlier", "" + flood.overtaken()).print();
      Row.of(
              "resident memory a minute later, as against before",
              "<= 1.3x",
              "%.2fx (%d, %d MB)".formatted(growth, flood.idle(), flood.later()),
              growth <= MOST_GROWTH)
          .print();
    } finally {
      Folders.delete(folder);
    }
  }
}
