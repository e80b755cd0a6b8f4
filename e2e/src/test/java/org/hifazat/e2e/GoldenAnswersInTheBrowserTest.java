package org.hifazat.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The engine that fills a form in the browser comes to the same as the one that decides on the
 * server: every shipped instrument, every golden set of answers, in the three languages, with the
 * files that are shipped and under the page's own content security policy.
 */
class GoldenAnswersInTheBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LANGUAGES = 3;

  @Test
  void everyShippedInstrumentScoresItsGoldenAnswersInChromiumAsOnTheServer() throws Exception {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    try (Browser browser = Browser.open("en")) {
      Page page = browser.window();
      page.navigate(RunningPlatform.address() + "/");
      for (Path folder : instruments()) {
        compared += compare(page, folder, differences);
      }
      assertThat(browser.complaints()).isEmpty();
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isPositive();
  }

  private static int compare(Page page, Path folder, List<String> differences) throws IOException {
    JsonNode instrument = JSON.readTree(folder.resolve("instrument.json").toFile());
    JsonNode golden = JSON.readTree(folder.resolve("golden.json").toFile());
    List<Object> answers = new ArrayList<>();
    golden.forEach(set -> answers.add(JSON.convertValue(set.get("answers"), Object.class)));
    JsonNode results =
        JSON.valueToTree(
            page.evaluate(
                "async ([url, form, sets]) => (await import(url)).goldenResults(form, sets)",
                List.of(module(), Files.readString(folder.resolve("form.xml")), answers)));
    assertThat(results).as(folder.toString()).hasSize(golden.size());
    for (int set = 0; set < golden.size(); set++) {
      String name = folder.getParent().getFileName() + ": " + golden.get(set).path("name").asText();
      assertThat(results.get(set)).as(name).hasSize(LANGUAGES);
      for (JsonNode result : results.get(set)) {
        expected(instrument, golden.get(set), result, name, differences);
      }
    }
    return golden.size();
  }

  private static void expected(
      JsonNode instrument, JsonNode set, JsonNode result, String name, List<String> differences) {
    JsonNode values = result.get("values");
    if (!result.get("violations").isEmpty()) {
      differences.add(name + ": breaks a rule at " + result.get("violations"));
    }
    boolean valid = values.path(path(instrument, "valid")).asText("yes").equals("yes");
    differ(name + ": valid", set.path("valid").asBoolean(true), valid, differences);
    if (valid && set.has("score")) {
      double score = values.path(path(instrument, "score")).asDouble();
      differ(name + ": score", set.get("score").asDouble(), score, differences);
    }
    Set<String> flags = flags(instrument, values);
    if (set.has("redFlags")) {
      Set<String> wanted = new TreeSet<>();
      set.get("redFlags").forEach(flag -> wanted.add(flag.asText()));
      differ(name + ": red flags", wanted, flags, differences);
    }
    if (set.has("band")) {
      String band = values.path(path(instrument, "band")).asText();
      differ(name + ": band", set.get("band").asText(), band, differences);
    }
  }

  private static String path(JsonNode instrument, String node) {
    return instrument.path(node).asText("/data/result/" + node);
  }

  private static Set<String> flags(JsonNode instrument, JsonNode values) {
    Set<String> flags = new TreeSet<>();
    Arrays.stream(values.path(instrument.path("redFlags").asText("")).asText("").split(" "))
        .filter(flag -> !flag.isEmpty() && !flag.equals(instrument.path("noRedFlag").asText()))
        .forEach(flags::add);
    return flags;
  }

  private static void differ(String what, Object expected, Object found, List<String> differences) {
    if (!expected.equals(found)) {
      differences.add("%s is %s, not %s".formatted(what, found, expected));
    }
  }

  /** Every instrument that has golden answers and a form: licensed wording may not be there. */
  private static List<Path> instruments() throws IOException {
    Path shipped =
        RunningPlatform.root().resolve("assessment-service/src/main/resources/instruments");
    try (Stream<Path> files = Files.walk(shipped)) {
      return files
          .filter(file -> file.getFileName().toString().equals("golden.json"))
          .map(Path::getParent)
          .sorted()
          .toList();
    }
  }

  private static String module() throws IOException {
    try (Stream<Path> files = Files.list(RunningPlatform.root().resolve("web/app/dist/assets"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("golden-[\\w-]+\\.js"))
          .map(name -> "/assets/" + name)
          .findFirst()
          .orElseThrow();
    }
  }
}
