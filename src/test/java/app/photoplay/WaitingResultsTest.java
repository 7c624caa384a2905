package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.delivery.DeliveryStore;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramPerson;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What becomes of a video whose chat is closed to the bot when it is ready.
class WaitingResultsTest extends TelegramConversation {
  private final BlockingQueue<String> left = new LinkedBlockingQueue<>();

  @Override
  PortDecorator around() {
    return new PortDecorator() {
      @Override
      public <T> T port(Class<T> type, T real) {
        return type.equals(DeliveryStore.class) ? type.cast(reporting(type, real)) : real;
      }
    };
  }

  /// Tells when a result is left waiting.
  private Object reporting(Class<?> type, Object real) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (_, method, arguments) -> {
          Object result = method.invoke(real, arguments);
          if (method.getName().equals("leaveWaiting")) {
            left.add(method.getName());
          }
          return result;
        });
  }

  @Test
  void thePersonsNextMessageShowsIt() throws Exception {
    leftBy(ann, "Nobody sees this now");
    ann.unblocksTheBot();

    var status = ann.sends("/status");

    ShownMessage shown = videoFor(ann, status);
    assertThat(shown.text()).contains(code(shown));
    assertThat(videos(ann)).containsExactly(shown);
  }

  @Test
  void anotherMessageDoesNotShowItAgain() throws Exception {
    leftBy(ann, "Once is enough");
    ann.unblocksTheBot();
    videoFor(ann, ann.sends("/status"));

    ShownMessage jobs = answer(ann, ann.sends("/jobs"));

    assertThat(jobs.text()).contains("done");
    assertThat(videos(ann)).hasSize(1);
  }

  @Test
  void orderingTheSameAgainShowsItOnce() throws Exception {
    leftBy(ann, "The very same");
    ann.unblocksTheBot();

    var again = ann.sendsPhoto(photo, "The very same");
    videoFor(ann, again);
    answer(ann, ann.sends("/status"));

    assertThat(videos(ann)).hasSize(1);
    assertThat(bot.renderer.rendered()).isEqualTo(1);
  }

  @Test
  void whatAGroupDidNotTakeIsShownToThePersonAlone() throws Exception {
    var here = ann.in(GROUP);
    var other = ann.in(GROUP - 1);
    leftBy(here, "/talk Among friends");

    answer(other, other.sends("/status"));
    ShownMessage shown = videoFor(ann, ann.sends("/status"));

    assertThat(videos(other)).isEmpty();
    assertThat(videos(here)).isEmpty();
    assertThat(shown.video()).isPresent();
  }

  @Test
  void whatIsForThePersonAloneIsNotShownInAGroup() throws Exception {
    leftBy(ann, "My secret");
    var here = ann.in(GROUP);

    answer(here, here.sends("/status"));
    ann.unblocksTheBot();
    videoFor(ann, ann.sends("/status"));

    assertThat(videos(here)).isEmpty();
  }

  @Test
  void aChatThatOpensAgainWhileItIsMadeShowsItInItsPlace() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    var sent = ann.sendsPhoto(photo, "Back in time");
    ann.awaits("card", m -> m.text().contains("25%"));
    ann.blocksTheBot();
    ann.unblocksTheBot();
    gate.open();

    videoFor(ann, sent);
    answer(ann, ann.sends("/status"));

    assertThat(videos(ann)).hasSize(1);
  }

  /// Orders a video in a chat that is closed to the bot before it is ready.
  private void leftBy(TelegramPerson person, String words) throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    person.sendsPhoto(photo, words);
    person.awaits("card", ShownMessage::fromBot);
    gate.awaitReached();
    person.blocksTheBot();
    gate.open();
    assertThat(left.poll(1, TimeUnit.MINUTES)).as("the end of its delivery").isNotNull();
  }

  private List<ShownMessage> videos(TelegramPerson person) {
    return fromBot(person).stream().filter(it -> it.video().isPresent()).toList();
  }
}
