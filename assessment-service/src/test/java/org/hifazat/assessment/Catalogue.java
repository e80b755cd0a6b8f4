package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.hifazat.assessment.instrument.RiskMatrix;
import org.hifazat.platform.testing.Persona;

/** Instruments made from the shipped matrix under names of their own, and what is done to them. */
final class Catalogue {

  static final String ROOT = "/v1/catalogue/instruments";
  private static final AtomicInteger NEXT = new AtomicInteger();

  /** The three files of an instrument. */
  record Files(String id, String form, String descriptor, String golden) {
    Files withForm(String other) {
      return new Files(id, other, descriptor, golden);
    }

    Files withDescriptor(String other) {
      return new Files(id, form, other, golden);
    }

    Files withGolden(String other) {
      return new Files(id, form, descriptor, other);
    }

    String body() {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("form", form);
      body.put("descriptor", descriptor);
      body.put("golden", golden);
      return Requests.body(body);
    }

    String path() {
      return ROOT + "/" + id + "/versions/1";
    }
  }

  private Catalogue() {}

  static Files fresh() {
    String id = "copied-matrix-" + NEXT.incrementAndGet();
    return new Files(
        id,
        RiskMatrix.form().replace("id=\"kp-risk-matrix\"", "id=\"" + id + "\""),
        RiskMatrix.descriptorText().replace("\"kp-risk-matrix\"", "\"" + id + "\""),
        RiskMatrix.goldenText());
  }

  /** Like {@link #fresh}, with one text that its licence holder must give. */
  static Files licensed() {
    Files files = fresh();
    return files
        .withForm(
            files
                .form()
                .replaceAll(
                    "(<text id=\"/data/harm/likelihood:label\"><value>)[^<]*", "$1{{item1}}"))
        .withDescriptor(
            files
                .descriptor()
                .replace(
                    "\"holder\": \"Hifazat\", \"permits\": \"free\"",
                    "\"holder\": \"Somebody\", \"permits\": \"terms\", \"terms\": {\"en\":"
                        + " \"Unaltered only.\", \"ur\": \"بغیر تبدیلی۔\", \"ps\": \"بې بدلونه۔\"}"));
  }

  static Response draft(Persona persona, Files files) {
    return as(persona).body(files.body()).post(ROOT);
  }

  static Response act(Persona persona, Files files, String act, String body) {
    return as(persona).header("If-Match", tag(files)).body(body).post(files.path() + "/" + act);
  }

  static String tag(Files files) {
    return as(Persona.COMMISSION_ADMIN).get(files.path()).header("ETag");
  }

  /** What an honest browser reports. */
  static String browserAgrees() {
    return browser(0);
  }

  /**
   * What a browser reports whose first score is off.
   *
   * @param by how much
   */
  static String browser(int by) {
    List<RiskMatrix.Golden> golden = RiskMatrix.golden();
    List<Map<String, Object>> results =
        golden.stream()
            .<Map<String, Object>>map(
                set ->
                    Map.of(
                        "name",
                        set.name(),
                        "valid",
                        true,
                        "score",
                        set.equals(golden.getFirst()) ? set.score() + by : set.score(),
                        "band",
                        set.band()))
            .toList();
    return Requests.body(Map.of("results", results));
  }

  /** Drafted, checked and published. */
  static Files published() {
    Files files = fresh();
    draft(Persona.COMMISSION_ADMIN, files).then().statusCode(201);
    act(Persona.COMMISSION_ADMIN, files, "checking", browserAgrees()).then().statusCode(200);
    act(Persona.COMMISSION_ADMIN, files, "publication", "{}").then().statusCode(200);
    return files;
  }
}
