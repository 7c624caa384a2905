package app.photoplay.kind.film;

import app.photoplay.chat.message.Attachment;
import app.photoplay.chat.update.ChatUpdate;
import app.photoplay.command.Command;
import app.photoplay.command.CommandResult;
import app.photoplay.command.CommandSpec;
import app.photoplay.command.Invocation;
import app.photoplay.job.JobRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a message means that is no command: a photo in reply to one of our messages, with a scene's
/// number, is that scene's picture while a film waits. All else is for another command.
final class SceneReplies implements Command {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}[.)]?");

  private final SceneCommand scene;
  private final FilmDrafts drafts;
  private final Command otherwise;

  SceneReplies(SceneCommand scene, FilmDrafts drafts, Command otherwise) {
    this.scene = scene;
    this.drafts = drafts;
    this.otherwise = otherwise;
  }

  @Override
  public CommandSpec spec() {
    return otherwise.spec();
  }

  @Override
  public CommandResult run(Invocation call) throws InterruptedException {
    boolean photo = call.attachments().stream().anyMatch(it -> it.kind() == Attachment.Kind.PHOTO);
    boolean meant =
        photo
            && call.replied().filter(ChatUpdate.Replied::ours).isPresent()
            && NUMBER.matcher(call.words().strip()).matches()
            && drafts.latest(call).isPresent();
    return meant ? scene.run(call) : otherwise.run(call);
  }

  @Override
  public Optional<CommandResult> late(Invocation call) throws InterruptedException {
    return otherwise.late(call);
  }

  @Override
  public CommandResult reworded(Invocation call, JobRequest before) throws InterruptedException {
    return otherwise.reworded(call, before);
  }
}
