package app.photoplay.provider.google;

import app.photoplay.config.Secret;
import app.photoplay.config.Section;
import app.photoplay.provider.catalogue.Catalogue;
import app.photoplay.provider.google.GoogleSettings.Cloud;
import app.photoplay.provider.remote.Account;
import app.photoplay.provider.remote.RemoteSettings;
import app.photoplay.provider.remote.file.Workshop;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Google as an operator sets it up, at a fake.
final class Keys {
  static final Catalogue CATALOGUE = Catalogue.read(Section.unstated(""));

  private Keys() {}

  /// By key.
  static Google gemini(GoogleFake fake, String key, Workshop workshop) {
    Account account = new Account("google", "", new Secret(key), 4);
    return new Google(settings(fake, account, Optional.empty()), CATALOGUE, workshop);
  }

  /// In a project, as a service account.
  ///
  /// @param key of nothing: what must not be told
  /// @param bucket empty for none
  static Google vertex(GoogleFake fake, String key, Path home, String bucket, Workshop workshop)
      throws IOException {
    Path credentials = serviceAccount(fake.address() + "/token", home);
    return vertex(
        fake,
        key,
        new Cloud("proj", "global", bucket, fake.address(), Optional.of(credentials)),
        workshop);
  }

  /// In a project.
  static Google vertex(GoogleFake fake, String key, Cloud cloud, Workshop workshop) {
    Account account = new Account("google", GoogleSettings.CLOUD, new Secret(key), 4);
    return new Google(settings(fake, account, Optional.of(cloud)), CATALOGUE, workshop);
  }

  private static GoogleSettings settings(GoogleFake fake, Account account, Optional<Cloud> cloud) {
    return new GoogleSettings(
        new RemoteSettings("google", fake.address(), Set.of(), Optional.empty(), List.of(account)),
        cloud);
  }

  static Path serviceAccount(String tokens, Path home) throws IOException {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(Pair.SECRET)
            + "\n-----END PRIVATE KEY-----\n";
    Map<String, String> json =
        Map.of(
            "type", "service_account",
            "project_id", "proj",
            "private_key_id", "1",
            "private_key", pem,
            "client_email", "bot@proj.iam.gserviceaccount.com",
            "client_id", "2",
            "token_uri", tokens);
    Path file = home.resolve("service-account.json");
    Files.write(file, new ObjectMapper().writeValueAsBytes(json));
    return file;
  }

  /// One for all tests: to find its primes takes half a second.
  private static final class Pair {
    static final byte[] SECRET = secret();

    private static byte[] secret() {
      try {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
