package org.hifazat.assessment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;

/** The database as its superuser sees it: to arrange and to look, never what is tested. */
final class Backstage {

  private Backstage() {}

  /** A case of Peshawar's social worker. */
  static UUID openCase() {
    return openCase(staff(Persona.SOCIAL_WORKER), UUID.fromString(Persona.PESHAWAR));
  }

  static UUID openCase(UUID owner, UUID unit) {
    UUID id = UUID.randomUUID();
    execute(
        "insert into known_case (case_id, unit_id, owner_id, state, case_version, opened_at)"
            + " values (?, ?, ?, 'open', 1, now())",
        id,
        unit,
        owner);
    return id;
  }

  static void hand(UUID caseId, UUID owner, UUID unit) {
    execute(
        "update known_case set owner_id = ?, unit_id = ? where case_id = ?", owner, unit, caseId);
  }

  /** A case of Peshawar's social worker whose child was of that age when Requests says. */
  static UUID openCaseOf(String ageBand) {
    UUID id = openCase();
    execute(
        "update known_case set age_band = ?, age_as_of = '2026-01-10T05:00:00Z' where case_id = ?",
        ageBand,
        id);
    return id;
  }

  /** Somebody of a unit, as the directory would tell. */
  static void enrol(Persona persona) {
    execute(
        "insert into known_staff (staff_id, unit_id, roles, active, version)"
            + " values (?, ?, string_to_array(?, ','), true, 1) on conflict do nothing",
        staff(persona),
        persona.unitId().orElseThrow(),
        String.join(",", persona.roles()));
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
  static List<String> texts(String sql, Object... arguments) {
    try (Connection connection = PostgresBackend.superuser("assessments");
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

  static void execute(String sql, Object... arguments) {
    try (Connection connection = PostgresBackend.superuser("assessments");
        PreparedStatement statement = prepare(connection, sql, arguments)) {
      statement.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }
}
