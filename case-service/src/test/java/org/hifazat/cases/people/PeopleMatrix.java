package org.hifazat.cases.people;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hifazat.cases.MatrixRow;
import org.hifazat.cases.Requests;
import org.hifazat.cases.Standing;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.kinship.Links;
import org.hifazat.cases.particulars.Particulars;
import org.hifazat.cases.tracing.Tracing;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Children and their people in the refusal matrix. */
public final class PeopleMatrix {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  private static final Map<String, Set<Relation>> FEW =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  private PeopleMatrix() {}

  public static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.VIEW_CHILD,
            Standing.OWN_CASES,
            (persona, relation) -> Particulars.read(persona, Standing.oneCase(persona, relation))),
        new MatrixRow(
            CaseOperation.CHANGE_CHILD,
            Standing.OWN_CASES,
            (persona, relation) ->
                Particulars.change(
                    persona,
                    Standing.oneCase(persona, relation),
                    "\"v0\"",
                    Particulars.full("Matrix"))),
        new MatrixRow(
            CaseOperation.VIEW_PEOPLE,
            Standing.OWN_CASES,
            (persona, relation) -> People.persons(persona, Standing.oneCase(persona, relation))),
        new MatrixRow(
            CaseOperation.CHANGE_PEOPLE,
            Standing.OWN_CASES,
            (persona, relation) ->
                People.add(
                    persona,
                    Standing.oneCase(persona, relation),
                    People.person("mother", "Invented", "\"household\"", ""))),
        new MatrixRow(
            CaseOperation.VIEW_CASE_LINKS,
            Standing.OWN_CASES,
            (persona, relation) -> Links.links(persona, Standing.oneCase(persona, relation))),
        new MatrixRow(
            CaseOperation.LINK_CASES,
            Standing.OWN_CASES,
            (persona, relation) ->
                Links.link(
                    persona, Standing.oneCase(persona, relation), anotherNumber(), "sibling")),
        new MatrixRow(
            CaseOperation.VIEW_NATIONALITY,
            FEW,
            (persona, relation) ->
                as(persona)
                    .get("/v1/cases/" + Standing.oneCase(persona, relation) + "/nationality")),
        new MatrixRow(
            CaseOperation.RECORD_NATIONALITY,
            FEW,
            (persona, relation) ->
                as(persona)
                    .header("If-Match", "\"v0\"")
                    .body(
                        """
                        {"happenedAt":"%s","status":"unknown","neededFor":"documentation"}"""
                            .formatted(Instant.now().minusSeconds(1)))
                    .put("/v1/cases/" + Standing.oneCase(persona, relation) + "/nationality")),
        new MatrixRow(
            CaseOperation.VIEW_TRACING,
            Standing.OWN_CASES,
            (persona, relation) -> Tracing.read(persona, Standing.oneCase(persona, relation))),
        new MatrixRow(
            CaseOperation.RECORD_TRACING,
            Standing.OWN_CASES,
            (persona, relation) ->
                Tracing.record(
                    persona, Standing.oneCase(persona, relation), "\"v0\"", "separated")));
  }

  private static String anotherNumber() {
    return Standing.record(
        "linked",
        Relation.OTHER_UNIT,
        () -> Links.number(Requests.openCase(Persona.SOCIAL_WORKER, "Another", NINE_YEARS)));
  }
}
