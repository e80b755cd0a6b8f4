package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;
import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;

/** Owners, members and caseloads in the refusal matrix. */
final class MoveMatrix {
  private static final Map<String, Set<Relation>> SUPERVISORS = Map.of("supervisor", Set.of(NONE));

  private static final Map<String, Set<Relation>> RECEIVER =
      Map.of("supervisor", Set.of(SAME_UNIT));

  private static final Map<String, Set<Relation>> SENDERS =
      Map.of(
          "social-worker", Set.of(OWN),
          "protection-officer", Set.of(OWN),
          "supervisor", Set.of(OWN, SAME_UNIT));

  private MoveMatrix() {}

  static List<MatrixRow> rows() {
    return List.of(
        new MatrixRow(
            CaseOperation.ASSIGN_CASE,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                Assignments.assign(
                    persona, Standing.oneCase(persona, relation), "\"v0\"", UUID.randomUUID(), "")),
        new MatrixRow(
            CaseOperation.VIEW_ASSIGNMENTS,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + Standing.oneCase(persona, relation) + "/owners")),
        new MatrixRow(
            CaseOperation.CHANGE_MEMBERS,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                Assignments.addMember(
                    persona,
                    Standing.oneCase(persona, relation),
                    UUID.randomUUID(),
                    "second-worker")),
        new MatrixRow(
            CaseOperation.LIST_UNASSIGNED_CASES,
            SUPERVISORS,
            (persona, relation) -> as(persona).get("/v1/unassigned-cases")),
        new MatrixRow(
            CaseOperation.VIEW_CASELOADS,
            SUPERVISORS,
            (persona, relation) -> as(persona).get("/v1/caseloads")),
        new MatrixRow(
            CaseOperation.REQUEST_CASELOAD_EXCEPTION,
            SUPERVISORS,
            (persona, relation) -> Assignments.askCommission(persona, UUID.randomUUID())),
        new MatrixRow(
            CaseOperation.LIST_CASELOAD_EXCEPTIONS,
            Map.of("supervisor", Set.of(NONE), "commission-admin", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/caseload-exceptions")),
        new MatrixRow(
            CaseOperation.DECIDE_CASELOAD_EXCEPTION,
            Map.of("commission-admin", Set.of(NONE)),
            (persona, relation) -> decision(persona)),
        new MatrixRow(
            CaseOperation.ASSIGN_MANY_CASES,
            SUPERVISORS,
            (persona, relation) ->
                Assignments.assignMany(
                    persona,
                    List.of(Assignments.chosen(UUID.randomUUID().toString(), "\"v0\"")),
                    UUID.randomUUID(),
                    "")),
        new MatrixRow(
            CaseOperation.ASK_FOR_CASE,
            Standing.UNIT_STAFF,
            (persona, relation) -> CaseRequests.ask(persona, "KP-1999-000002", "")),
        new MatrixRow(
            CaseOperation.LIST_CASE_REQUESTS,
            Standing.UNIT_STAFF,
            (persona, relation) -> CaseRequests.list(persona, "out")),
        new MatrixRow(
            CaseOperation.ANSWER_CASE_REQUEST,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                CaseRequests.reject(
                    persona, askedFor(Standing.oneCase(persona, relation)), "\"v7\"")),
        new MatrixRow(
            CaseOperation.PROPOSE_TRANSFER,
            SENDERS,
            (persona, relation) ->
                Transfers.propose(
                    persona,
                    Standing.oneCase(persona, relation),
                    Transfers.MARDAN,
                    Transfers.OVERRIDE)),
        new MatrixRow(
            CaseOperation.VIEW_TRANSFERS,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + Standing.oneCase(persona, relation) + "/transfers")),
        new MatrixRow(
            CaseOperation.LIST_TRANSFERS,
            SUPERVISORS,
            (persona, relation) -> as(persona).get("/v1/transfers")),
        new MatrixRow(
            CaseOperation.ACCEPT_TRANSFER,
            RECEIVER,
            (persona, relation) ->
                Transfers.accept(persona, comingTo(persona, relation), "\"v7\"", "")),
        new MatrixRow(
            CaseOperation.DECLINE_TRANSFER,
            RECEIVER,
            (persona, relation) ->
                Transfers.end(persona, comingTo(persona, relation), "\"v7\"", "decline")),
        new MatrixRow(
            CaseOperation.WITHDRAW_TRANSFER,
            SENDERS,
            (persona, relation) ->
                Transfers.end(persona, goneFrom(persona, relation), "\"v7\"", "withdrawal")),
        new MatrixRow(
            CaseOperation.RECORD_OUTSIDE_ANSWER,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                Transfers.answeredOutside(
                    persona, goneFrom(persona, relation), "\"v7\"", "declined")),
        new MatrixRow(
            CaseOperation.SEAL_CASE,
            Standing.SUPERVISORS_CASES,
            (persona, relation) ->
                Seals.open(persona, Standing.oneCase(persona, relation), "\"v0\"")),
        new MatrixRow(
            CaseOperation.VIEW_SEAL,
            Standing.OWN_CASES,
            (persona, relation) ->
                as(persona).get("/v1/cases/" + Standing.oneCase(persona, relation) + "/seal")),
        new MatrixRow(
            CaseOperation.LIST_SEALS,
            Map.of("commission-admin", Set.of(NONE)),
            (persona, relation) -> as(persona).get("/v1/seals")),
        new MatrixRow(
            CaseOperation.TAKE_EMERGENCY_ACCESS,
            Standing.CASE_STAFF,
            (persona, relation) -> Seals.takeEmergency(persona, "KP-1999-000002")),
        new MatrixRow(
            CaseOperation.LIST_EMERGENCY_ACCESSES,
            Standing.CASE_STAFF,
            (persona, relation) -> as(persona).get("/v1/emergency-accesses")),
        new MatrixRow(
            CaseOperation.REVIEW_EMERGENCY_ACCESS,
            RECEIVER,
            (persona, relation) ->
                Seals.review(
                    persona, accessIn(persona, relation), "\"v7\"", "justified", Instant.now())));
  }

  /** Somebody else has asked for the case. */
  private static String askedFor(String caseId) {
    UUID id = UUID.randomUUID();
    Backstage.execute(
        """
        insert into case_request (id, case_id, case_number, child_id, unit_id, asked_by, asking_unit, reason, words,
                                  state, asked_at, version)
        select ?, id, number, child_id, unit_id, gen_random_uuid(), gen_random_uuid(), 'child-here', '\\x00',
               'pending', now(), 0 from case_file where id = ?::uuid""",
        id,
        caseId);
    return id.toString();
  }

  private static Response decision(Persona persona) {
    UUID id = UUID.randomUUID();
    Backstage.execute(
        """
        insert into caseload_exception (id, unit_id, staff_id, open_cases, weighted, state, requested_by,
                                        requested_at, version)
        values (?, gen_random_uuid(), gen_random_uuid(), 30, 30, 'pending', gen_random_uuid(), ?::timestamptz, 0)""",
        id,
        Instant.EPOCH.toString());
    return Assignments.decide(persona, id.toString(), "declined");
  }

  /** A transfer that the persona's unit is asked to accept, where the relation says so. */
  private static String comingTo(Persona persona, Relation relation) {
    UUID there = relation == SAME_UNIT ? unit(persona) : UUID.randomUUID();
    return transfer(UUID.randomUUID(), there, UUID.randomUUID());
  }

  /** A transfer that the persona or the persona's unit has proposed, where the relation says so. */
  private static String goneFrom(Persona persona, Relation relation) {
    UUID here = relation == OWN || relation == SAME_UNIT ? unit(persona) : UUID.randomUUID();
    UUID by = relation == OWN ? persona.staffId().orElse(UUID.randomUUID()) : UUID.randomUUID();
    return transfer(here, UUID.randomUUID(), by);
  }

  private static UUID unit(Persona persona) {
    return persona.unitId().orElse(UUID.randomUUID());
  }

  private static String transfer(UUID from, UUID to, UUID by) {
    UUID id = UUID.randomUUID();
    Backstage.execute(
        """
        with one as (select gen_random_uuid() as child, gen_random_uuid() as file),
        children as (
          insert into child (id, given_name, name_script, sex, birth_year, age_basis, recorded_at, version)
          select child, '\\x00', 'latn', 'male', 2012, 'stated', now(), 0 from one),
        files as (
          insert into case_file (id, number, child_id, unit_id, district_code, state, concerns, opened_at, recorded_at, version)
          select file, 'matrix-' || file, child, gen_random_uuid(), 'peshawar', 'identified', '{}', now(), now(), 0 from one)
        insert into case_transfer (id, case_id, case_number, kind, from_unit, from_district, to_unit, to_district,
                                   reason, state, proposed_by, proposed_at, recorded_at, version)
        select ?, file, 'KP-MATRIX', 'unit', ?, 'peshawar', ?, 'mardan', 'child-moved', 'pending', ?, now(), now(), 0
          from one""",
        id,
        from,
        to,
        by);
    return id.toString();
  }

  /** Somebody's access to a case of the persona's unit, where the relation says so. */
  private static String accessIn(Persona persona, Relation relation) {
    UUID id = UUID.randomUUID();
    Backstage.execute(
        """
        with one as (select gen_random_uuid() as child, gen_random_uuid() as file),
        children as (
          insert into child (id, given_name, name_script, sex, birth_year, age_basis, recorded_at, version)
          select child, '\\x00', 'latn', 'male', 2012, 'stated', now(), 0 from one),
        files as (
          insert into case_file (id, number, child_id, unit_id, district_code, state, concerns, opened_at, recorded_at, version)
          select file, 'matrix-' || file, child, gen_random_uuid(), 'peshawar', 'identified', '{}', now(), now(), 0 from one)
        insert into emergency_access (id, case_id, case_number, child_id, unit_id, staff_id, reason, words, begins_at,
                                      ends_at, state, version)
        select ?, file, 'KP-MATRIX', child, ?, gen_random_uuid(), 'danger-now', '\\x00', now(), now() + interval '1 hour',
               'to-review', 0 from one""",
        id,
        relation == SAME_UNIT ? unit(persona) : UUID.randomUUID());
    return id.toString();
  }
}
