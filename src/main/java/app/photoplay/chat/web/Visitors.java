package app.photoplay.chat.web;

import app.photoplay.wording.Phrase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Who may write, and how fast. A cookie is easily thrown away, so new visitors are counted by the
/// day and by the network they come from, and what a network sends is limited, too. May be used
/// from any thread.
final class Visitors {
  private static final int SECONDS_OF_A_DAY = 24 * 60 * 60;

  private final WebSettings.Visitors most;
  private final WebStore store;
  private final InstantSource time;
  private final SecretKeySpec key;
  private final RateCap messages;
  private final RateCap files;
  private final RateCap networkMessages;
  private final RateCap networkFiles;

  Visitors(WebSettings settings, WebStore store, InstantSource time) {
    this.most = settings.visitors();
    this.store = store;
    this.time = time;
    this.key =
        new SecretKeySpec(
            ("network " + settings.accessToken()).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    this.messages = new RateCap(5, 1, time);
    this.files = new RateCap(20, 60, time);
    this.networkMessages = new RateCap(20, 4, time);
    this.networkFiles = new RateCap(60, 60, time);
  }

  /// @throws Refusal when the visitor may not
  void writes(String visitor, String network) {
    if ((isLimited() && !networkMessages.allows(network)) || !messages.allows(visitor)) {
      throw new Refusal(429, "slow-down", Phrase.WEB_TOO_FAST);
    }
    admit(visitor, network);
  }

  /// @throws Refusal when the visitor may not
  void sendsFile(String visitor, String network) {
    if ((isLimited() && !networkFiles.allows(network)) || !files.allows(visitor)) {
      throw new Refusal(429, "slow-down", Phrase.WEB_TOO_MANY_FILES);
    }
    admit(visitor, network);
  }

  private boolean isLimited() {
    return most.perNetwork() > 0;
  }

  private void admit(String visitor, String network) {
    if (most.equals(WebSettings.Visitors.UNLIMITED)) {
      return;
    }
    long day = time.instant().getEpochSecond() / SECONDS_OF_A_DAY;
    switch (store.admit(visitor, hashed(day, network), day, most)) {
      case WELCOME -> {}
      case TOO_MANY_THERE -> throw new Refusal(429, "visitors", Phrase.WEB_VISITORS_THERE);
      case TOO_MANY_TODAY -> throw new Refusal(429, "visitors", Phrase.WEB_VISITORS_TODAY);
    }
  }

  /// An address says where somebody lives, so it is not stored.
  private String hashed(long day, String network) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      byte[] hash = mac.doFinal((day + " " + network).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
