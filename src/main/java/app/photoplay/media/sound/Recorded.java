package app.photoplay.media.sound;

import java.io.IOException;

/// A recording whose structure was read and whose samples can be decoded here.
interface Recorded {
  /// How long it is played, known without decoding.
  double seconds();

  /// Decodes what is played, until the buffer is full.
  ///
  /// @throws SoundBroken when it cannot be decoded to its end
  void decode(SoundBuffer sound) throws IOException;
}
