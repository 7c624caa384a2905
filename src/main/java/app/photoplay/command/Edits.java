package app.photoplay.command;

import app.photoplay.chat.button.Button;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.draft.Proposals;
import app.photoplay.command.draft.Proposals.Proposal;
import app.photoplay.intake.JobDesk;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.JobRequest;
import app.photoplay.job.Kinds;
import app.photoplay.job.Outcome;
import app.photoplay.job.Stage;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of a wish whose message says something else by now: a job that was not begun is
/// ordered anew in its place, what waits for a tap is changed, and what was begun is offered once
/// more with the new words. Nothing is paid twice.
final class Edits {
  private final JobDesk desk;
  private final JobReader jobs;
  private final Kinds kinds;
  private final Proposals proposals;
  private final Wording wording;
  private final Ordering ordering;

  /// @param ordering submits, and says why not
  Edits(
      JobDesk desk,
      JobReader jobs,
      Kinds kinds,
      Proposals proposals,
      Wording wording,
      Ordering ordering) {
    this.desk = desk;
    this.jobs = jobs;
    this.kinds = kinds;
    this.proposals = proposals;
    this.wording = wording;
    this.ordering = ordering;
  }

  /// Submits what a command leads to.
  @FunctionalInterface
  interface Ordering {
    /// Does so, and says why when it is not taken.
    ///
    /// @param before in whose place
    CommandResult order(Invocation call, CommandResult.Order order, Optional<JobReport> before);
  }

  /// @param command that the message means now
  CommandResult take(Command command, Invocation call) throws InterruptedException {
    List<Proposal> proposed = proposals.about(call.account(), call.message());
    List<String> codes = proposed.stream().map(it -> it.draft().code()).toList();
    Optional<JobReport> job =
        desk.latest(call.message(), codes)
            .flatMap(jobs::find)
            .filter(it -> it.account().equals(call.account()))
            // in its place something was proposed
            .filter(it -> proposed.isEmpty() || !cancelled(it));
    if (job.isPresent()) {
      return ordered(command, call, job.get(), proposed);
    }
    return proposed.isEmpty()
        ? submitted(call, command.run(call))
        : proposed(command, call, proposed);
  }

  private static boolean cancelled(JobReport job) {
    return job.outcome().orElse(null) instanceof Outcome.Cancelled;
  }

  private CommandResult ordered(
      Command command, Invocation call, JobReport job, List<Proposal> proposed)
      throws InterruptedException {
    JobRequest before = kinds.get(job.kind()).requests().decode(job.request());
    CommandResult result = command.reworded(call, before);
    if (!(result instanceof CommandResult.Order order)) {
      return result;
    }
    if (order.request().equals(before)) {
      return new CommandResult.Notice("");
    }
    proposed.forEach(proposals::withdraw);
    if (waits(job)) {
      boolean dearer =
          desk.price(order.request()).total().compareTo(desk.price(before).total()) > 0;
      return ordering.order(call, dearer ? order : order.asAgreed(), Optional.of(job));
    }
    String data =
        proposals.offer(
            call.account(),
            call.message(),
            false,
            order.request(),
            order.inputs(),
            Optional.empty());
    String make = wording.say(call.language(), Phrase.BUTTON_NEW_WORDS);
    Phrase told = job.status().over() ? Phrase.EDITED_AFTER : Phrase.EDITED_LATE;
    return new CommandResult.Say(
        OutboundMessage.of(Kind.QUESTION, wording.say(call.language(), told))
            .with(List.of(List.of(new Button(make, data, Button.Style.PRIMARY)))));
  }

  /// Whether nothing of it has cost anything or was begun that takes long.
  private boolean waits(JobReport job) {
    if (job.status().over() || job.asking() || !job.cost().isZero()) {
      return false;
    }
    JobReport active = jobs.active(job.id()).flatMap(jobs::find).orElse(job);
    return active.ahead() > 0 || job.stage() == Stage.ORDERED || job.stage() == Stage.SPEAKING;
  }

  private CommandResult proposed(Command command, Invocation call, List<Proposal> proposed)
      throws InterruptedException {
    List<JobRequest> changed = new ArrayList<>();
    boolean dearer = false;
    boolean same = true;
    for (Proposal proposal : proposed) {
      CommandResult result = command.reworded(call, proposal.request());
      if (!(result instanceof CommandResult.Order order)) {
        return result;
      }
      changed.add(order.request());
      same &= order.request().equals(proposal.request());
      dearer |=
          proposal.priced()
              && !desk.price(order.request())
                  .total()
                  .equals(desk.price(proposal.request()).total());
    }
    if (same) {
      return new CommandResult.Notice("");
    }
    if (dearer) {
      proposed.forEach(proposals::withdraw);
      return submitted(call, command.run(call));
    }
    for (int i = 0; i < proposed.size(); i++) {
      proposals.amend(proposed.get(i), changed.get(i));
    }
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), Phrase.EDITED_IN_TIME)));
  }

  private CommandResult submitted(Invocation call, CommandResult result) {
    return result instanceof CommandResult.Order order
        ? ordering.order(call, order, Optional.empty())
        : result;
  }
}
