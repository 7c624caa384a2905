package app.photoplay.testkit;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Looks for what keeps people from using a page, by axe-core (MPL-2.0).
public final class Axe {
  private static final String SCRIPT = script();

  private Axe() {}

  /// What is wrong with the page as it is now: a rule and the elements that break it. Every rule of
  /// axe-core is asked, best practices too.
  @SuppressWarnings("unchecked")
  public static List<String> findings(Page page) {
    // what moves or fades in has not the colours that people read
    page.waitForFunction(
        "() => document.getAnimations().every(it => it.playState !== 'running'"
            + " || it.effect.getTiming().iterations === Infinity)");
    page.evaluate(SCRIPT);
    return (List<String>)
        page.evaluate(
            "() => axe.run(document).then(found => found.violations.flatMap(rule =>"
                + " rule.nodes.map(node => rule.id + ' ' + node.target.join(' '))))");
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe-core is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
