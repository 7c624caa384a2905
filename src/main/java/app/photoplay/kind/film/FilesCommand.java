package app.photoplay.kind.film;

import app.photoplay.chat.OptionSpec;
import app.photoplay.chat.message.Document;
import app.photoplay.chat.message.OutboundMessage;
import app.photoplay.chat.message.OutboundMessage.Kind;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.command.builtin.Receipts;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobReader;
import app.photoplay.job.JobReport;
import app.photoplay.job.StoredFile;
import app.photoplay.storage.ArtifactStore;
import app.photoplay.storage.ContentRef;
import app.photoplay.wording.Argument;
import app.photoplay.wording.Phrase;
import app.photoplay.wording.Sentence;
import app.photoplay.wording.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `/files CODE`: all that belongs to a finished film, in one file to keep.
final class FilesCommand implements Command {
  private static final OptionSpec CODE =
      new OptionSpec("code", Phrase.OPTION_CODE, new OptionSpec.Values.Text(20, List::of));

  private final JobReader jobs;
  private final FilmCards films;
  private final FilmFiles packed;
  private final Receipts receipts;
  private final ArtifactStore files;
  private final Wording wording;

  FilesCommand(
      JobReader jobs,
      FilmCards films,
      FilmFiles packed,
      Receipts receipts,
      ArtifactStore files,
      Wording wording) {
    this.jobs = jobs;
    this.films = films;
    this.packed = packed;
    this.receipts = receipts;
    this.files = files;
    this.wording = wording;
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.listed("files", Phrase.COMMAND_FILES).with(CODE.asRequired()).personal();
  }

  @Override
  public CommandResult run(Invocation call) {
    if (call.words().isEmpty()) {
      return say(call, Kind.REFUSAL, Phrase.CODE_MISSING);
    }
    Optional<JobReport> job =
        JobCode.parse(call.words()).flatMap(code -> jobs.find(call.account(), code));
    if (job.isEmpty()) {
      return say(call, Kind.REFUSAL, Phrase.JOB_NOT_FOUND);
    }
    if (!job.get().kind().equals(FilmRequest.KIND) || job.get().artifacts().isEmpty()) {
      return say(call, Kind.REFUSAL, Phrase.FILES_NO_FILM);
    }
    return films
        .film(job.get())
        .map(film -> packed(call, job.get(), film))
        .orElseGet(() -> say(call, Kind.FAILURE, Phrase.RESULT_GONE));
  }

  private CommandResult packed(Invocation call, JobReport job, FilmRequest film) {
    String receipt = wording.say(call.language(), receipts.of(job));
    long most = call.platform().limits(call.message().conversation()).uploadBytes();
    Argument.Given title = Argument.TITLE.of(Objects.requireNonNull(film.board()).title());
    try {
      StoredFile whole = packed.pack(job, film, true, receipt, call.language());
      if (whole.bytes() <= most) {
        return document(call, job, whole, Phrase.FILES.with(title));
      }
      StoredFile small = packed.pack(job, film, false, receipt, call.language());
      return small.bytes() <= most
          ? document(
              call,
              job,
              small,
              Phrase.FILES_WITHOUT_SHOTS.with(title, Argument.LIMIT.of(most >> 20)))
          : say(call, Kind.REFUSAL, Phrase.FILES_TOO_LARGE.with(Argument.LIMIT.of(most >> 20)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CommandResult document(
      Invocation call, JobReport job, StoredFile file, Sentence sentence) {
    String name = "photoplay-" + job.code().value() + ".zip";
    return new CommandResult.Say(
        OutboundMessage.of(Kind.ANSWER, wording.say(call.language(), sentence))
            .with(new Document(new ContentRef(file.content(), files), name)));
  }

  private CommandResult say(Invocation call, Kind kind, Sentence sentence) {
    return new CommandResult.Say(OutboundMessage.of(kind, wording.say(call.language(), sentence)));
  }
}
