package app.photoplay.chat.telegram;

import app.photoplay.chat.Download;
import app.photoplay.chat.Downloading;
import app.photoplay.chat.message.Attachment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import okhttp3.Response;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;

/// Fetches what people sent, bounded in bytes, in time, and in how many are fetched at once.
final class FileDownload {

  /// What the Bot API hands out at most.
  static final long MOST_BYTES = 20L * 1024 * 1024;

  /// Telegram says of a file that is not known, and of one that it cannot get at just now, that it
  /// is one of the two: after a few seconds it is taken for unknown.
  private static final int TRIES_WHEN_UNKNOWN = 3;

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int AT_ONCE = 64;

  private final BotApi api;
  private final Duration pause;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /// @param pause before Telegram is asked again for a file that it may not know; then four times
  ///   it
  FileDownload(BotApi api, Duration pause) {
    this.api = api;
    this.pause = pause;
  }

  Download fetch(Attachment attachment, Path target, long limit) throws InterruptedException {
    long most = Math.min(limit, MOST_BYTES);
    if (attachment.bytes() > most) {
      return new Download.TooLarge(most);
    }
    places.acquire();
    try {
      for (int attempt = 1; ; attempt++) {
        Download download = once(attachment.file(), target, most);
        boolean unknown =
            download instanceof Download.Unreachable(CallFailed failed) && unknown(failed);
        if (!unknown) {
          return download;
        }
        if (attempt == TRIES_WHEN_UNKNOWN) {
          return new Download.Expired();
        }
        Thread.sleep(pause.multipliedBy(1L << (2 * (attempt - 1))));
      }
    } finally {
      places.release();
    }
  }

  private static boolean unknown(CallFailed failed) {
    return failed.code == 400 && failed.says("temporarily");
  }

  private Download once(String fileId, Path target, long most) throws InterruptedException {
    try {
      File file = api.call(client -> client.executeAsync(new GetFile(fileId)));
      if (file.getFileSize() != null && file.getFileSize() > most) {
        return new Download.TooLarge(most);
      }
      if (file.getFilePath() == null) {
        return new Download.Expired();
      }
      return read(file.getFilePath(), target, most);
    } catch (CallFailed failed) {
      if (failed.says("file is too big")) {
        return new Download.TooLarge(most);
      }
      boolean gone = failed.code == 400 && !unknown(failed);
      return gone ? new Download.Expired() : new Download.Unreachable(failed);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return new Download.Unreachable(e);
    }
  }

  private Download read(String path, Path target, long most) throws IOException {
    try (Response response = api.open(path, LONGEST)) {
      if (response.code() == 404 || response.code() == 410) {
        return new Download.Expired();
      }
      if (response.code() != 200) {
        throw new IOException("the file server answered " + response.code());
      }
      if (response.body().contentLength() > most) {
        return new Download.TooLarge(most);
      }
      try (InputStream in = response.body().byteStream()) {
        return Downloading.into(target, in, most);
      }
    }
  }
}
