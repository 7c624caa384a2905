package app.photoplay;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.assembly.PortDecorator;
import app.photoplay.intake.DeskStore;
import app.photoplay.testkit.ScriptedRenderer;
import app.photoplay.testkit.ShownMessage;
import app.photoplay.testkit.TelegramUpdate;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// A press whose command takes long, in Telegram, where it can be answered only once.
class SlowPressTest extends TelegramConversation {
  private final CountDownLatch slow = new CountDownLatch(1);

  @Override
  PortDecorator around() {
    return new PortDecorator() {
      @Override
      public <T> T port(Class<T> type, T real) {
        return type == DeskStore.class ? slowToCancel(type, real) : real;
      }
    };
  }

  private <T> T slowToCancel(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getName().equals("cancel")) {
                slow.await();
              }
              return method.invoke(real, arguments);
            }));
  }

  @Test
  void stopsSpinningWhileItsCommandIsStillAtItAndSaysAfterwardsWhatCameOfIt() throws Exception {
    ScriptedRenderer.Gate gate = bot.renderer.hold();
    TelegramUpdate order = ann.sendsPhoto(photo, "Stop me");
    gate.awaitReached();
    ShownMessage card = ann.awaits("card", it -> it.labels().contains("Cancel"));

    ann.presses(card, "Cancel");
    String notice = telegram.awaitNotice(_ -> true);
    int spinning = telegram.openPresses();
    boolean saidBefore = ann.sees().stream().anyMatch(it -> answers(it, card));
    slow.countDown();
    ShownMessage said = ann.awaits("what came of it", it -> answers(it, card));

    assertThat(answers(card, order)).isTrue();
    assertThat(notice).isEmpty();
    assertThat(spinning).isZero();
    assertThat(saidBefore).isFalse();
    assertThat(said.text()).startsWith("Stopping ");
  }

  private static boolean answers(ShownMessage message, ShownMessage other) {
    return message.replyTo().isPresent() && message.replyTo().getAsInt() == other.id();
  }

  private static boolean answers(ShownMessage message, TelegramUpdate update) {
    return message.replyTo().isPresent() && message.replyTo().getAsInt() == update.message();
  }
}
