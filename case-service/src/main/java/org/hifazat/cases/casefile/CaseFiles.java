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
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
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

  /**
   * As it is now, and until this transaction ends nobody closes, moves or seals it: what is asked
   * of it stays true. Who does one of these holds it, too, before looking at what stands against
   * it.
   *
   * @throws ProblemException not-found when it went out of reach meanwhile
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void hold(CaseFile file) {
    hold(file, "for no key update");
  }

  /** The same, and nothing that names the case is written meanwhile. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void holdAlone(CaseFile file) {
    hold(file, "for update");
  }

  private void hold(CaseFile file, String strength) {
    long version =
        entities
            .createNativeQuery(
                "select version from case_file where id = :id " + strength, Long.class)
            .addSynchronizedEntityClass(CaseFile.class)
            .setParameter("id", file.id())
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    if (version != file.version()) {
      entities.refresh(file);
    }
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
      text += " and f.openedAt <= :at and (f.openedAt < :at or f.id < :id)";
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
