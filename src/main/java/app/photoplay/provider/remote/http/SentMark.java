package app.photoplay.provider.remote.http;

import okhttp3.Call;
import okhttp3.EventListener;

/// Knows whether any of a request has left this machine.
final class SentMark extends EventListener {
  private volatile boolean sent;

  boolean sent() {
    return sent;
  }

  @Override
  public void requestHeadersStart(Call call) {
    sent = true;
  }
}
