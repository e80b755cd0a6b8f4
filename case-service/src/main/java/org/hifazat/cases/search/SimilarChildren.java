package org.hifazat.cases.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.matching.ChildSearchKeys;
import org.jspecify.annotations.Nullable;

/** The database function that looks over all units and tells only what prevents a duplicate. */
@ApplicationScoped
class SimilarChildren {
  private final DataSource database;

  SimilarChildren(DataSource database) {
    this.database = database;
  }

  /** One case of a child that shares keys with what was asked for, or has the number asked for. */
  record Hit(
      UUID childId,
      UUID caseId,
      String caseNumber,
      UUID unitId,
      String sex,
      int birthYear,
      boolean numberHit,
      int givenHits,
      int fatherHits) {}

  /** Keys to look for; years inclusive, null for any. */
  record Wanted(
      Collection<ChildSearchKeys.Key> given,
      Collection<ChildSearchKeys.Key> father,
      Collection<ChildSearchKeys.Key> numbers,
      @Nullable String caseNumber,
      @Nullable Integer fromYear,
      @Nullable Integer toYear,
      @Nullable String sex,
      @Nullable String districtCode) {}

  @Transactional(Transactional.TxType.MANDATORY)
  List<Hit> find(Wanted wanted) {
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select * from children_like(?, ?, ?, ?, ?, ?, ?, ?)")) {
      query.setArray(1, tokens(connection, wanted.given()));
      query.setArray(2, tokens(connection, wanted.father()));
      query.setArray(3, tokens(connection, wanted.numbers()));
      query.setString(4, wanted.caseNumber());
      query.setObject(5, wanted.fromYear(), Types.INTEGER);
      query.setObject(6, wanted.toYear(), Types.INTEGER);
      query.setString(7, wanted.sex());
      query.setString(8, wanted.districtCode());
      try (ResultSet rows = query.executeQuery()) {
        List<Hit> hits = new ArrayList<>();
        while (rows.next()) {
          hits.add(hit(rows));
        }
        return hits;
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("search failed", fault);
    }
  }

  /** The case in which the history of a merged one goes on. */
  record Went(UUID caseId, String caseNumber, UUID unitId) {}

  /** By the merged case; nothing for cases that went into no other. */
  @Transactional(Transactional.TxType.MANDATORY)
  Map<UUID, Went> whereTheyWent(Collection<Hit> hits) {
    if (hits.isEmpty()) {
      return Map.of();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query =
            connection.prepareStatement("select * from where_cases_went(?)")) {
      query.setArray(1, connection.createArrayOf("uuid", hits.stream().map(Hit::caseId).toArray()));
      try (ResultSet rows = query.executeQuery()) {
        Map<UUID, Went> went = new HashMap<>();
        while (rows.next()) {
          went.put(
              rows.getObject("case_id", UUID.class),
              new Went(
                  rows.getObject("survivor_id", UUID.class),
                  rows.getString("number"),
                  rows.getObject("unit_id", UUID.class)));
        }
        return went;
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("search failed", fault);
    }
  }

  private static Hit hit(ResultSet row) throws SQLException {
    return new Hit(
        row.getObject("child_id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("case_number"),
        row.getObject("unit_id", UUID.class),
        row.getString("sex"),
        row.getInt("birth_year"),
        row.getBoolean("number_hit"),
        row.getInt("given_hits"),
        row.getInt("father_hits"));
  }

  static Array tokens(Connection connection, Collection<ChildSearchKeys.Key> keys)
      throws SQLException {
    return connection.createArrayOf(
        "bytea", keys.stream().map(ChildSearchKeys.Key::token).toArray(byte[][]::new));
  }
}
