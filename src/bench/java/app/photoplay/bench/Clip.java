package app.photoplay.bench;

import java.io.IOException;
import java.io.InputStream;

/// The talk that is measured: the sample photo and words that take about ten seconds to say.
final class Clip {
  static final String WORDS =
      "Good morning, everybody. I was a photo until a moment ago, and nobody had ever heard my"
          + " voice. Today I can tell you a story, and it takes me about ten seconds.";

  private Clip() {}

  static byte[] photo() throws IOException {
    try (InputStream in = Clip.class.getResourceAsStream("/app/photoplay/sample/astronaut.jpg")) {
      if (in == null) {
        throw new IllegalStateException("the sample photo is missing");
      }
      return in.readAllBytes();
    }
  }
}
