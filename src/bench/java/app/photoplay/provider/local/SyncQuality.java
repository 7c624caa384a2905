package app.photoplay.provider.local;

import app.photoplay.bench.Folders;
import app.photoplay.bench.Row;
import app.photoplay.bench.Samples;
import app.photoplay.media.tool.Ffmpeg;
import app.photoplay.provider.local.SyncMeter.Sync;
import app.photoplay.provider.local.SyncMeter.Talk;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How well lips and voice fit in finished videos: three texts, two photos, and a minute.
final class SyncQuality {
  private static final List<String> TEXTS =
      List.of(
          "Hello, I am a talking photo. My mother bought me a big blue boat.",
          "Happy birthday! We all hope that you have a wonderful day.",
          "The party is over. Please call me back when you are at home again.");

  private SyncQuality() {}

  static void main() throws Exception {
    Path folder = Folders.fresh("sync");
    try {
      SyncMeter meter = new SyncMeter(new Ffmpeg(null, "", folder), folder);
      Samples lags = new Samples();
      Samples fits = new Samples();
      for (Path photo : List.of(meter.smiling(), meter.shut())) {
        for (String text : TEXTS) {
          Sync sync = meter.talk(photo, text).sync();
          lags.add(sync.lag());
          fits.add(sync.best());
        }
      }
      Row.of(
              "lips ahead of the voice, 3 texts, 2 photos",
              "within 25 ms",
              lags.text(0, " ms"),
              Math.abs(lags.median()) <= 25)
          .print();
      Row.of("fit of lips and voice", ">= 0.5", fits.text(2, ""), fits.median() >= 0.5).print();
      drift(meter);
    } finally {
      Folders.delete(folder);
    }
  }

  /// The same words four times: the first time against the last.
  private static void drift(SyncMeter meter) throws Exception {
    Talk talk = meter.talk(meter.smiling(), (String.join(" ", TEXTS) + " ").repeat(4).strip());
    double length = talk.seconds();
    double first = talk.sync(0, length / 4).lag();
    double last = talk.sync(3 * length / 4, length - 0.5).lag();
    String measured =
        String.format(
            Locale.ROOT, "%.1f ms in %.0f s (%.1f, %.1f)", last - first, length, first, last);
    Row.of("drift of lips against voice", "< 10 ms", measured, Math.abs(last - first) < 10).print();
  }
}
