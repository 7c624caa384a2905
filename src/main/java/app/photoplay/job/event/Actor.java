package app.photoplay.job.event;

import app.photoplay.budget.AccountId;

/// Who has done something to a job.
public sealed interface Actor {
  /// A running program, by the name that the rows it works on carry.
  record Instance(String name) implements Actor {}

  /// Somebody who ordered, cancelled or decided: a person or the operator.
  record Account(AccountId id) implements Actor {}

  /// A paid provider that said what became of work.
  record Provider(String name) implements Actor {}

  /// The stored form.
  default String stored() {
    return switch (this) {
      case Instance(var name) -> "instance " + name;
      case Account(var id) -> "account " + id.value();
      case Provider(var name) -> "provider " + name;
    };
  }

  /// The actor of that stored form.
  static Actor of(String stored) {
    String[] parts = stored.split(" ", 2);
    return switch (parts[0]) {
      case "instance" -> new Instance(parts[1]);
      case "account" -> new Account(new AccountId(Long.parseLong(parts[1])));
      case "provider" -> new Provider(parts[1]);
      default -> throw new IllegalArgumentException("no actor: " + stored);
    };
  }
}
