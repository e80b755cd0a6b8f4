package org.hifazat.referral;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.jspecify.annotations.Nullable;

/** The database as its superuser sees it: to arrange and to look, never what is tested. */
final class Backstage {
  static final UUID PESHAWAR = UUID.fromString(Persona.PESHAWAR);
  static final UUID LEGAL_AID = UUID.fromString(Persona.LEGAL_AID);
  static final UUID HOSPITAL = UUID.fromString(Persona.HOSPITAL);

  private Backstage() {}

  /** A case of Peshawar's social worker. */
  static UUID openCase() {
    return openCase(staff(Persona.SOCIAL_WORKER), PESHAWAR);
  }

  static UUID openCase(@Nullable UUID owner, UUID unit) {
    UUID id = UUID.randomUUID();
    execute(
        "insert into known_case values (?, 'KP-TST-' || left(?::text, 6), ?, 'peshawar', ?, 1)",
        id,
        id,
        unit,
        owner);
    return id;
  }

  /** A case whose child may be told of to the legal aid centre. */
  static UUID openCaseWithConsent() {
    UUID caseId = openCase();
    consent(caseId, "share-information", "given", LEGAL_AID, "2026-01-10T05:00:00Z", null);
    return caseId;
  }

  /** A case that may be told of to the legal aid centre without consent, as a supervisor agreed. */
  static UUID openCaseOverridden() {
    UUID caseId = openCase();
    execute(
        "insert into known_sharing (case_id, agency_id, stands, basis_id, override_code)"
            + " values (?, ?, true, ?, 'caregiver-suspected')",
        caseId,
        LEGAL_AID,
        UUID.randomUUID());
    return caseId;
  }

  static void consent(
      UUID caseId,
      String purpose,
      String decision,
      @Nullable UUID agency,
      String happenedAt,
      @Nullable LocalDate expiresOn) {
    execute(
        "insert into known_consent values (?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID(),
        caseId,
        purpose,
        decision,
        agency,
        Instant.parse(happenedAt).atOffset(ZoneOffset.UTC),
        expiresOn);
  }

  static void hand(UUID caseId, @Nullable UUID owner, UUID unit) {
    execute(
        "update known_case set owner_id = ?, unit_id = ? where case_id = ?", owner, unit, caseId);
    execute("update referral set unit_id = ? where case_id = ?", unit, caseId);
  }

  /** Puts a referral into a state nobody need have led it to. */
  static void put(Object referral, String status) {
    execute(
        "update referral set status = ?,"
            + " outcome_code = case when ? = 'completed' then 'provided' end,"
            + " outcome_at = case when ? = 'completed' then authored_at end where id = ?",
        status,
        status,
        status,
        UUID.fromString(referral.toString()));
  }

  static UUID staff(Persona persona) {
    return persona.staffId().orElseThrow();
  }

  /** Outcome and codes of the trail's entries for an operation on a subject. */
  static List<String> audit(String operation, Object subject) {
    return texts(
        "select outcome || ' ' || array_to_string(codes, ' ') from audit_record"
            + " where operation = ? and subject_id = ? order by seq",
        operation,
        subject.toString());
  }

  static long count(String sql, Object... arguments) {
    return Long.parseLong(texts(sql, arguments).getFirst());
  }

  /** The first column of every row. */
  static List<String> texts(String sql, @Nullable Object... arguments) {
    try (Connection connection = PostgresBackend.superuser("referrals");
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  static void execute(String sql, @Nullable Object... arguments) {
    try (Connection connection = PostgresBackend.superuser("referrals");
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      statement.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static PreparedStatement prepare(
      Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
