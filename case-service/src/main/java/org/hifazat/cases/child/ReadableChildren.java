package org.hifazat.cases.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/**
 * Names for lists, for those who may read the whole case: its owner and members, the unit's
 * supervisors, and of a sealed case all who see it.
 */
@ApplicationScoped
public class ReadableChildren {
  private final Session entities;
  private final ChildWords words;
  private final FieldCipher cipher;
  private final CallerContext callers;

  ReadableChildren(Session entities, ChildWords words, FieldCipher cipher, CallerContext callers) {
    this.entities = entities;
    this.words = words;
    this.cipher = cipher;
    this.callers = callers;
  }

  /**
   * @param given names by case id
   * @param erased cases of children whose words can be read by nobody any more
   */
  public record Names(Map<UUID, String> given, Set<UUID> erased) {
    private static final Names NOBODY = new Names(Map.of(), Set.of());
  }

  /**
   * @return given names by case id, for those of the cases that the caller may read in full; two
   *     statements however many there are
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, String> names(Collection<UUID> caseIds) {
    return of(caseIds).given();
  }

  /** The names, and which of the children were erased: one of them must not hide all others. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Names of(Collection<UUID> caseIds) {
    if (caseIds.isEmpty()) {
      return Names.NOBODY;
    }
    Caller caller = callers.current();
    List<Object[]> rows =
        entities
            .createQuery(
                """
                select f.id, c.id, c.givenName from CaseFile f join Child c on c.id = f.childId
                where f.id in :cases
                  and (f.ownerId = :staff or f.namedIds is not null or :supervisor = true
                    or exists (select 1 from CaseMember m
                                where m.caseId = f.id and m.staffId = :staff and m.until is null))""",
                Object[].class)
            .setParameter("cases", caseIds)
            .setParameter("staff", caller.staffId().orElseThrow())
            .setParameter("supervisor", caller.has(Role.SUPERVISOR))
            .getResultList();
    Set<UUID> children = new HashSet<>();
    rows.forEach(row -> children.add((UUID) row[1]));
    cipher.preload(children);
    Map<UUID, String> given = new HashMap<>();
    Set<UUID> erased = new HashSet<>();
    for (Object[] row : rows) {
      try {
        given.put((UUID) row[0], words.openGivenName((UUID) row[1], (byte[]) row[2]));
      } catch (ErasedSubjectException gone) {
        erased.add((UUID) row[0]);
      }
    }
    return new Names(given, erased);
  }
}
