package app.photoplay.assembly;

import static org.assertj.core.api.Assertions.fail;

import app.photoplay.config.ConfigResult;
import app.photoplay.config.Effective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/// A folder with settings in it.
abstract class SettingsHome {
  static final String TOKEN = "123456:AAbbCCddEEffGG-hh_ii";

  @TempDir Path home;

  void yaml(String text) throws IOException {
    Files.writeString(home.resolve("config.yaml"), text);
  }

  void dotEnv(String text) throws IOException {
    Files.writeString(home.resolve(".env"), text);
  }

  Settings valid(Map<String, String> environment) {
    return valid(environment, null, null);
  }

  Settings valid(Map<String, String> environment, @Nullable Path file, @Nullable Path data) {
    return read(environment, file, data).settings();
  }

  Effective effective(Map<String, String> environment) {
    return read(environment, null, null).effective();
  }

  ConfigResult.Valid<Settings> read(
      Map<String, String> environment, @Nullable Path file, @Nullable Path data) {
    return switch (Settings.read(home, file, data, environment)) {
      case ConfigResult.Valid<Settings> valid -> valid;
      case ConfigResult.Invalid<Settings> invalid -> fail(invalid.report());
    };
  }

  ConfigResult.Invalid<Settings> invalid(Map<String, String> environment) {
    return switch (Settings.read(home, null, null, environment)) {
      case ConfigResult.Valid<Settings> _ -> fail("was taken");
      case ConfigResult.Invalid<Settings> invalid -> invalid;
    };
  }
}
