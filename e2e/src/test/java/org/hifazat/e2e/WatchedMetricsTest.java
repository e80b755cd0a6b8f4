package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An alert on a metric that nobody publishes never fires: each name must be one of ours. */
class WatchedMetricsTest {

  private static final int GATEWAY_MANAGEMENT = 40;
  private static final int PROGRAMS = 6;

  /** Prometheus' own. */
  private static final Set<String> GIVEN = Set.of("up");

  private static final Pattern EXPRESSION =
      Pattern.compile("expr: (?:\\|\\n((?: {10}.*\\n)+)|(.+)\\n)");
  private static final Pattern NAME = Pattern.compile("[a-z_:][a-z0-9_:]*");
  private static final Pattern OURS = Pattern.compile("(hifazat_\\w+)\\{([^}]*)}");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "on", "ignoring");

  @Test
  void everyMetricOfARuleOrDashboardIsPublishedByARunningProgram() throws Exception {
    RunningPlatform.signIn("gulalai.peshawar").get("/api/cases/v1/cases").expect(200);
    List<String> published = published();
    Set<String> names = new TreeSet<>(GIVEN);
    published.forEach(line -> names.add(line.split("[{ ]", 2)[0]));

    List<String> expressions = expressions();

    assertThat(expressions).hasSizeGreaterThan(20);
    for (String expression : expressions) {
      assertThat(names).as(expression).containsAll(metrics(expression));
    }
  }

  @Test
  void everyLabelValueOurOwnMetricsAreAskedForExistsFromTheStart() throws Exception {
    List<String> published = published();
    for (String expression : expressions()) {
      Matcher selector = OURS.matcher(expression);
      while (selector.find()) {
        String name = selector.group(1);
        String label = selector.group(2);
        assertThat(published)
            .as(expression)
            .anyMatch(line -> line.startsWith(name + "{") && line.contains(label));
      }
    }
  }

  @Test
  void aMetricThatNobodyPublishesIsFound() {
    assertThat(metrics("sum by (service) (rate(hifazat_nothing_total{outcome=\"x\"}[5m])) > 0.5"))
        .containsExactly("hifazat_nothing_total");
    assertThat(metrics("max(a_seconds{b=\"c\"}) / on (service) b_bytes > 0"))
        .containsExactly("a_seconds", "b_bytes");
  }

  private static Set<String> metrics(String expression) {
    String bare =
        expression
            .replaceAll("\\{[^}]*}", " ")
            .replaceAll("\\[[^]]*]", " ")
            .replaceAll("\\b(by|on|ignoring) \\([^)]*\\)", " ");
    Set<String> names = new TreeSet<>();
    Matcher word = NAME.matcher(bare);
    while (word.find()) {
      boolean function = bare.substring(word.end()).stripLeading().startsWith("(");
      if (!function && !WORDS.contains(word.group())) {
        names.add(word.group());
      }
    }
    return names;
  }

  private static List<String> expressions() throws IOException {
    Path folder = RunningPlatform.root().resolve("deploy/observability");
    String rules = Files.readString(folder.resolve("prometheus/rules.yaml"));
    Stream<String> ofRules =
        EXPRESSION
            .matcher(rules)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    var dashboard =
        new ObjectMapper()
            .readTree(folder.resolve("grafana/dashboards/hifazat.json").toFile())
            .findValuesAsText("expr");
    return Stream.concat(ofRules, dashboard.stream()).toList();
  }

  private static List<String> published() throws IOException, InterruptedException {
    StringBuilder all = new StringBuilder();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (int program = 0; program < PROGRAMS; program++) {
        int port = RunningPlatform.basePort() + GATEWAY_MANAGEMENT + program;
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                    .header("Accept", "text/plain")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("port %s", port).isEqualTo(200);
        all.append(answer.body());
      }
    }
    return all.toString().lines().filter(line -> !line.startsWith("#")).toList();
  }
}
