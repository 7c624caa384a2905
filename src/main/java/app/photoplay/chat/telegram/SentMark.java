package app.photoplay.chat.telegram;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/// Tells a call that never left this machine from one that may have arrived: the first may be
/// repeated, the second may already be visible. Connection errors alone do not say which it was.
final class SentMark {

  /// Nothing was written to the server.
  static final class NotSent extends IOException {
    private static final long serialVersionUID = 1;

    NotSent(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  private SentMark() {}

  static OkHttpClient.Builder on(OkHttpClient.Builder builder) {
    return builder.addInterceptor(SentMark::watch).addNetworkInterceptor(SentMark::mark);
  }

  private static Response watch(Interceptor.Chain chain) throws IOException {
    var sent = new AtomicBoolean();
    try {
      var request = chain.request().newBuilder().tag(AtomicBoolean.class, sent).build();
      return chain.proceed(request);
    } catch (IOException e) {
      throw sent.get() ? e : new NotSent(e);
    }
  }

  /// Runs once the connection stands, right before the request is written.
  private static Response mark(Interceptor.Chain chain) throws IOException {
    var sent = chain.request().tag(AtomicBoolean.class);
    if (sent != null) {
      sent.set(true);
    }
    return chain.proceed(chain.request());
  }
}
