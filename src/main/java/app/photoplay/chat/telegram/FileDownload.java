package app.photoplay.chat.telegram;

import app.photoplay.chat.Attachment;
import app.photoplay.chat.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.Response;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;

/// Fetches what people sent, bounded in bytes and in time. Free and harmless, so it is tried again
/// by itself.
final class FileDownload {

  /// What the Bot API hands out at most.
  static final long MOST_BYTES = 20L * 1024 * 1024;

  private static final int TRIES = 3;
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int BUFFER = 64 * 1024;

  private final BotApi api;
  private final Duration pause;

  /// @param pause between two tries
  FileDownload(BotApi api, Duration pause) {
    this.api = api;
    this.pause = pause;
  }

  Download fetch(Attachment attachment, Path target, long limit) throws InterruptedException {
    long most = Math.min(limit, MOST_BYTES);
    if (attachment.bytes() > most) {
      return new Download.TooLarge(most);
    }
    Download last = new Download.Expired();
    for (int attempt = 0; attempt < TRIES; attempt++) {
      if (attempt > 0) {
        Thread.sleep(pause.multipliedBy(attempt));
      }
      last = once(attachment.file(), target, most);
      if (!(last instanceof Download.Unreachable)) {
        return last;
      }
    }
    return last;
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
      boolean gone = failed.code == 400 && !failed.says("temporarily");
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
      boolean whole = false;
      try (InputStream in = response.body().byteStream()) {
        whole = copy(in, target, most);
      } finally {
        if (!whole) {
          Files.deleteIfExists(target);
        }
      }
      return whole ? new Download.Fetched(target) : new Download.TooLarge(most);
    }
  }

  private static boolean copy(InputStream in, Path target, long most) throws IOException {
    try (var out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[BUFFER];
      long all = 0;
      int read = in.read(buffer);
      while (read >= 0) {
        all += read;
        if (all > most) {
          return false;
        }
        out.write(buffer, 0, read);
        read = in.read(buffer);
      }
      return true;
    }
  }
}
