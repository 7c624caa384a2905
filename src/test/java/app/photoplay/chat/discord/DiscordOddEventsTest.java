package app.photoplay.chat.discord;

import static app.photoplay.testkit.discord.DiscordOption.option;
import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.chat.update.NotRecorded;
import app.photoplay.testkit.Inbox;
import app.photoplay.testkit.discord.DiscordChannel;
import app.photoplay.testkit.discord.DiscordInteraction;
import app.photoplay.testkit.discord.DiscordPerson;
import app.photoplay.testkit.discord.DiscordReply;
import app.photoplay.testkit.discord.FakeDiscord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody expects, and sinks that do not take what comes.
class DiscordOddEventsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FakeDiscord discord = FakeDiscord.start().withoutRates().patient(Bots.PATIENCE);
  private final DiscordChannel channel = discord.guild("Photo friends").channel("general");
  private final DiscordPerson alone = discord.person(7_000_000_000_000_000_001L);
  private final DiscordPerson ann = alone.in(channel);
  private final Inbox inbox = new Inbox();
  private final DiscordChat chat = Bots.at(discord);

  @BeforeEach
  void open() throws Exception {
    chat.start(inbox, Bots.COMMANDS);
    Bots.awaitReady(discord, inbox);
  }

  @AfterEach
  void close() {
    chat.close();
    discord.close();
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }

  private void goesOn() throws Exception {
    alone.dm("still there?");
    assertThat(inbox.message().words()).isEqualTo("still there?");
    assertThat(chat.trouble()).isEmpty();
    assertThat(discord.gateway().identifies()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"custom_id\":\"x\",\"component_type\":99}",
        "{\"name\":\"talk\",\"id\":\"1\",\"type\":1,\"options\":[{\"name\":\"script\",\"type\":99}]}",
        "{\"name\":\"no-such\",\"id\":\"1\",\"type\":1}",
        "{\"name\":\"talk\",\"id\":\"1\",\"type\":2,\"target_id\":\"5\"}",
        "{\"name\":\"talk\",\"id\":\"1\",\"type\":1,\"options\":[{\"name\":\"photo\",\"type\":11,"
            + "\"value\":\"600\"}],\"resolved\":{}}",
        "{\"name\":\"talk\",\"id\":\"1\",\"type\":1,\"unknown\":{\"deep\":[1,2,{\"er\":null}]}}"
      })
  void survivesInteractionsThatItDoesNotUnderstand(String data) throws Exception {
    for (int type : new int[] {1, 2, 3, 4, 5, 6, 77}) {
      ann.happens(type, json(data));
    }

    alone.dm("still there?");
    while (!(inbox.next(ChatUpdate.class) instanceof ChatUpdate.PlainMessage)) {
      // commands that it does not know are told so
    }
    goesOn();
  }

  @Test
  void survivesEventsAndTextsThatItDoesNotKnow() throws Exception {
    discord.gateway().tell("HOLOGRAM_CREATE", json("{\"id\":\"1\",\"what\":[null]}"));
    discord.gateway().tell("MESSAGE_CREATE", json("{}"));
    discord.gateway().tell("MESSAGE_CREATE", json("{\"id\":\"5\",\"channel_id\":\"x\"}"));
    discord.gateway().tell("INTERACTION_CREATE", json("{}"));
    discord.gateway().tell("CHANNEL_UPDATE", json("{\"id\":\"1\"}"));
    discord.gateway().sayRaw("{\"op\":42,\"d\":{\"new\":true}}");

    goesOn();
  }

  @Test
  void acknowledgesBeforeTheSinkTakesAnything() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    chat.stop();
    chat.start(
        update -> {
          try {
            gate.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          inbox.accept(update);
        },
        Bots.COMMANDS);

    DiscordInteraction open = ann.slash("talk", option("script", "Hello."));
    DiscordInteraction personal = ann.slash("budget");
    DiscordInteraction window = ann.slash("talk");
    int shown = discord.awaitAcknowledged(open).type();
    boolean ephemeral = discord.awaitAcknowledged(personal).ephemeral();
    int asked = discord.awaitAcknowledged(window).type();
    gate.countDown();

    assertThat(shown).isEqualTo(5);
    assertThat(ephemeral).isTrue();
    assertThat(asked).isEqualTo(9);
    assertThat(inbox.command().command()).isEqualTo("talk");
    assertThat(inbox.command().command()).isEqualTo("budget");
  }

  @Test
  void hasStoredAllThatItAcknowledgedWhenItIsStopped() throws Exception {
    List<String> stored = new CopyOnWriteArrayList<>();
    chat.stop();
    chat.start(
        update -> {
          busyDisk();
          stored.add(update.id());
        },
        Bots.COMMANDS);
    List<DiscordInteraction> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      asked.add(ann.slash("talk", option("script", "Hello.")));
      discord.awaitAcknowledged(asked.getLast());
    }

    chat.stop();

    assertThat(stored).isEqualTo(asked.stream().map(it -> Long.toString(it.id())).toList());
  }

  private static void busyDisk() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException("it must not be interrupted while it writes", e);
    }
  }

  @Test
  void passesOnWhatCameTooLateToBeAcknowledged() throws Exception {
    discord.next(
        "POST interactions/*/*/callback", DiscordReply.error(404, 10_062, "Unknown interaction"));
    ann.slash("talk", option("script", "Hello."));
    var asked = inbox.command().message();

    chat.send(asked.conversation(), Bots.answer("hello", asked));

    ann.awaits("answer", it -> it.text().equals("hello"));
  }

  @Test
  void triesAgainWhatCannotBeStoredAndLosesNothing() throws Exception {
    AtomicInteger failures = new AtomicInteger(3);
    chat.stop();
    chat.start(
        update -> {
          if (failures.getAndDecrement() > 0) {
            throw new NotRecorded(NotRecorded.Why.UNAVAILABLE, new IllegalStateException("busy"));
          }
          inbox.accept(update);
        },
        Bots.COMMANDS);

    alone.dm("one");
    alone.dm("two");

    assertThat(inbox.message().words()).isEqualTo("one");
    assertThat(inbox.message().words()).isEqualTo("two");
    goesOn();
  }

  @Test
  void keepsTheOrderWhenEventsComeTwice() throws Exception {
    discord.gateway().duplicateEvents();
    alone.dm("one");
    alone.dm("two");

    assertThat(inbox.message().words()).isEqualTo("one");
    assertThat(inbox.message().words()).isEqualTo("one");
    assertThat(inbox.message().words()).isEqualTo("two");
  }
}
