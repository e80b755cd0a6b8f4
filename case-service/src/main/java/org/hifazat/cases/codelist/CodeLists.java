package org.hifazat.cases.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.platform.web.ProblemException;

/** Code lists are data with validity dates, editable without a release. */
@ApplicationScoped
public class CodeLists {
  private final Session entities;
  private final Clock clock;

  CodeLists(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** One code of a list, with its label in the three languages. */
  public record Code(String code, String nameEn, String nameUr, String namePs) {}

  /** A list of codes with the values somebody used, to be checked together in one statement. */
  public record Use(String list, Collection<String> codes) {
    public static Use of(String list, String code) {
      return new Use(list, List.of(code));
    }
  }

  /**
   * @return names of the lists in which a used code is not valid on that day; empty when all are
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<String> listsWithInvalidCodes(LocalDate day, List<Use> uses) {
    List<?> valid =
        entities
            .createNativeQuery(
                """
                select e.list || '/' || e.code
                  from unnest(cast(:lists as text[]), cast(:codes as text[])) as used(list, code)
                  join code_entry e on e.list = used.list and e.code = used.code
                 where e.valid_from <= :day and (e.valid_to is null or e.valid_to > :day)""",
                String.class)
            .setParameter("lists", texts(uses, (use, code) -> use.list()))
            .setParameter("codes", texts(uses, (use, code) -> code))
            .setParameter("day", day)
            .getResultList();
    return uses.stream()
        .filter(
            use -> use.codes().stream().anyMatch(code -> !valid.contains(use.list() + "/" + code)))
        .map(Use::list)
        .collect(Collectors.toSet());
  }

  /**
   * @throws ProblemException code-unknown unless all are valid on that day
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void require(LocalDate day, List<Use> uses) {
    if (!listsWithInvalidCodes(day, uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }

  private static String[] texts(List<Use> uses, BiFunction<Use, String, String> text) {
    return uses.stream()
        .flatMap(use -> use.codes().stream().map(code -> text.apply(use, code)))
        .toArray(String[]::new);
  }

  /** Codes of a list valid on that day, in the order the list gives them. */
  @Transactional
  public List<Code> codes(String list, LocalDate day) {
    return entities
        .createNativeQuery(
            """
            select code, name_en, name_ur, name_ps from code_entry
             where list = :list and valid_from <= :day and (valid_to is null or valid_to > :day)
             order by position, code""",
            Object[].class)
        .setParameter("list", list)
        .setParameter("day", day)
        .getResultList()
        .stream()
        .map(row -> new Code((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }

  /**
   * What all codes of these lists are called, also those that are no longer valid: what was
   * recorded with them is still read. Words that are laid down for later are not said yet.
   *
   * @return English, Urdu and Pashto by list and code, as in {@code place-kind.home}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<String, List<String>> names(Collection<String> lists) {
    return words(
        """
        select distinct on (list, code) list || '.' || code, name_en, name_ur, name_ps from code_entry
         where list = any (cast(:lists as text[])) and valid_from <= :day and (valid_to is null or valid_to > valid_from)
         order by list, code, valid_from desc""",
        lists);
  }

  /**
   * What the Commission calls codes, today or when it did last: it takes the place of the words the
   * platform came with.
   *
   * @return as {@link #names}, of all lists
   */
  @Transactional
  public Map<String, List<String>> laidDown() {
    return words(
        """
        select list || '.' || code, name_en, name_ur, name_ps
          from (select distinct on (list, code) * from code_entry
                 where valid_from <= :day and (valid_to is null or valid_to > valid_from)
                   and (cardinality(cast(:lists as text[])) = 0 or list = any (cast(:lists as text[])))
                 order by list, code, valid_from desc) last
         where source is not null""",
        List.of());
  }

  private Map<String, List<String>> words(String sql, Collection<String> lists) {
    return entities
        .createNativeQuery(sql, Object[].class)
        .setParameter("lists", lists.toArray(String[]::new))
        .setParameter("day", KarachiTime.day(clock.instant()))
        .getResultList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> (String) row[0],
                row -> List.of((String) row[1], (String) row[2], (String) row[3])));
  }
}
