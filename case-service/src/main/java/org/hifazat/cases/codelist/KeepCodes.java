package org.hifazat.cases.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.policy.LayDown;
import org.hifazat.platform.persistence.DatedRows;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The Commission keeps the words of every list, and the codes of those the platform does not act
 * by. A code that was used is ended, never removed: what was recorded with it is still read.
 */
@ApplicationScoped
public class KeepCodes {
  private static final String LIST = "list";
  private static final String CODE = "code";
  private static final DatedRows.Table TABLE =
      new DatedRows.Table(
          "code_entry",
          List.of(LIST, CODE),
          List.of("name_en", "name_ur", "name_ps", "position", "source"),
          true);

  /** A list nobody has said anything of is closed: who made it may act by its codes. */
  private static final String LISTS =
      """
      select known.list, coalesce(c.open, false), coalesce(c.lasting, cast(array[] as text[]))
        from (select distinct list from code_entry) known left join code_list c on c.list = known.list""";

  private final Session entities;
  private final LayDown laying;

  KeepCodes(Session entities, LayDown laying) {
    this.entities = entities;
    this.laying = laying;
  }

  /**
   * A list and what may be laid down for it.
   *
   * @param open codes may join it and end
   * @param lasting codes of an open list that do not end
   */
  public record Kept(String list, boolean open, List<String> lasting) {}

  /**
   * A code as it was, is or will be.
   *
   * @param position order in which it is offered
   * @param validTo first day it is not offered any more; null while nothing ends it
   * @param source who laid it down; null for what the platform came with
   * @param endSource who laid down that it ends; null where other words follow it, or nothing does
   */
  public record Entry(
      String code,
      String nameEn,
      String nameUr,
      String namePs,
      int position,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable String source,
      @Nullable String endSource) {}

  /** All codes a list had, has and will have, and the version of that. */
  public record History(Kept kept, List<Entry> entries, long version) {}

  @Transactional
  public List<Kept> lists() {
    return entities
        .createNativeQuery(LISTS + " order by known.list", Object[].class)
        .getResultStream()
        .map(KeepCodes::kept)
        .toList();
  }

  /**
   * What was laid down and taken back is left out.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public History history(String list) {
    Kept kept = one(list);
    List<Entry> entries =
        entities
            .createNativeQuery(
                """
                select code, name_en, name_ur, name_ps, position, valid_from, valid_to, source, end_source
                  from code_entry where list = :list and (valid_to is null or valid_to > valid_from)
                 order by code, valid_from""",
                Object[].class)
            .addScalar("code", String.class)
            .addScalar("name_en", String.class)
            .addScalar("name_ur", String.class)
            .addScalar("name_ps", String.class)
            .addScalar("position", Integer.class)
            .addScalar("valid_from", LocalDate.class)
            .addScalar("valid_to", LocalDate.class)
            .addScalar("source", String.class)
            .addScalar("end_source", String.class)
            .setParameter(LIST, list)
            .getResultStream()
            .map(
                row ->
                    new Entry(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Integer) row[4],
                        (LocalDate) row[5],
                        (LocalDate) row[6],
                        (String) row[7],
                        (String) row[8]))
            .toList();
    return new History(kept, entries, laying.version(TABLE, Map.of(LIST, list)));
  }

  /**
   * Lays a code down from its first day on, new or in other words.
   *
   * @throws ProblemException not-found, list-closed, policy-begun, or one of the preconditions
   */
  @Transactional
  public void keep(String list, Entry entry, @Nullable String ifMatch) {
    Kept kept = one(list);
    if (!kept.open() && !exists(list, entry.code())) {
      throw LayDown.refused(CaseProblem.LIST_CLOSED, "/code");
    }
    Map<String, @Nullable String> row = new HashMap<>();
    row.put(LIST, list);
    row.put(CODE, entry.code());
    row.put("name_en", entry.nameEn());
    row.put("name_ur", entry.nameUr());
    row.put("name_ps", entry.namePs());
    row.put("position", Integer.toString(entry.position()));
    row.put("source", entry.source());
    laying.lay(change(list, entry.code(), ifMatch), entry.validFrom(), row);
  }

  /**
   * From that day on the code is not offered any more; what was laid down for later is taken back.
   *
   * @throws ProblemException not-found, list-closed, code-unknown, code-lasts, last-code,
   *     policy-begun, or one of the preconditions
   */
  @Transactional
  public void end(
      String list, String code, LocalDate from, String source, @Nullable String ifMatch) {
    Kept kept = one(list);
    if (!kept.open()) {
      throw LayDown.refused(CaseProblem.LIST_CLOSED, "/code");
    }
    if (!exists(list, code)) {
      throw LayDown.refused(CaseProblem.CODE_UNKNOWN, "/code");
    }
    if (kept.lasting().contains(code)) {
      throw LayDown.refused(CaseProblem.CODE_LASTS, "/code");
    }
    laying.end(change(list, code, ifMatch), from, Map.of(LIST, list, CODE, code), source);
    refuseEmpty(list, from);
  }

  /** Nobody is left without a code to choose, on that day or any later one laid down. */
  private void refuseEmpty(String list, LocalDate from) {
    boolean empty =
        entities
            .createNativeQuery(
                """
                select exists (
                  select 1 from (select distinct valid_to as day from code_entry where list = :list and valid_to >= :from) d
                   where not exists (select 1 from code_entry c where c.list = :list
                          and c.valid_from <= d.day and (c.valid_to is null or c.valid_to > d.day)))""",
                Boolean.class)
            .setParameter(LIST, list)
            .setParameter("from", from)
            .getSingleResult();
    if (empty) {
      throw LayDown.refused(CaseProblem.LAST_CODE, "/code");
    }
  }

  private static LayDown.Change change(String list, String code, @Nullable String ifMatch) {
    return new LayDown.Change(
        CaseOperation.KEEP_CODES, TABLE, Map.of(LIST, list), ifMatch, "code", list + ":" + code);
  }

  private Kept one(String list) {
    return Optional.ofNullable(
            entities
                .createNativeQuery(LISTS + " where known.list = :list", Object[].class)
                .setParameter(LIST, list)
                .getSingleResultOrNull())
        .map(KeepCodes::kept)
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  private static Kept kept(Object[] row) {
    return new Kept((String) row[0], (Boolean) row[1], List.of((String[]) row[2]));
  }

  /** Whether the list ever had it. */
  boolean exists(String list, String code) {
    return entities
        .createNativeQuery(
            "select exists (select 1 from code_entry where list = :list and code = :code)",
            Boolean.class)
        .setParameter(LIST, list)
        .setParameter(CODE, code)
        .getSingleResult();
  }
}
