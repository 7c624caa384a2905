package app.photoplay.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.testkit.discord.DiscordReply;
import app.photoplay.testkit.discord.FakeDiscord;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordSettingsTest {
  private static final String SECRET = "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Gfake0.secret";

  @Test
  void neverShowsTheToken() {
    assertThat(new DiscordSettings(SECRET, DiscordSettings.DISCORD).toString())
        .doesNotContain(SECRET)
        .contains("https://discord.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host/api/v10", "http://host/api/v10/", "http://host/api/v10//"})
  void writesTheServerWithOneSlashAtItsEnd(String url) {
    assertThat(new DiscordSettings(SECRET, URI.create(url)).base())
        .isEqualTo("http://host/api/v10/");
  }

  @Test
  void findsThatATokenWorksAndHowToInviteTheBot() {
    try (FakeDiscord discord = FakeDiscord.start().withoutRates()) {
      discord.guild("Photo friends");
      discord.gateway().shards(3);
      var settings = new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl());

      DiscordCheck.Works works = (DiscordCheck.Works) DiscordCheck.run(settings);

      assertThat(works.name()).isEqualTo("photoplay");
      assertThat(works.shards()).isEqualTo(3);
      assertThat(works.servers()).isOne();
      assertThat(works.invitation())
          .contains("client_id=" + FakeDiscord.BOT)
          .contains("permissions=274878024704");
    }
  }

  @Test
  void findsThatATokenIsWrong() {
    try (FakeDiscord discord = FakeDiscord.start().withoutRates()) {
      assertThat(DiscordCheck.run(new DiscordSettings(SECRET, discord.apiUrl())))
          .isEqualTo(new DiscordCheck.WrongToken());
    }
  }

  @Test
  void findsThatDiscordCannotBeReachedOrTalksNonsense() {
    FakeDiscord discord = FakeDiscord.start().withoutRates();
    var settings = new DiscordSettings(FakeDiscord.TOKEN, discord.apiUrl());
    discord.next("GET users/@me", DiscordReply.badGateway());

    DiscordCheck nonsense = DiscordCheck.run(settings);
    discord.close();
    DiscordCheck nobody = DiscordCheck.run(settings);

    assertThat(nonsense).isInstanceOf(DiscordCheck.Unreachable.class);
    assertThat(nobody).isInstanceOf(DiscordCheck.Unreachable.class);
    assertThat(nobody.toString()).doesNotContain(FakeDiscord.TOKEN);
  }
}
