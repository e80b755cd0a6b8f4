package org.hifazat.referral.directory.hsds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.Session;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an entry true: by the Commission's administration, and by an agency its own. What it is
 * called, of which kind it is and whom it serves, which the rules of packets go by, only the
 * Commission changes; whose it is, only an import.
 */
@ApplicationScoped
public class KeepService {
  private final HsdsQueries queries;
  private final DirectoryStore store;
  private final FocalPersons focalPersons;
  private final EntryCheck check;
  private final Session session;
  private final CallerContext callers;
  private final Access access;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  KeepService(
      HsdsQueries queries,
      DirectoryStore store,
      FocalPersons focalPersons,
      EntryCheck check,
      Session session,
      CallerContext callers,
      Access access,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.queries = queries;
    this.store = store;
    this.focalPersons = focalPersons;
    this.check = check;
    this.session = session;
    this.callers = callers;
    this.access = access;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** What of an entry is changed. */
  public enum Part {
    WORDS,
    ASSURED,
    IDENTITY
  }

  /**
   * @param entry the entry as it shall be, made from the one that is
   * @param focalPerson whom to ask for; null leaves what is kept
   */
  public record Command(
      UUID id,
      long expectedVersion,
      UnaryOperator<HsdsService> entry,
      @Nullable HsdsContact focalPerson,
      Part part) {}

  /**
   * @throws ProblemException not-found, stale or directory-entry-refused
   * @throws org.hifazat.platform.security.RefusedException when it is another's entry
   */
  @Transactional
  public void handle(Command command) {
    UUID id = command.id();
    HsdsService known = queries.service(id).service();
    UUID organization = EntryCheck.organizationOf(known);
    require(id, command.part() != Part.IDENTITY && isOwn(organization));
    Preconditions.check(command.expectedVersion(), locked(id));
    Instant now = clock.instant();
    HsdsService entry = command.entry().apply(known);
    refuse(check.faults(List.of(entry), Set.of(organization)));
    store.services(List.of(entry), now);
    beside(command, organization, now);
    String what =
        switch (command.part()) {
          case WORDS -> "changed";
          case ASSURED -> "assured";
          case IDENTITY -> "identity";
        };
    audit.performed(ReferralOperation.KEEP_SERVICE.name(), "service", id, what);
  }

  /**
   * Where it is offered, all at once: address, coordinates, and who can enter. An agency describes
   * its own places; one that others have too stays as it is, since they rely on it.
   *
   * @throws ProblemException not-found, stale or directory-entry-refused
   * @throws org.hifazat.platform.security.RefusedException when it is another's entry
   */
  @Transactional
  public void places(UUID id, long expectedVersion, List<HsdsLocation> places) {
    HsdsService known = queries.service(id).service();
    UUID organization = EntryCheck.organizationOf(known);
    boolean own = isOwn(organization);
    require(id, own);
    Preconditions.check(expectedVersion, locked(id));
    Map<UUID, HsdsServiceAtLocation> before = new HashMap<>();
    for (HsdsServiceAtLocation at : EntryCheck.orNone(known.serviceAtLocations())) {
      before.put(at.location().id(), at);
    }
    List<HsdsServiceAtLocation> offered =
        places.stream()
            .map(
                place -> {
                  HsdsServiceAtLocation at = before.get(place.id());
                  return new HsdsServiceAtLocation(at == null ? ids.next() : at.id(), id, place);
                })
            .toList();
    List<HsdsServiceAtLocation> changed =
        offered.stream()
            .filter(at -> !before.containsKey(at.location().id()) || !before.containsValue(at))
            .toList();
    refuse(faults(id, organization, places, own ? changed : List.of()));
    store.services(List.of(known), clock.instant());
    store.describe(List.of(new DirectoryStore.Places(id, changed)));
    store.offer(List.of(new DirectoryStore.Places(id, offered)));
    audit.performed(ReferralOperation.KEEP_SERVICE.name(), "service", id, "places");
  }

  private List<Violation> faults(
      UUID id, UUID organization, List<HsdsLocation> places, List<HsdsServiceAtLocation> byAgency) {
    List<UUID> changed = byAgency.stream().map(at -> at.location().id()).toList();
    Set<UUID> ofOthers = store.notOnlyOf(id, organization, changed);
    List<Violation> faults = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < places.size(); i++) {
      UUID place = places.get(i).id();
      if (!seen.add(place)) {
        faults.add(new Violation("/places/" + i + "/id", "twice"));
      }
      if (ofOthers.contains(place)) {
        faults.add(new Violation("/places/" + i + "/id", "place-of-others"));
      }
    }
    return faults;
  }

  private static void refuse(List<Violation> faults) {
    if (!faults.isEmpty()) {
      throw new ProblemException(ReferralProblem.DIRECTORY_ENTRY_REFUSED, faults);
    }
  }

  private boolean isOwn(UUID organization) {
    return callers.current().agencyId().map(organization::equals).orElse(false);
  }

  private void require(UUID id, boolean own) {
    access.require(
        ReferralOperation.KEEP_SERVICE, own ? Relation.OWN : Relation.OTHER_UNIT, "service", id);
  }

  /** Two who read the same entry do not both change it. */
  private long locked(UUID id) {
    return session
        .createNativeQuery("select version from service where id = :id for update", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        // A sandbox's entry stays as it was registered: the database locks it for nobody.
        .orElseThrow(
            () ->
                new ProblemException(
                    ReferralProblem.DIRECTORY_ENTRY_REFUSED, new Violation("", "sandbox")));
  }

  private void beside(Command command, UUID organization, Instant now) {
    HsdsContact focal = command.focalPerson();
    if (focal != null) {
      session
          .createNativeMutationQuery("update service set focal_person = :sealed where id = :id")
          .setParameter("sealed", focalPersons.seal(organization, command.id(), focal))
          .setParameter("id", command.id())
          .executeUpdate();
    }
    if (command.part() == Part.ASSURED) {
      session
          .createNativeMutationQuery("update service set assured_date = :today where id = :id")
          .setParameter("today", LocalDate.ofInstant(now, HsdsQueries.KARACHI))
          .setParameter("id", command.id())
          .executeUpdate();
    }
  }
}
