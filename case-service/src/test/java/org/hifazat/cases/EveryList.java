package org.hifazat.cases;

import java.util.List;
import org.hifazat.platform.testing.PagedLists.Listed;
import org.hifazat.platform.testing.Persona;

/** The lists that grow, and who reads them in which order. */
final class EveryList {
  private static final Persona ME = Persona.SOCIAL_WORKER;
  private static final Persona LEAD = Persona.SUPERVISOR;
  private static final Persona THERE = Persona.OTHER_UNIT_SOCIAL_WORKER;
  private static final boolean OLDEST = true;
  private static final boolean NEWEST = false;

  private final String id;

  EveryList(String caseId) {
    id = caseId;
  }

  private Listed ofCase(String list, String cursor, boolean oldestFirst) {
    String operation = "/v1/cases/{caseId}/" + list.split("\\?", -1)[0];
    return new Listed(operation, "/v1/cases/" + id + "/" + list, ME, cursor, oldestFirst);
  }

  private static Listed unit(String path, Persona persona, String cursor, boolean oldestFirst) {
    return new Listed(path.split("\\?", -1)[0], path, persona, cursor, oldestFirst);
  }

  List<Listed> ofTheCase() {
    return List.of(
        ofCase("case-plans", "case-plans", NEWEST),
        ofCase("closures", "closures:" + id, NEWEST),
        ofCase("reopenings", "reopenings:" + id, NEWEST),
        ofCase("conferences", "conferences", NEWEST),
        ofCase("persons", "persons:" + id, OLDEST),
        ofCase("safe-places", "safe-places:" + id, OLDEST),
        ofCase("links", "case-links:" + id, OLDEST),
        ofCase("members", "case-members:" + id, NEWEST),
        ofCase("owner-changes", "owner-changes:" + id, NEWEST),
        ofCase("risk-levels", "risk-levels:" + id, NEWEST),
        ofCase("risk-lowerings", "risk-lowerings:" + id, NEWEST),
        ofCase("consent-words", "consent-words:" + id, NEWEST),
        ofCase("documents", "documents", NEWEST),
        ofCase("follow-ups?state=planned", "follow-ups-planned", OLDEST),
        ofCase("incidents", "incidents", NEWEST),
        ofCase("notes", "notes", NEWEST),
        ofCase("planned-conferences", "planned-conferences", OLDEST),
        ofCase("court-matters", "court-matters:" + id, NEWEST),
        ofCase("hearings", "hearings:" + id, NEWEST),
        ofCase("orders", "orders:" + id, NEWEST),
        ofCase("placements", "placements:" + id, NEWEST),
        ofCase("missing-reports", "missing:" + id, NEWEST),
        ofCase("reviews", "reviews", NEWEST),
        ofCase("safety-plans", "safety-plans", NEWEST),
        ofCase("services-given", "services-given", NEWEST),
        ofCase("timeline", "timeline:" + id, NEWEST),
        ofCase("timeline?group=case", "timeline:" + id, NEWEST));
  }

  List<Listed> ofTheUnit() {
    return List.of(
        unit("/v1/approvals", LEAD, "approvals", OLDEST),
        unit("/v1/case-requests?direction=in", LEAD, "case-requests-IN", OLDEST),
        unit("/v1/case-requests?direction=out", THERE, "case-requests-OUT", NEWEST),
        unit("/v1/cases", ME, "cases", NEWEST),
        new Listed(
            "/v1/caseloads/{staffId}/cases",
            "/v1/caseloads/" + ME.staffId().orElseThrow() + "/cases",
            LEAD,
            "cases-of:" + ME.staffId().orElseThrow(),
            OLDEST),
        unit("/v1/cases?state=open", LEAD, "cases", NEWEST),
        unit("/v1/concern-reports", ME, "concern-reports", OLDEST),
        unit("/v1/concern-reports?state=waiting", LEAD, "concern-reports", OLDEST),
        unit("/v1/concern-reports?queue=due", ME, "concern-reports-due", OLDEST),
        unit("/v1/concern-reports?queue=overdue", LEAD, "concern-reports-overdue", OLDEST),
        unit("/v1/consent-overrides", LEAD, "consent-overrides", OLDEST),
        unit("/v1/caseload-exceptions", LEAD, "caseload-exceptions-ALL", OLDEST),
        unit("/v1/caseload-exceptions?state=pending", LEAD, "caseload-exceptions-PENDING", OLDEST),
        unit("/v1/emergency-accesses", LEAD, "emergency-accesses-NOT_YET", NEWEST),
        unit("/v1/imports", LEAD, "imports", NEWEST),
        unit("/v1/seals", Persona.COMMISSION_ADMIN, "seals", NEWEST),
        unit("/v1/my-day/new-cases?days=36500", ME, "new-cases", NEWEST),
        unit("/v1/duplicates?state=open", LEAD, "duplicates-open", NEWEST),
        unit("/v1/duplicates?state=open", ME, "duplicates-open", NEWEST),
        unit("/v1/tasks", ME, "own-tasks", OLDEST),
        unit("/v1/tasks/overdue", LEAD, "overdue-tasks", OLDEST),
        unit(
            "/v1/tasks/overdue?ownerId=" + ME.staffId().orElseThrow(),
            LEAD,
            "overdue-tasks",
            OLDEST),
        unit("/v1/transfers?direction=in", Persona.OTHER_UNIT_SUPERVISOR, "transfers-IN", OLDEST),
        unit("/v1/transfers?direction=out", LEAD, "transfers-OUT", NEWEST));
  }

  List<Listed> ofWhatHasEnded() {
    return List.of(
        ofCase("follow-ups?state=ended", "follow-ups-ended", NEWEST),
        ofCase("approvals", "case-approvals:" + id, NEWEST),
        ofCase("done-tasks", "done-tasks:" + id, NEWEST),
        ofCase("transfers", "case-transfers:" + id, NEWEST),
        ofCase("concern-reports", "case-reports:" + id, OLDEST),
        unit("/v1/emergency-accesses?state=reviewed", LEAD, "emergency-accesses-DONE", NEWEST),
        unit("/v1/unassigned-cases", LEAD, "unassigned-cases", OLDEST));
  }

  static Listed closedCases() {
    return unit("/v1/cases?state=closed", LEAD, "cases", NEWEST);
  }
}
