package app.photoplay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {
  @TempDir Path home;

  private final List<String> started = new ArrayList<>();
  private final List<Record> options = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "'',serve",
    "serve,serve",
    "demo,demo",
    "doctor,doctor",
    "warm-up,warm-up",
    "backup|HOME/x.db,backup x.db",
    "database|copy|--from|sqlite:a|--to=jdbc:b,copy sqlite:a jdbc:b"
  })
  void startsWhatIsAskedFor(String command, String expected) {
    int code =
        command.isEmpty() ? run() : run(command.replace("HOME", home.toString()).split("\\|", -1));

    assertThat(code).isZero();
    assertThat(started).containsExactly(expected);
    assertThat(options)
        .containsExactly(new RunOptions(home, Optional.empty(), Optional.empty(), true));
  }

  @ParameterizedTest
  @CsvSource({"--data|d|--config|c", "serve|--data|d|--config|c", "--data|d|serve|--config=c"})
  void takesTheFoldersBeforeAndBehindTheCommand(String line) {
    run(line.split("\\|", -1));

    assertThat(options)
        .containsExactly(
            new RunOptions(home, Optional.of(Path.of("c")), Optional.of(Path.of("d")), true));
  }

  @Test
  void passesOnEverythingATalkIsTold() throws IOException {
    Path photo = Files.createFile(home.resolve("a photo.jpg"));
    Path target = home.resolve("new/folder/talk.mp4");

    int code =
        run(
            "talk",
            "--photo",
            photo.toString(),
            "--say",
            "-- Hello \"you\"",
            "--out",
            target.toString(),
            "--voice",
            "slt",
            "--speed",
            "1.5",
            "--pitch",
            "-2",
            "--aspect",
            "9:16",
            "--quality",
            "Premium",
            "--style",
            "lively",
            "--captions",
            "SRT",
            "--label",
            "on",
            "--face",
            "2",
            "--zoom");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(options)
        .containsExactly(
            new TalkArguments(
                new RunOptions(home, Optional.empty(), Optional.empty(), true),
                Optional.of(photo),
                "-- Hello \"you\"",
                Optional.empty(),
                target,
                Map.of(
                    "voice", "slt",
                    "speed", "1.5",
                    "pitch", "-2",
                    "aspect", "9:16",
                    "quality", "premium",
                    "style", "lively",
                    "captions", "srt",
                    "label", "on",
                    "face", "2",
                    "motion", "zoom")));
  }

  @Test
  void knowsTheSampleByItsName() {
    run("talk", "--photo", "sample", "--say", "", "--out", home.resolve("x.mp4").toString());

    assertThat(options)
        .containsExactly(
            new TalkArguments(
                new RunOptions(home, Optional.empty(), Optional.empty(), true),
                Optional.empty(),
                "",
                Optional.empty(),
                home.resolve("x.mp4"),
                Map.of("face", "best")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--prot|1;      There is no option --prot.",
        "--dta|1;       'There is no option --dta, did you mean --data?'",
        "serv;          'There is no command serv, did you mean serve?'",
        "dokter;        'There is no command dokter, did you mean doctor?'",
        "xyzzy;         There is no command xyzzy.",
        "serve|now;     There is no argument now.",
        "talk|--photo|sample|--say|x;  Missing required option: '--out=FILE.mp4'.",
        "talk|--photo|sample|--sai|x|--out|x.mp4; 'There is no option --sai, did you mean --say?'",
        "talk|--foto=1|--photo|sample|--say|x|--out|x.mp4; 'no option --foto, did you mean --photo?'",
        "talk|--photo|nope.jpg|--say|x|--out|x.mp4; there is no file nope.jpg.",
        "talk|--photo|HOME|--say|x|--out|x.mp4; is a folder, not a photo.",
        "talk|--photo|sample|--say|x|--out|HOME;    is a folder, name a file such as talk.mp4.",
        "talk|--photo|sample|--say|x|--out|x.avi;   must end with .mp4",
        "talk|--photo|sample|--voice-file|HOME/v.mp4|--out|HOME/v.mp4; The video would replace",
        "clip|--out|x.mp4;   Say what is to be seen with --prompt, or name a --photo.",
        "talk|--photo|sample|--say|x|--out|HOME/file/x.mp4;   cannot be written to.",
        "talk|--photo|sample|--say|x|--out|x.mp4|--aspect|2:1; 2:1 is none of photo",
        "talk|--photo|sample|--say|x|--out|x.mp4|--quality|best; best is none of economy",
        "talk|--photo|sample|--say|x|--out|x.mp4|--style|wild; 'wild is none of calm, lively, still'",
        "talk|--photo|sample|--say|x|--out|x.mp4|--captions|on; on is none of off",
        "talk|--photo|sample|--say|x|--out|x.mp4|--label=no; 'no is none of on, off'",
        "talk|--photo|sample|--say|x|--out|x.mp4|--speed=9; '9 is not 0.5 – 2'",
        "clip|--prompt|x|--out|x.mp4|--camera=pushin; 'did you mean push-in?'",
        "clip|--prompt|x|--out|x.mp4|--seconds=61; '61 is not 1 – 60'",
        "film|--idea|x|--out|x.mp4|--cast=Anna; is not NAME=FILE",
        "film|--idea|x|--out|x.mp4|--cast=Anna=no.jpg; is no file that can be read",
        "backup;                       Missing required parameter: 'FILE'.",
        "database;                     Say what to do with the database: copy.",
        "database|copy|--from|x;       Missing required option: '--to=DATABASE'.",
        "--data;                       Missing required parameter",
      })
  void refusesWithOneLineAndStartsNothing(String line, String complaint) throws IOException {
    Files.createFile(home.resolve("file"));
    Files.createFile(home.resolve("v.mp4"));

    int code = run(line.replace("HOME", home.toString()).split("\\|", -1));

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).hasLineCount(1).contains(complaint).contains("--help");
    assertThat(out.toString()).isEmpty();
    assertThat(started).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--help,doctor", "talk|--help,--aspect", "--version,Java"})
  void helpsWithoutStartingAnything(String line, String expected) {
    int code = run(line.split("\\|", -1));

    assertThat(code).isZero();
    assertThat(out.toString()).contains(expected).doesNotContain("warm-up");
    assertThat(started).isEmpty();
  }

  @Test
  void answersWithTheCommandsOwnCode() {
    assertThat(shell(new Recorder(2)).run("doctor")).isEqualTo(2);
  }

  @Test
  void apologisesForAnErrorOfItsOwn() {
    int code =
        shell(
                new Recorder(0) {
                  @Override
                  public int serve(RunOptions options) {
                    throw new IllegalStateException("broken");
                  }
                })
            .run();

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).hasLineCount(1).contains("error of its own", "broken");
  }

  private int run(String... args) {
    return shell(new Recorder(0)).run(args);
  }

  private Shell shell(Photoplay photoplay) {
    return new Shell(
        () -> photoplay, home, true, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private class Recorder implements Photoplay {
    private final int code;

    Recorder(int code) {
      this.code = code;
    }

    @Override
    public int serve(RunOptions options) {
      return note("serve", options);
    }

    @Override
    public int talk(TalkArguments options) {
      return note("talk", options);
    }

    @Override
    public int clip(ClipArguments options) {
      return note("clip", options);
    }

    @Override
    public int say(SayArguments options) {
      return note("say", options);
    }

    @Override
    public int film(FilmArguments options) {
      return note("film", options);
    }

    @Override
    public int voices(RunOptions options) {
      return note("voices", options);
    }

    @Override
    public int addVoice(RunOptions options, String name, Optional<Path> from, String sha256) {
      return note("voices add " + name, options);
    }

    @Override
    public int demo(RunOptions options) {
      return note("demo", options);
    }

    @Override
    public int doctor(RunOptions options) {
      return note("doctor", options);
    }

    @Override
    public int providers(RunOptions options) {
      return note("providers", options);
    }

    @Override
    public int backup(RunOptions options, Path target) {
      return note("backup " + home.relativize(target), options);
    }

    @Override
    public int copyDatabase(RunOptions options, String from, String to) {
      return note("copy " + from + " " + to, options);
    }

    @Override
    public int warmUp(RunOptions options) {
      return note("warm-up", options);
    }

    private int note(String command, Record record) {
      started.add(command);
      options.add(record);
      return code;
    }
  }
}
