package org.hifazat.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.child.Child;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Cases within the caller's reach, which the database decides. */
@ApplicationScoped
public class CaseFiles {
  private final Session entities;
  private final CaseFileRepository files;

  CaseFiles(Session entities, CaseFileRepository files) {
    this.entities = entities;
    this.files = files;
  }

  /** A case with the person it is about. */
  public record WithChild(CaseFile file, Child child) {}

  /** Whether anybody still works on a case. */
  public enum Progress {
    OPEN,
    CLOSED;

    /** As it stands in an address. */
    public static Progress of(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<CaseFile> withinReach(UUID id) {
    return files.findByIdOptional(id);
  }

  /** By the number on paper, whatever its letters' case. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<CaseFile> ofNumber(String number) {
    return files.find("number", number.strip().toUpperCase(Locale.ROOT)).firstResultOptional();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<WithChild> withChild(UUID id) {
    return entities
        .createQuery(
            "select new org.hifazat.cases.casefile.CaseFiles$WithChild(f, c)"
                + " from CaseFile f join Child c on c.id = f.childId where f.id = :id",
            WithChild.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /**
   * Newest first. The unit is asked for by name, because the policy alone cannot use the index.
   *
   * @param owner only those this member of staff has or works on; null for all within reach
   * @param progress only the open ones or only the closed ones; null for both
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<WithChild> page(
      UUID unit,
      @Nullable UUID owner,
      @Nullable Progress progress,
      @Nullable Cursor after,
      int limit) {
    String text =
        "select new org.hifazat.cases.casefile.CaseFiles$WithChild(f, c)"
            + " from CaseFile f join Child c on c.id = f.childId where f.unitId = :unit";
    if (progress != null) {
      text +=
          switch (progress) {
            case OPEN -> " and f.state <> 'closed'";
            case CLOSED -> " and f.state = 'closed'";
          };
    }
    if (owner != null) {
      text +=
          " and (f.ownerId = :owner or f.namedIds is not null"
              + " or exists (select 1 from CaseMember m"
              + " where m.caseId = f.id and m.staffId = :owner and m.until is null))";
    }
    if (after != null) {
      text += " and (f.openedAt < :at or (f.openedAt = :at and f.id < :id))";
    }
    TypedQuery<WithChild> query =
        entities
            .createQuery(text + " order by f.openedAt desc, f.id desc", WithChild.class)
            .setParameter("unit", unit)
            .setMaxResults(limit);
    if (owner != null) {
      query.setParameter("owner", owner);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
