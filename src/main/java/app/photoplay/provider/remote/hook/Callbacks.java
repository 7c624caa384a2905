package app.photoplay.provider.remote.hook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The addresses at which providers may call this program: each names an order, and has a secret in
/// it that only its provider was told. Thread-safe.
public final class Callbacks {
  /// Where they lie, before the provider's name, the order's key and its secret.
  public static final String PATH = "/hooks/";

  /// How long the key is that the secrets come from.
  public static final int KEY_BYTES = 32;

  /// For a program that nobody can call.
  public static final Callbacks NONE = new Callbacks(Optional.empty(), anyKey());

  private static final String METHOD = "HmacSHA256";

  /// 160 bits.
  private static final int SECRET_LETTERS = 40;

  private final Optional<URI> server;
  private final SecretKeySpec key;

  /// The addresses below a server.
  ///
  /// @param server where others reach it; only https counts, because the secret is in the address
  /// @param key the same for all programs on one database
  public Callbacks(Optional<URI> server, byte[] key) {
    this.server = server.filter(it -> "https".equals(it.getScheme()));
    this.key = new SecretKeySpec(key, METHOD);
  }

  /// The address that an order carries; empty when its provider could not reach us.
  ///
  /// @param order the key that it is sent with, see [app.photoplay.job.PaidCall#send]
  public Optional<String> address(String provider, String order) {
    return server.map(it -> it + PATH + provider + "/" + order + "/" + secret(provider, order));
  }

  /// Whether somebody who calls himself so was told the secret of that order.
  public boolean knows(String provider, String order, String secret) {
    return MessageDigest.isEqual(
        secret(provider, order).getBytes(StandardCharsets.UTF_8),
        secret.getBytes(StandardCharsets.UTF_8));
  }

  private String secret(String provider, String order) {
    try {
      Mac mac = Mac.getInstance(METHOD);
      mac.init(key);
      byte[] secret = mac.doFinal((provider + "/" + order).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(secret).substring(0, SECRET_LETTERS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + METHOD, e);
    }
  }

  private static byte[] anyKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
