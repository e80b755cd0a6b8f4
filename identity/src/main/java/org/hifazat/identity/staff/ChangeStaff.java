package org.hifazat.identity.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.provisioning.ProvisioningTasks;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Gives a member of staff another assignment or name, lets them go or takes them back. */
@ApplicationScoped
public class ChangeStaff {
  /** What is to change. */
  public sealed interface Change {
    record Assign(Assignment assignment) implements Change {}

    /** The name colleagues see; the user name stays. */
    record Rename(String givenName, String familyName) implements Change {}

    /** They cannot sign in any more; their sessions end. */
    record Deactivate() implements Change {}

    record Reactivate() implements Change {}
  }

  private final StaffRepository staff;
  private final StaffNames names;
  private final AssignmentPolicy policy;
  private final ProvisioningTasks provisioning;
  private final Outbox outbox;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  ChangeStaff(
      StaffRepository staff,
      StaffNames names,
      AssignmentPolicy policy,
      ProvisioningTasks provisioning,
      Outbox outbox,
      Access access,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.staff = staff;
    this.names = names;
    this.policy = policy;
    this.provisioning = provisioning;
    this.outbox = outbox;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param ifMatch the If-Match header as received
   * @throws ProblemException not-found, stale, already-inactive, already-active, or one of {@link
   *     AssignmentPolicy}
   */
  @Transactional
  public void handle(UUID id, Change change, @Nullable String ifMatch) {
    IdentityOperation operation = operation(change);
    Staff found =
        staff.withinReach(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(operation, found.relationTo(callers.current()), "staff", id);
    Preconditions.check(Preconditions.expected(ifMatch), found.version());
    apply(found, change)
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    staff.flush();
    provisioning.request(ProvisioningTasks.Kind.ACCOUNT, id);
    outbox.append(StaffEvents.enrolled(found, clock.instant()));
    audit.performed(operation.name(), "staff", id);
  }

  private Optional<IdentityProblem> apply(Staff found, Change change) {
    return switch (change) {
      case Change.Assign assign -> {
        Optional<IdentityProblem> problem = policy.problem(found.id(), assign.assignment());
        if (problem.isEmpty()) {
          found.assign(assign.assignment());
        }
        yield problem;
      }
      case Change.Rename(String given, String family) -> {
        found.rename(names.seal(found.id(), given, family, null));
        yield Optional.empty();
      }
      case Change.Deactivate ignored -> {
        if (!found.active()) {
          yield Optional.of(IdentityProblem.ALREADY_INACTIVE);
        }
        found.deactivate();
        yield Optional.empty();
      }
      case Change.Reactivate ignored -> {
        if (found.active()) {
          yield Optional.of(IdentityProblem.ALREADY_ACTIVE);
        }
        found.reactivate();
        yield Optional.empty();
      }
    };
  }

  private static IdentityOperation operation(Change change) {
    return switch (change) {
      case Change.Assign ignored -> IdentityOperation.ASSIGN_STAFF;
      case Change.Rename ignored -> IdentityOperation.RENAME_STAFF;
      case Change.Deactivate ignored -> IdentityOperation.DEACTIVATE_STAFF;
      case Change.Reactivate ignored -> IdentityOperation.REACTIVATE_STAFF;
    };
  }
}
