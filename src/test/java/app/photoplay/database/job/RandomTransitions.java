package app.photoplay.database.job;

import app.photoplay.budget.Money;
import app.photoplay.engine.Transition;
import app.photoplay.job.Failure;
import app.photoplay.job.Lane;
import app.photoplay.job.Outcome;
import app.photoplay.testkit.SettableTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What a step may lead to, at random.
final class RandomTransitions {
  private static final long[] PRICES = {0, 10_000, 300_000, 900_000};

  private final Random random;
  private final SettableTime time;
  private final List<Lane> lanes;
  private final Lane paid;
  private int made;

  RandomTransitions(Random random, SettableTime time, List<Lane> lanes, Lane paid) {
    this.random = random;
    this.time = time;
    this.lanes = List.copyOf(lanes);
    this.paid = paid;
  }

  /// A name that a provider may have given before.
  String operation() {
    return "operation-" + random.nextInt(made + 1);
  }

  Transition transition() {
    return switch (random.nextInt(9)) {
      case 0 -> new Transition.Onward(state(), "stage");
      case 1, 2, 3 ->
          new Transition.Ready(
              state(),
              "stage",
              lanes.get(random.nextInt(lanes.size())),
              1 + random.nextInt(3000),
              time.instant().plusMillis(random.nextInt(3) * 1500L));
      case 4 -> new Transition.Repeat(time.instant().plusSeconds(1), random.nextBoolean());
      case 5 -> new Transition.Pause(time.instant().plusSeconds(3), false);
      case 6 -> fork();
      case 7 ->
          random.nextInt(3) == 0
              ? new Transition.Refund(state(), "late", time.instant().plusSeconds(2))
              : new Transition.End(new Outcome.Made(List.of()), price());
      default ->
          random.nextBoolean()
              ? new Transition.End(new Outcome.Made(List.of()), price())
              : new Transition.End(
                  new Outcome.Failed(new Failure(Failure.Code.PROVIDER_BROKEN)), Money.ZERO);
    };
  }

  private Transition fork() {
    List<Transition.Fork.Child> children = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      children.add(
          new Transition.Fork.Child(
              "child" + i, "wish", "{\"child\":" + made++ + "}", "", price()));
    }
    return new Transition.Fork(state(), "stage", children);
  }

  Transition.Fate fate() {
    return switch (random.nextInt(6)) {
      case 0 -> new Transition.Fate.NotTaken();
      case 1 -> new Transition.Fate.Refused(new Money(5_000));
      case 2 -> new Transition.Fate.Unknown();
      default -> new Transition.Fate.Accepted("operation-" + made++);
    };
  }

  Transition after(Transition.Fate fate) {
    return switch (fate) {
      case Transition.Fate.Accepted _ ->
          random.nextBoolean()
              ? new Transition.Onward(state(), "working")
              : new Transition.Ready(state(), "working", paid, 1, time.instant().plusSeconds(1));
      case Transition.Fate.NotTaken _ -> new Transition.Pause(time.instant().plusSeconds(2), true);
      case Transition.Fate.Refused(var charged) ->
          new Transition.End(new Outcome.Failed(new Failure(Failure.Code.POLICY)), charged);
      case Transition.Fate.Unknown _ -> new Transition.Ask();
    };
  }

  private String state() {
    return "{\"n\":" + random.nextInt(1000) + "}";
  }

  Money price() {
    return Money.ofMicroUsd(PRICES[random.nextInt(PRICES.length)]);
  }
}
