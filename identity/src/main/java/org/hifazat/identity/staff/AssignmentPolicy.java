package org.hifazat.identity.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.Role;
import org.hifazat.identity.unit.Units;

/** Which assignments there may be. */
@ApplicationScoped
class AssignmentPolicy {
  private final Units units;
  private final StaffRepository staff;

  AssignmentPolicy(Units units, StaffRepository staff) {
    this.units = units;
    this.staff = staff;
  }

  /** As {@link #problem(Assignment)} for somebody there is: nobody is their own supervisor. */
  Optional<IdentityProblem> problem(UUID staffId, Assignment assignment) {
    return assignment.supervisorId().filter(staffId::equals).isPresent()
        ? Optional.of(IdentityProblem.SUPERVISOR_UNKNOWN)
        : problem(assignment);
  }

  /** What is wrong with the assignment, if anything. */
  Optional<IdentityProblem> problem(Assignment assignment) {
    Set<String> roles = new HashSet<>(assignment.roles());
    if (!Role.OF_STAFF.containsAll(roles)) {
      return Optional.of(IdentityProblem.ROLE_UNKNOWN);
    }
    boolean ofAUnit = Role.OF_A_UNIT.containsAll(roles);
    if (!ofAUnit && roles.size() > 1) {
      return Optional.of(IdentityProblem.ROLES_NOT_COMBINABLE);
    }
    if (ofAUnit && assignment.unitId().isEmpty()) {
      return Optional.of(IdentityProblem.UNIT_REQUIRED);
    }
    if (!ofAUnit && assignment.unitId().isPresent()) {
      return Optional.of(IdentityProblem.UNIT_NOT_ALLOWED);
    }
    if (assignment.unitId().filter(unit -> !units.exists(unit)).isPresent()) {
      return Optional.of(IdentityProblem.UNIT_UNKNOWN);
    }
    return assignment
        .supervisorId()
        .filter(supervisor -> !supervises(supervisor, assignment.unitId()))
        .map(unknown -> IdentityProblem.SUPERVISOR_UNKNOWN);
  }

  private boolean supervises(UUID supervisorId, Optional<UUID> unitId) {
    return staff
        .withinReach(supervisorId)
        .filter(Staff::active)
        .filter(one -> one.roles().contains(Role.SUPERVISOR))
        .filter(one -> one.unitId().equals(unitId))
        .isPresent();
  }
}
