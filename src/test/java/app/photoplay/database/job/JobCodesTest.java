package app.photoplay.database.job;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.database.Database;
import app.photoplay.database.upkeep.Databases;
import app.photoplay.job.JobCode;
import app.photoplay.job.JobId;
import app.photoplay.job.PaidCall.Idempotency;
import app.photoplay.testkit.Paid;
import app.photoplay.testkit.ScriptedProvider;
import app.photoplay.testkit.SettableTime;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobCodesTest {
  @TempDir Path folder;

  @Test
  void givesNoCodeTwiceEvenWhenChanceDoes() {
    Database database = Databases.open(folder);
    try (Paid paid = new Paid(database, folder, new ScriptedProvider(), SettableTime.noon())) {
      JobId job = paid.accepted(1, Idempotency.KEY);
      JobCode taken = paid.code(job);
      long same = number(taken);
      Iterator<Long> chance = List.of(same, same, same + 1).iterator();

      String fresh = database.read(sql -> Jobs.freshCode(sql, chance::next));

      assertThat(fresh).isEqualTo(JobCode.of(same + 1).value());
    }
  }

  /// The number that a code is made from: its letters are digits, the lowest first.
  private static long number(JobCode code) {
    String digits = digits();
    long number = 0;
    for (int i = code.value().length() - 1; i >= 0; i--) {
      number = number * digits.length() + digits.indexOf(code.value().charAt(i));
    }
    return number;
  }

  private static String digits() {
    return LongStream.range(0, 32)
        .mapToObj(digit -> JobCode.of(digit).value().substring(0, 1))
        .distinct()
        .collect(Collectors.joining());
  }
}
