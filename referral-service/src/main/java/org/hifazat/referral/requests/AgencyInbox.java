package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What an agency's people have before them: what waits for an answer, what is under way, what has
 * ended. Nothing of the packet.
 */
@ApplicationScoped
public class AgencyInbox {
  /** A part of the inbox. */
  public enum Shelf {
    /** Longest overdue first. */
    WAITING("status = 'requested'", "respondBy", false),
    /** Longest overdue first. */
    UNDER_WAY("status in ('accepted', 'in-progress', 'on-hold')", "completeBy", false),
    /** What changed last first. */
    ENDED(
        "status in ('rejected', 'completed', 'failed', 'cancelled', 'entered-in-error')",
        "lastModified",
        true);

    private final String where;
    private final String order;
    private final boolean backward;

    Shelf(String where, String order, boolean backward) {
      this.where = where;
      this.order = order;
      this.backward = backward;
    }

    String query(boolean further) {
      String way = backward ? " desc" : "";
      String beyond = backward ? "<" : ">";
      return "from Referral where agencyId = :agency and "
          + where
          + (further
              ? " and %s %s= :at and (%s %s :at or id %s :id)"
                  .formatted(order, beyond, order, beyond, beyond)
              : "")
          + " order by %s%s, id%s".formatted(order, way, way);
    }
  }

  /**
   * @param mine the caller took it out of the queue
   */
  public record Entry(Referral referral, boolean mine) {}

  private final EntityManager entities;
  private final AgencyQueue queue;
  private final CallerContext callers;

  AgencyInbox(EntityManager entities, AgencyQueue queue, CallerContext callers) {
    this.entities = entities;
    this.queue = queue;
    this.callers = callers;
  }

  /** Those addressed to the caller's agency; nobody's for whoever is of none. */
  @Transactional
  public List<Entry> page(Shelf shelf, @Nullable Cursor after, int limit) {
    Optional<UUID> agency = callers.current().agencyId();
    if (agency.isEmpty()) {
      return List.of();
    }
    TypedQuery<Referral> query =
        entities
            .createQuery(shelf.query(after != null), Referral.class)
            .setParameter("agency", agency.get())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<Referral> page = query.getResultList();
    Set<UUID> mine = queue.mine(page);
    return page.stream()
        .map(referral -> new Entry(referral, mine.contains(referral.id())))
        .toList();
  }
}
