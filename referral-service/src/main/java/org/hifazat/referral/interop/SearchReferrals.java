package org.hifazat.referral.interop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.hifazat.referral.requests.Referral;
import org.jspecify.annotations.Nullable;

/** Referrals addressed to the caller's agency, in the order they changed; no packets. */
@ApplicationScoped
public class SearchReferrals {
  private final EntityManager entities;
  private final CallerContext callers;

  SearchReferrals(EntityManager entities, CallerContext callers) {
    this.entities = entities;
    this.callers = callers;
  }

  /**
   * @param statuses labels of states; none for any
   * @param since not changed before
   */
  public record Wanted(
      Set<String> statuses, @Nullable Instant since, @Nullable Cursor after, int limit) {}

  @Transactional
  public List<Referral> find(Wanted wanted) {
    Optional<UUID> agency = callers.current().agencyId();
    if (agency.isEmpty()) {
      return List.of();
    }
    Instant since = wanted.since();
    Cursor after = wanted.after();
    String text = "from Referral where agencyId = :agency and status <> 'draft'";
    if (!wanted.statuses().isEmpty()) {
      text += " and status in :statuses";
    }
    if (since != null) {
      text += " and lastModified >= :since";
    }
    if (after != null) {
      text += " and lastModified >= :at and (lastModified > :at or id > :id)";
    }
    TypedQuery<Referral> query =
        entities
            .createQuery(text + " order by lastModified, id", Referral.class)
            .setParameter("agency", agency.get())
            .setMaxResults(wanted.limit());
    if (!wanted.statuses().isEmpty()) {
      query.setParameter("statuses", wanted.statuses());
    }
    if (since != null) {
      query.setParameter("since", since);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
