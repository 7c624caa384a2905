package app.photoplay.engine;

import app.photoplay.job.Failure;
import app.photoplay.testkit.ScriptedStudio.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the preferred one does, who else there is, and what shall come of it.
///
/// @param order their manners, the preferred one first
/// @param local whether this machine may do it
/// @param maker how the video's text begins
/// @param code why it failed, null when it did not
record FallbackCase(
    String name,
    List<Map.Entry<String, Manner>> order,
    boolean local,
    boolean talks,
    String maker,
    int charge,
    Failure.@Nullable Code code) {
  FallbackCase(String name, Manner first) {
    this(
        name,
        List.of(Map.entry("first", first), Map.entry("second", Manner.WORKS)),
        true,
        false,
        "",
        0,
        null);
  }

  /// In place of the second and of this machine.
  FallbackCase then(String studio, Manner manner) {
    return new FallbackCase(
        name, List.of(order.getFirst(), Map.entry(studio, manner)), false, talks, "", 0, null);
  }

  FallbackCase and(String studio, Manner manner) {
    List<Map.Entry<String, Manner>> more = new ArrayList<>(order);
    more.add(Map.entry(studio, manner));
    return new FallbackCase(name, more, local, talks, "", 0, null);
  }

  FallbackCase talk() {
    return new FallbackCase(name, order, local, true, maker, charge, code);
  }

  FallbackCase made(String by, int microUsd) {
    return new FallbackCase(name, order, local, talks, by, microUsd, null);
  }

  FallbackCase failed(Failure.Code why) {
    return new FallbackCase(name, order, local, talks, "", 0, why);
  }
}
