package org.hifazat.identity.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.hifazat.identity.Today;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads staff within the caller's reach. */
@ApplicationScoped
public class StaffQueries {
  /**
   * A member of staff with the name colleagues see.
   *
   * @param certificate the one that counts or the last that did; empty without one, and for whoever
   *     may not know
   */
  public record Known(
      Staff staff, String displayName, Optional<HeldCertificates.Held> certificate) {}

  /**
   * Whom to list.
   *
   * @param unitId absent: the caller's own unit, or all for whoever has none
   * @param username how their user names begin; absent: any
   * @param certificateDue only those of a unit who have no certificate that lasts
   */
  public record Wanted(@Nullable UUID unitId, @Nullable String username, boolean certificateDue) {}

  private final StaffRepository staff;
  private final StaffNames names;
  private final HeldCertificates certificates;
  private final Access access;
  private final CallerContext callers;
  private final Today today;

  StaffQueries(
      StaffRepository staff,
      StaffNames names,
      HeldCertificates certificates,
      Access access,
      CallerContext callers,
      Today today) {
    this.staff = staff;
    this.names = names;
    this.certificates = certificates;
    this.access = access;
    this.callers = callers;
    this.today = today;
  }

  /**
   * The people of a unit.
   *
   * @throws org.hifazat.platform.security.RefusedException for a unit out of reach, and when
   *     certificates are asked for that the caller may not see
   */
  @Transactional
  public List<Known> page(Wanted wanted, @Nullable Cursor after, int most) {
    Caller caller = callers.current();
    UUID unit = wanted.unitId() == null ? caller.unitId().orElse(null) : wanted.unitId();
    boolean own = unit != null && caller.unitId().filter(unit::equals).isPresent();
    Relation relation = own ? Relation.SAME_UNIT : Relation.OTHER_UNIT;
    access.require(IdentityOperation.LIST_STAFF, relation);
    LocalDate notCertifiedAfter = null;
    if (wanted.certificateDue()) {
      access.require(IdentityOperation.LIST_CERTIFICATES, relation);
      notCertifiedAfter = today.date().plusDays(HeldCertificates.SOON_DAYS);
    }
    StaffRepository.Filter filter =
        new StaffRepository.Filter(unit, wanted.username(), notCertifiedAfter);
    return known(staff.page(filter, after, most), this::mayKnowCertificates);
  }

  /** Who may receive a case there; empty for a unit nobody knows. */
  @Transactional
  public List<Known> supervisorsOf(UUID unitId) {
    access.require(IdentityOperation.LIST_SUPERVISORS, Relation.NONE);
    return known(staff.supervisorsOf(unitId), one -> false);
  }

  /** Empty when there is nobody of that id within reach. */
  @Transactional
  public Optional<Known> find(UUID id) {
    Optional<Staff> found = staff.withinReach(id);
    found.ifPresent(
        one ->
            access.require(
                IdentityOperation.VIEW_STAFF, one.relationTo(callers.current()), "staff", id));
    return found.map(one -> known(List.of(one), this::mayKnowCertificates).getFirst());
  }

  /** The caller, when they are staff. */
  @Transactional
  public Optional<Known> me() {
    return callers
        .current()
        .staffId()
        .flatMap(staff::withinReach)
        .map(one -> known(List.of(one), itself -> true).getFirst());
  }

  private boolean mayKnowCertificates(Staff one) {
    return access.permits(IdentityOperation.LIST_CERTIFICATES, one.relationTo(callers.current()));
  }

  /** As many statements for many as for one. */
  private List<Known> known(List<Staff> people, Predicate<Staff> withCertificate) {
    names.preload(people);
    List<UUID> told = people.stream().filter(withCertificate).map(Staff::id).toList();
    Map<UUID, HeldCertificates.Held> held = told.isEmpty() ? Map.of() : certificates.best(told);
    return people.stream()
        .map(one -> new Known(one, names.display(one), Optional.ofNullable(held.get(one.id()))))
        .toList();
  }

  /** For other features that act on a person; reach is row-level security's. */
  @Transactional
  public Optional<Staff> withinReach(UUID id) {
    return staff.withinReach(id);
  }
}
