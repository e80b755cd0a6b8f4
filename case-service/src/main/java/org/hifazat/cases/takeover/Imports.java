package org.hifazat.cases.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Files of the caller's unit and what became of their rows. */
@ApplicationScoped
public class Imports {
  private final Session entities;
  private final FieldCipher cipher;
  private final CallerContext callers;

  Imports(Session entities, FieldCipher cipher, CallerContext callers) {
    this.entities = entities;
    this.cipher = cipher;
    this.callers = callers;
  }

  /**
   * What became of a row.
   *
   * @param reason why somebody takes it over although the child seemed known: a code
   */
  public record Line(
      int row,
      String outcome,
      List<String> faults,
      @Nullable String caseNumber,
      @Nullable String reason) {}

  /**
   * @throws ProblemException not-found
   */
  @Transactional
  public CaseImport one(UUID id) {
    return Optional.ofNullable(entities.find(CaseImport.class, id))
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  /** Of the caller's unit, the newest first. */
  @Transactional
  public List<CaseImport> page(@Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    TypedQuery<CaseImport> query =
        entities
            .createQuery(
                "from CaseImport where unitId = :unit"
                    + (after == null
                        ? ""
                        : " and createdAt <= :at and (createdAt < :at or id < :id)")
                    + " order by createdAt desc, id desc",
                CaseImport.class)
            .setParameter("unit", unit.get())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /**
   * @param outcome only these; null for all
   * @param after number of the last row seen
   */
  @Transactional
  public List<Line> rows(UUID importId, @Nullable String outcome, int after, int limit) {
    one(importId);
    return entities
        .createNativeQuery(
            """
            select row_number, outcome, faults, case_number, reason from case_import_row
             where import_id = :id and row_number > :after and (:outcome = '' or outcome = :outcome)
             order by row_number limit :limit""",
            Object[].class)
        .setParameter("id", importId)
        .setParameter("after", after)
        .setParameter("outcome", outcome == null ? "" : outcome)
        .setParameter("limit", limit)
        .getResultList()
        .stream()
        .map(Imports::line)
        .toList();
  }

  private static Line line(Object[] row) {
    return new Line(
        ((Number) row[0]).intValue(),
        (String) row[1],
        List.of((String[]) row[2]),
        (String) row[3],
        (String) row[4]);
  }

  /** One row, locked until somebody has decided about it. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Line> row(UUID importId, int number) {
    return entities
        .createNativeQuery(
            """
            select row_number, outcome, faults, case_number, reason from case_import_row
             where import_id = :id and row_number = :row for update""",
            Object[].class)
        .setParameter("id", importId)
        .setParameter("row", number)
        .getResultStream()
        .map(Imports::line)
        .findFirst();
  }

  /** What somebody decided about a row that was left out. */
  @Transactional(Transactional.TxType.MANDATORY)
  void decided(UUID importId, RowOutcome outcome, @Nullable String reason, UUID by, Instant at) {
    note(importId, outcome);
    entities
        .createNativeQuery(
            """
            update case_import_row set reason = :reason, decided_by = :by, decided_at = :at
             where import_id = :id and row_number = :row""")
        .setParameter("reason", reason)
        .setParameter("by", by)
        .setParameter("at", at.atOffset(ZoneOffset.UTC))
        .setParameter("id", importId)
        .setParameter("row", outcome.row())
        .executeUpdate();
  }

  /** Rows that the later ones are compared with. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Integer> standing(UUID importId) {
    return entities
        .createNativeQuery(
            "select row_number from case_import_row where import_id = :id and outcome in ('ready', 'known')",
            Integer.class)
        .setParameter("id", importId)
        .getResultList();
  }

  /** Cases that were made of this file before. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<String> takenNumbers(UUID importId) {
    return entities
        .createNativeQuery(
            "select case_number from case_import_row where import_id = :id and outcome = 'taken-over'",
            String.class)
        .setParameter("id", importId)
        .getResultList();
  }

  /** Those among the rows of which somebody said that they are another child than the known one. */
  @Transactional(Transactional.TxType.MANDATORY)
  Set<Integer> insisted(UUID importId, List<Integer> rows) {
    return Set.copyOf(
        entities
            .createNativeQuery(
                """
                select row_number from case_import_row
                 where import_id = :id and row_number = any (:rows) and reason is not null""",
                Integer.class)
            .setParameter("id", importId)
            .setParameter("rows", rows.toArray(Integer[]::new))
            .getResultList());
  }

  /** The file in clear. */
  @Transactional(Transactional.TxType.MANDATORY)
  byte[] file(UUID importId) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    entities
        .createNativeQuery(
            "select position, content from case_import_piece where import_id = :id order by position",
            Object[].class)
        .setParameter("id", importId)
        .getResultList()
        .forEach(
            row -> {
              UUID place =
                  new UUID(importId.getMostSignificantBits(), ((Number) row[0]).longValue());
              file.writeBytes(
                  cipher
                      .decrypt(importId, PrepareImport.PIECE, place, (byte[]) row[1])
                      .getBytes(StandardCharsets.ISO_8859_1));
            });
    return file.toByteArray();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void note(UUID importId, RowOutcome outcome) {
    entities
        .createNativeQuery(
            """
            insert into case_import_row (import_id, row_number, outcome, faults, case_number)
            values (:id, :row, :outcome, cast(:faults as text[]), :number)
            on conflict (import_id, row_number) do update
               set outcome = excluded.outcome, faults = excluded.faults, case_number = excluded.case_number""")
        .setParameter("id", importId)
        .setParameter("row", outcome.row())
        .setParameter("outcome", outcome.outcome())
        .setParameter("faults", outcome.faults().toArray(String[]::new))
        .setParameter("number", outcome.caseNumber())
        .executeUpdate();
  }

  /** Which of the next rows wait to be taken over. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Integer> ready(UUID importId, int from, int limit) {
    return entities
        .createNativeQuery(
            """
            select row_number from case_import_row
             where import_id = :id and row_number >= :from and outcome = 'ready'
             order by row_number limit :limit""",
            Integer.class)
        .setParameter("id", importId)
        .setParameter("from", from)
        .setParameter("limit", limit)
        .getResultList();
  }

  /** The file is of no more use: neither it nor its key is kept. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forget(UUID importId) {
    entities
        .createNativeQuery("delete from case_import_piece where import_id = :id")
        .setParameter("id", importId)
        .executeUpdate();
    cipher.destroy(importId);
  }
}
