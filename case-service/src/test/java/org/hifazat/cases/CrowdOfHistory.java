package org.hifazat.cases;

import static org.hifazat.platform.testing.Crowd.ID;
import static org.hifazat.platform.testing.Crowd.TIME;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.testing.Crowd;

/**
 * Thousands of owners, levels and ends of one case. Their template is written by the database:
 * nobody gets there by way of the application without changing what the other lists show.
 */
final class CrowdOfHistory {
  private final Crowd crowd;
  private final FieldCipher cipher;
  private final String caseId;
  private final UUID child;

  CrowdOfHistory(Crowd crowd, FieldCipher cipher, String caseId, UUID child) {
    this.crowd = crowd;
    this.cipher = cipher;
    this.caseId = caseId;
    this.child = child;
  }

  void ofAllThatWas() {
    ofOwners();
    ofLevels();
    ofLowerings();
    ofClosures();
    ofReopenings();
  }

  private void ofOwners() {
    UUID change = UUID.randomUUID();
    Backstage.execute(
        "insert into owner_change (id, case_id, to_owner, happened_at, recorded_at, assigned_by, open_cases, band)"
            + " select ?, id, owner_id, opened_at, opened_at, owner_id, 0, 'normal' from case_file where id = ?::uuid",
        change,
        caseId);
    crowd.of("owner_change", change, Map.of("happened_at", TIME));
  }

  private void ofLevels() {
    UUID said = UUID.randomUUID();
    Backstage.execute(
        "insert into risk_change (id, case_id, assessment_id, level, applied, set_at, recorded_at)"
            + " values (?, ?::uuid, gen_random_uuid(), 'low', false, now(), now())",
        said,
        caseId);
    crowd.of("risk_change", said, Map.of("set_at", TIME, "assessment_id", ID));
  }

  private void ofLowerings() {
    UUID followed = UUID.randomUUID();
    Backstage.execute(
        "insert into risk_lowering (id, case_id, assessment_id, from_level, to_level, reason, decided_by, happened_at, recorded_at)"
            + " values (?, ?::uuid, gen_random_uuid(), 'high', 'low', ?, gen_random_uuid(), now(), now())",
        followed,
        caseId,
        cipher.encrypt(child, "risk_lowering.reason", followed, "Invented."));
    crowd.of("risk_lowering", followed, Map.of("happened_at", TIME, "assessment_id", ID));
    readable("risk_lowering", followed, "reason");
  }

  private void ofClosures() {
    UUID ended = UUID.randomUUID();
    Backstage.execute(
        "insert into case_closure (id, case_id, episode, reason, state, child_informed, caregiver_informed, attempts, proposed_by, happened_at, recorded_at, overridden, version, summary)"
            + " values (?, ?::uuid, 1, 'court-discharged', 'withdrawn', true, true, '{}', gen_random_uuid(), now(), now(), '{}', 0, ?)",
        ended,
        caseId,
        cipher.encrypt(child, "case_closure.summary", ended, "Invented."));
    crowd.of("case_closure", ended, Map.of("recorded_at", TIME));
    readable("case_closure", ended, "summary");
  }

  private void ofReopenings() {
    UUID began = UUID.randomUUID();
    Backstage.execute(
        "insert into case_reopening (id, case_id, episode, reason, words, happened_at, recorded_at, recorded_by)"
            + " values (?, ?::uuid, 2, 'court-asks', ?, now(), now(), gen_random_uuid())",
        began,
        caseId,
        cipher.encrypt(child, "case_reopening.words", began, "Invented."));
    crowd.of("case_reopening", began, Map.of("recorded_at", TIME, "episode", "t.episode + n"));
    readable("case_reopening", began, "words");
  }

  private void readable(String table, UUID template, String column) {
    crowd.readable(
        table,
        template,
        List.of(column),
        (field, from, to, kept) ->
            cipher.encrypt(child, field, to, cipher.decrypt(child, field, from, kept)));
  }
}
