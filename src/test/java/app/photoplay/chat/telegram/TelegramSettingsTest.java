package app.photoplay.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.photoplay.testkit.FakeTelegram;
import app.photoplay.testkit.TelegramReply;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramSettingsTest {

  private static final String TOKEN = "123456:AAF-secret";

  @Test
  void neverShowsTheToken() {
    assertThat(new TelegramSettings(TOKEN).toString())
        .doesNotContain("AAF-secret")
        .contains("https://api.telegram.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "123456:", "123456:a/b", "123456:a b", "bot123456:abc"})
  void refusesWhatIsNoTokenWithoutShowingIt(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TelegramSettings(token))
        .withMessage(
            "The Telegram token must look like 123456:ABC-def; @BotFather shows it under /mybots.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host:8081/telegram",
        "https://host?x=1",
        "https://host/#a",
        "https://host//"
      })
  void refusesAServerWithAPath(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TelegramSettings(TOKEN, URI.create(url)))
        .withMessageContaining("without a path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://host", "host:8081", "/path", "https://user:pass@host"})
  void refusesWhatIsNoServer(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TelegramSettings(TOKEN, URI.create(url)))
        .withMessageContaining("must look like");
  }

  @Test
  void findsThatATokenWorks() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      var settings = new TelegramSettings(telegram.token(), telegram.uri());

      assertThat(TelegramCheck.run(settings)).isEqualTo(new TelegramCheck.Works(FakeTelegram.BOT));
    }
  }

  @Test
  void findsThatATokenIsWrong() throws Exception {
    try (FakeTelegram telegram = FakeTelegram.start()) {
      var settings = new TelegramSettings(TOKEN, telegram.uri());

      assertThat(TelegramCheck.run(settings)).isEqualTo(new TelegramCheck.WrongToken());
    }
  }

  @Test
  void findsThatTheServerCannotBeReachedOrTalksNonsense() throws Exception {
    FakeTelegram telegram = FakeTelegram.start();
    var settings = new TelegramSettings(telegram.token(), telegram.uri());
    telegram.next("getMe", TelegramReply.badGateway());

    TelegramCheck nonsense = TelegramCheck.run(settings);
    telegram.close();
    TelegramCheck nobody = TelegramCheck.run(settings);

    assertThat(nonsense).isInstanceOf(TelegramCheck.Unreachable.class);
    assertThat(nobody).isInstanceOf(TelegramCheck.Unreachable.class);
    assertThat(nobody.toString()).doesNotContain(telegram.token());
  }
}
