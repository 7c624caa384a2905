package app.photoplay.provider.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import app.photoplay.provider.remote.Fault;
import app.photoplay.provider.remote.Provider.Look;
import app.photoplay.provider.remote.Step;
import app.photoplay.provider.remote.hook.Hook;
import app.photoplay.provider.remote.http.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What MiniMax's numbers mean.
class MiniMaxFaultsTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "1000,unknown error,Passing",
    "1001,timeout,Unclear",
    "1002,rate limit,Busy",
    "1002,input new_sensitive,Policy",
    "1004,login fail,Key",
    "1008,insufficient balance,Credit",
    "1013,internal service error,Passing",
    "1024,internal error,Passing",
    "1026,input new_sensitive,Policy",
    "1027,output,Policy",
    "1028,quota,Credit",
    "1030,quota,Credit",
    "1033,downstream,Passing",
    "1039,token limit,Busy",
    "1039,The content is Sensitive,Policy",
    "1041,conn limit,Busy",
    "1042,invisible characters,Input",
    "1043,similarity,Input",
    "1044,similarity,Input",
    "2013,invalid params,Input",
    "20132,invalid samples,Input",
    "2037,voice,Input",
    "2039,voice,Input",
    "2042,no access to this voice_id,Input",
    "2045,request growth,Busy",
    "2049,invalid api key,Key",
    "2056,usage limit,Credit",
    "2061,not on this plan,Credit",
    "9999,something new,Unclear"
  })
  void eachNumberMeansSomething(int code, String text, String fault) {
    assertThat(fault(code, text, Headers.of()).getClass().getSimpleName()).isEqualTo(fault);
  }

  @Test
  void aPauseIsKeptWhereOneIsStated() {
    assertThat(fault(1002, "rate limit", Headers.of("Retry-After", "7")))
        .isInstanceOfSatisfying(
            Fault.Busy.class, it -> assertThat(it.pause()).isEqualTo(Duration.ofSeconds(7)));
    assertThat(fault(1002, "rate limit", Headers.of()))
        .isInstanceOfSatisfying(
            Fault.Busy.class, it -> assertThat(it.pause()).isEqualTo(Duration.ofSeconds(15)));
  }

  @Test
  void theTraceIsToldToTheOperator() {
    assertThat(fault(1024, "internal error", Headers.of("trace-id", "04ee36de")).detail())
        .isEqualTo("1024 internal error (trace 04ee36de)");
  }

  @Test
  void anAddressIsProvedByItsChallengeAlone() {
    assertThat(called("{\"challenge\":\"1a3cs1j-601a118y\"}"))
        .isEqualTo(new Hook.Call.Proof("{\"challenge\":\"1a3cs1j-601a118y\"}"));
    assertThat(called("{\"challenge\":\"a\\\"b\",\"more\":1}"))
        .isEqualTo(new Hook.Call.Proof("{\"challenge\":\"a\\\"b\"}"));
    for (String other :
        List.of(
            "{\"challenge\":{\"script\":1}}",
            "{\"challenge\":\"" + "x".repeat(1001) + "\"}",
            "no JSON",
            "")) {
      assertThat(called(other)).isEqualTo(new Hook.Call.Nothing());
    }
  }

  @Test
  void aNewsNamesItsTask() {
    assertThat(called("{\"task_id\":\"115334141465231360\",\"status\":\"processing\"}"))
        .isEqualTo(new Hook.Call.Work("115334141465231360"));
    assertThat(called("{\"task_id\":1069}")).isEqualTo(new Hook.Call.Work("1069"));
    assertThat(called("{\"status\":\"success\"}")).isEqualTo(new Hook.Call.Nothing());
  }

  private static Hook.Call called(String body) {
    return MiniMaxCallback.read(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anOperatorIsToldWhetherTheKeyWorksAndWhere() throws Exception {
    try (MiniMaxBench bench = new MiniMaxBench(home)) {
      bench.api().next(Step.OTHER, FakeMiniMax.said(1004, "login fail " + MiniMaxBench.KEY));

      assertThat(bench.miniMax().look())
          .containsExactly(new Look("", false, "MiniMax at 127.0.0.1 refuses this key."));
      assertThat(bench.miniMax().look())
          .containsExactly(
              new Look(
                  "", true, "MiniMax takes this key; it does not say how much credit is left."));
    }
  }

  private static Fault fault(int code, String text, Headers headers) {
    String body =
        "{\"base_resp\":{\"status_code\":%d,\"status_msg\":\"%s\"}}".formatted(code, text);
    return MiniMaxFaults.of(new Reply(200, headers, body.getBytes(StandardCharsets.UTF_8)), NOW);
  }
}
