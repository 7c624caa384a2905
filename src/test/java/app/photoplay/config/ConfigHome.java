package app.photoplay.config;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/// A folder with settings in it.
abstract class ConfigHome {
  static final String TOKEN = "123456:AAbbCCddEEffGG-hh_ii";

  @TempDir Path home;

  void yaml(String text) throws IOException {
    Files.writeString(home.resolve("config.yaml"), text);
  }

  void dotEnv(String text) throws IOException {
    Files.writeString(home.resolve(".env"), text);
  }

  Config valid(Map<String, String> environment) {
    return valid(environment, null, null);
  }

  Config valid(Map<String, String> environment, @Nullable Path file, @Nullable Path data) {
    return switch (Config.read(home, file, data, environment)) {
      case ConfigResult.Valid(Config config) -> config;
      case ConfigResult.Invalid invalid -> fail(invalid.report());
    };
  }

  ConfigResult.Invalid invalid(Map<String, String> environment) {
    return switch (Config.read(home, null, null, environment)) {
      case ConfigResult.Valid _ -> fail("was taken");
      case ConfigResult.Invalid invalid -> invalid;
    };
  }
}
