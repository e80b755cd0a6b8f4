package org.hifazat.assessment;

import static org.hifazat.assessment.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** The catalogue in the refusal matrix. */
final class CatalogueMatrix {

  private static final Map<String, Set<Relation>> COMMISSION =
      Map.of("commission-admin", Set.of(NONE));
  private static final String SHIPPED = Catalogue.ROOT + "/kp-risk-matrix/versions/1";

  private CatalogueMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        row(AssessmentOperation.LIST_CATALOGUE, persona -> as(persona).get(Catalogue.ROOT)),
        row(AssessmentOperation.VIEW_CATALOGUE_VERSION, persona -> as(persona).get(SHIPPED)),
        row(
            AssessmentOperation.DRAFT_INSTRUMENT,
            persona -> Catalogue.draft(persona, Catalogue.fresh())),
        row(
            AssessmentOperation.CHANGE_INSTRUMENT_DRAFT,
            persona ->
                as(persona)
                    .header("If-Match", "\"v99\"")
                    .body(Catalogue.fresh().body())
                    .put(SHIPPED)),
        row(AssessmentOperation.CHECK_INSTRUMENT, post("checking", "{\"results\":[]}")),
        row(AssessmentOperation.PUBLISH_INSTRUMENT, post("publication", "{}")),
        row(AssessmentOperation.RETIRE_INSTRUMENT, post("retirement", "{\"reason\":\"Old.\"}")),
        row(
            AssessmentOperation.ACCEPT_INSTRUMENT_TERMS,
            post(
                "terms-acceptance",
                "{\"termsHash\":\"%s\",\"organisation\":\"Somebody\"}".formatted("0".repeat(64)))),
        row(
            AssessmentOperation.LOAD_INSTRUMENT_WORDING,
            post(
                "wording",
                "{\"instrument\":\"x\",\"version\":\"1\",\"source\":\"x\",\"translations\":{},\"texts\":{}}")));
  }

  /** Sends one request. */
  private interface ByPersona {
    Response of(Persona persona);
  }

  private static MatrixRow row(AssessmentOperation operation, ByPersona attempt) {
    return new MatrixRow(operation, COMMISSION, (persona, relation) -> attempt.of(persona));
  }

  private static ByPersona post(String act, String body) {
    return persona ->
        as(persona).header("If-Match", "\"v99\"").body(body).post(SHIPPED + "/" + act);
  }
}
