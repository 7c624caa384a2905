package app.photoplay.storage.reuse;

import app.photoplay.budget.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 over an account, a kind and its request: equal wishes of one person have equal
/// fingerprints, and nobody ever gets what was made from another's photo.
public record Fingerprint(String value) {

  public static Fingerprint of(AccountId account, String kind, String request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String canonical = "v1\n" + account.value() + "\n" + kind + "\n" + request;
      byte[] hash = digest.digest(canonical.getBytes(StandardCharsets.UTF_8));
      return new Fingerprint(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
