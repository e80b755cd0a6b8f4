package org.hifazat.cases;

import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/**
 * Rows the Commission reads lists of, for templates: no case is sealed by them, nobody has too
 * many.
 */
final class CommissionRows {
  private CommissionRows() {}

  static void exception(UUID id, Persona by) {
    Backstage.execute(
        "insert into caseload_exception (id, unit_id, staff_id, open_cases, weighted, state,"
            + " requested_by, requested_at, version)"
            + " values (?, ?::uuid, gen_random_uuid(), 30, 30, 'pending', ?, now(), 0)",
        id,
        Persona.PESHAWAR,
        by.staffId().orElseThrow());
  }

  static void seal(UUID id, String caseId, Persona by) {
    Backstage.execute(
        "insert into case_seal (id, case_id, unit_id, reason, words, named_ids, sealed_by,"
            + " happened_at, recorded_at, version)"
            + " values (?, ?::uuid, ?::uuid, 'threat', '\\x00', array[?::uuid], ?, now(), now(), 0)",
        id,
        caseId,
        Persona.PESHAWAR,
        by.staffId().orElseThrow(),
        by.staffId().orElseThrow());
  }

  static void gone(UUID id) {
    Backstage.execute("delete from caseload_exception where id = ?", id);
    Backstage.execute("delete from case_seal where id = ?", id);
  }
}
