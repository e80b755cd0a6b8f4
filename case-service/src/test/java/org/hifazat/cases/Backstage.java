package org.hifazat.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hifazat.platform.testing.PostgresBackend;

/** The database as its superuser sees it: to arrange and to look, never what is tested. */
public final class Backstage {
  private static final List<String> WRITTEN_TO =
      List.of(
          "concern_report",
          "child",
          "child_search_key",
          "case_file",
          "task",
          "consent",
          "outside_recipient",
          "consent_override",
          "risk_change",
          "risk_lowering",
          "case_step",
          "approval",
          "case_closure",
          "case_reopening",
          "case_plan",
          "goal_progress",
          "safety_plan",
          "service_given",
          "follow_up",
          "case_review",
          "case_conference",
          "case_note",
          "note_addendum",
          "incident",
          "incident_finding",
          "court_matter",
          "hearing",
          "legal_order",
          "placement",
          "placement_review",
          "missing_child",
          "case_document",
          "document_piece",
          "planned_conference",
          "case_request",
          "concern_routing",
          "concern_referral",
          "subject_key",
          "idempotency_record");

  private Backstage() {}

  /** How many rows each table of the service has; what is published meanwhile is not counted. */
  public static Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    WRITTEN_TO.forEach(table -> rows.put(table, count("select count(*) from " + table)));
    rows.put("versions", count("select coalesce(sum(version), 0) from concern_report"));
    rows.put(
        "performed",
        count(
            "select count(*) from audit_record where outcome = 'performed' and actor not like 'system:%'"
                + " and operation not in ('SEARCH_CHILDREN', 'APPLY_ASSESSMENT')"));
    return rows;
  }

  /** Outcome and codes of the trail's entries for an operation on a subject, oldest first. */
  public static List<String> audit(String operation, Object subject) {
    return texts(
        "select outcome || ' ' || array_to_string(codes, ' ') from audit_record"
            + " where operation = ? and subject_id = ? order by seq",
        operation,
        subject.toString());
  }

  public static long count(String sql, Object... arguments) {
    return Long.parseLong(texts(sql, arguments).getFirst());
  }

  /** The first column of every row. */
  public static List<String> texts(String sql, Object... arguments) {
    try (Connection connection = PostgresBackend.superuser("cases");
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

  public static void execute(String sql, Object... arguments) {
    try (Connection connection = PostgresBackend.superuser("cases");
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
