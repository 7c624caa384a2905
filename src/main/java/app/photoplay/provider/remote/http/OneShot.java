package app.photoplay.provider.remote.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// A body that is sent once: OkHttp repeats any other by itself when the answer is 503 with
/// `Retry-After: 0` or 421, whatever it was told about retries.
final class OneShot extends RequestBody {
  private final RequestBody body;

  private OneShot(RequestBody body) {
    this.body = body;
  }

  static Request of(Request request) {
    RequestBody body = request.body();
    return body == null
        ? request
        : request.newBuilder().method(request.method(), new OneShot(body)).build();
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    body.writeTo(sink);
  }

  @Override
  public boolean isOneShot() {
    return true;
  }
}
