package org.hifazat.referral.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.requests.Reach;
import org.jspecify.annotations.Nullable;

/** Reading drafts; each reading is audited. */
@ApplicationScoped
public class Drafts {
  private final Session session;
  private final DraftDesk desk;
  private final Reach reach;
  private final FieldCipher cipher;
  private final AuditLog audit;

  Drafts(Session session, DraftDesk desk, Reach reach, FieldCipher cipher, AuditLog audit) {
    this.session = session;
    this.desk = desk;
    this.reach = reach;
    this.cipher = cipher;
    this.audit = audit;
  }

  /**
   * @throws ProblemException not-found when it is absent, out of reach or erased
   */
  @Transactional
  public DraftState find(UUID id) {
    ReferralOperation operation = ReferralOperation.READ_REFERRAL_DRAFT;
    Draft draft = desk.toRead(operation, id);
    DraftState shown = desk.shown(operation, draft);
    audit.read(operation.name(), DraftDesk.SUBJECT, id, "case:" + draft.caseId());
    return shown;
  }

  /**
   * The one begun last first; also those of cases that went into this one.
   *
   * @throws ProblemException not-found when the case is out of reach
   */
  @Transactional
  public List<DraftState> ofCase(UUID caseId, @Nullable Cursor after, int limit) {
    ReferralOperation operation = ReferralOperation.LIST_REFERRAL_DRAFTS;
    KnownCase known = reach.toCase(operation, caseId);
    String text = "from Draft where caseId in :cases";
    if (after != null) {
      text += " and startedAt <= :at and (startedAt < :at or id < :id)";
    }
    List<UUID> history = reach.historyOf(known);
    TypedQuery<Draft> query =
        session
            .createQuery(text + " order by startedAt desc, id desc", Draft.class)
            .setParameter("cases", history)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<Draft> found = query.getResultList();
    cipher.preload(found.stream().map(Draft::caseId).distinct().toList());
    audit.read(operation.name(), "case", caseId);
    return found.stream().map(desk::line).toList();
  }
}
