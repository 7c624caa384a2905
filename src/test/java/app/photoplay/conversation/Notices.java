package app.photoplay.conversation;

import app.photoplay.chat.ChatPlatform;
import app.photoplay.chat.update.ChatUpdate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Hears what the bot has to say of a press, for platforms that show nothing when that is nothing.
final class Notices {
  private static final long WHILE_SECONDS = 60;

  private final Map<String, CompletableFuture<String>> words = new ConcurrentHashMap<>();

  /// A platform that is listened to.
  ChatPlatform around(ChatPlatform real) {
    return (ChatPlatform)
        Proxy.newProxyInstance(
            ChatPlatform.class.getClassLoader(),
            new Class<?>[] {ChatPlatform.class},
            (_, method, arguments) -> {
              try {
                Object result = method.invoke(real, arguments);
                if (method.getName().equals("acknowledge")
                    && arguments[0] instanceof ChatUpdate.ButtonPress press) {
                  of(press.id()).complete((String) arguments[1]);
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
  }

  /// Waits until a press has led to something; empty when there is nothing to say.
  String await(String press) throws Exception {
    return of(press).get(WHILE_SECONDS, TimeUnit.SECONDS);
  }

  private CompletableFuture<String> of(String press) {
    return words.computeIfAbsent(press, _ -> new CompletableFuture<>());
  }
}
