package org.hifazat.identity.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
  /** A member of staff with the name colleagues see. */
  public record Known(Staff staff, String displayName) {}

  private final StaffRepository staff;
  private final StaffNames names;
  private final Access access;
  private final CallerContext callers;

  StaffQueries(StaffRepository staff, StaffNames names, Access access, CallerContext callers) {
    this.staff = staff;
    this.names = names;
    this.access = access;
    this.callers = callers;
  }

  /**
   * The people of a unit.
   *
   * @param unitId absent: the caller's own unit, or all for whoever has none
   * @throws org.hifazat.platform.security.RefusedException for a unit out of reach
   */
  @Transactional
  public List<Known> page(@Nullable UUID unitId, @Nullable Cursor after, int most) {
    Caller caller = callers.current();
    UUID wanted = unitId == null ? caller.unitId().orElse(null) : unitId;
    boolean own = wanted != null && caller.unitId().filter(wanted::equals).isPresent();
    access.require(IdentityOperation.LIST_STAFF, own ? Relation.SAME_UNIT : Relation.OTHER_UNIT);
    List<Staff> people = staff.page(wanted, after, most);
    names.preload(people);
    return people.stream().map(one -> new Known(one, names.display(one))).toList();
  }

  /** Who may receive a case there; empty for a unit nobody knows. */
  @Transactional
  public List<Known> supervisorsOf(UUID unitId) {
    access.require(IdentityOperation.LIST_SUPERVISORS, Relation.NONE);
    List<Staff> people = staff.supervisorsOf(unitId);
    names.preload(people);
    return people.stream().map(one -> new Known(one, names.display(one))).toList();
  }

  /** Empty when there is nobody of that id within reach. */
  @Transactional
  public Optional<Known> find(UUID id) {
    Optional<Staff> found = staff.withinReach(id);
    found.ifPresent(
        one ->
            access.require(
                IdentityOperation.VIEW_STAFF, one.relationTo(callers.current()), "staff", id));
    return found.map(one -> new Known(one, names.display(one)));
  }

  /** The caller, when they are staff. */
  @Transactional
  public Optional<Known> me() {
    return callers
        .current()
        .staffId()
        .flatMap(staff::withinReach)
        .map(one -> new Known(one, names.display(one)));
  }

  /** For other features that act on a person; reach is row-level security's. */
  @Transactional
  public Optional<Staff> withinReach(UUID id) {
    return staff.withinReach(id);
  }
}
