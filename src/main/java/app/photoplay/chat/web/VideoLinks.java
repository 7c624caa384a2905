package app.photoplay.chat.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Addresses at which everybody who has one can watch a video for a while, without a cookie or the
/// access token. An address holds the video's name, its end and a signature, so that nothing is
/// stored and nobody can make one up or make one last. Immutable.
public final class VideoLinks {
  /// Of a key.
  public static final int KEY_BYTES = 32;

  static final String PATH = "/v/";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int NAME = 32;
  private static final int SIGNED = NAME + Long.BYTES;
  private static final int SIGNATURE = 16;

  private final SecretKeySpec key;
  private final WebSettings.Links settings;
  private final InstantSource time;

  /// Links.
  ///
  /// @param key secret, [#KEY_BYTES] long, the same for as long as links shall work
  public VideoLinks(byte[] key, WebSettings.Links settings, InstantSource time) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.settings = settings;
    this.time = time;
  }

  /// How long links live by the settings.
  public Duration live() {
    return settings.live();
  }

  /// An address of a stored video; empty where people elsewhere cannot reach the server.
  ///
  /// @param content SHA-256 of the video in lower-case hex
  public Optional<URI> to(String content, Duration lives) {
    long until = time.instant().plus(lives).getEpochSecond();
    byte[] signed =
        ByteBuffer.allocate(SIGNED).put(HexFormat.of().parseHex(content)).putLong(until).array();
    byte[] whole = Arrays.copyOf(signed, SIGNED + SIGNATURE);
    System.arraycopy(signature(signed), 0, whole, SIGNED, SIGNATURE);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    return settings.publicUrl().map(server -> URI.create(server + PATH + token));
  }

  /// The video that a link's last part names; empty when we did not make it or its time is over.
  Optional<String> video(String token) {
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException forged) {
      return Optional.empty();
    }
    if (whole.length != SIGNED + SIGNATURE) {
      return Optional.empty();
    }
    byte[] signed = Arrays.copyOf(whole, SIGNED);
    byte[] given = Arrays.copyOfRange(whole, SIGNED, whole.length);
    Instant until = Instant.ofEpochSecond(ByteBuffer.wrap(signed).getLong(NAME));
    boolean good =
        MessageDigest.isEqual(given, signature(signed)) && time.instant().isBefore(until);
    return good ? Optional.of(HexFormat.of().formatHex(signed, 0, NAME)) : Optional.empty();
  }

  private byte[] signature(byte[] signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(signed), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
