package app.photoplay.media.stitch;

import app.photoplay.media.sound.stereo.CodedSound;
import app.photoplay.media.sound.stereo.Sound;
import java.io.IOException;

/// The film's sound, coded once and listened to afterwards.
///
/// @param track AAC
/// @param lufs integrated loudness of what a player hears; negative infinity for silence
/// @param peak true peak of the same in dBTP
record SoundTrack(Mp4Track track, double lufs, double peak) {
  /// Brings the sound to its loudness and codes it.
  ///
  /// @param sound changed by this
  static SoundTrack of(StitchWorkspace shop, Sound sound) throws IOException, InterruptedException {
    CodedSound coded = CodedSound.of(shop, sound, shop.file("sound.mp4"));
    return new SoundTrack(Mp4Reader.track(coded.file(), "soun"), coded.lufs(), coded.peak());
  }
}
