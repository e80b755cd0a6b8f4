package org.hifazat.assessment.openrosa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.Role;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Enrols devices, takes them away, and knows whose token is whose. */
@ApplicationScoped
public class Devices {

  private static final String DEVICE = "device";

  private final DeviceRepository devices;
  private final Access access;
  private final CallerContext callers;
  private final IdempotentCreation creation;
  private final IdSource ids;
  private final AuditLog audit;
  private final Clock clock;
  private final AssessmentConfig config;

  Devices(
      DeviceRepository devices,
      Access access,
      CallerContext callers,
      IdempotentCreation creation,
      IdSource ids,
      AuditLog audit,
      Clock clock,
      AssessmentConfig config) {
    this.devices = devices;
    this.access = access;
    this.callers = callers;
    this.creation = creation;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
    this.config = config;
  }

  /**
   * A device just enrolled.
   *
   * @param token shown now and never again; empty when the same request had enrolled it before
   */
  public record Enrolled(Created created, Device device, Optional<String> token) {}

  /** Whom a token speaks for. */
  public record Holder(UUID deviceId, UUID staffId, Optional<UUID> unitId, Set<String> roles) {}

  /** The caller enrols a device of their own. */
  @Transactional
  public Enrolled enrol(String label, @Nullable String idempotencyKey) {
    AssessmentOperation operation = AssessmentOperation.ENROL_DEVICE;
    access.require(operation, Relation.NONE);
    Caller caller = callers.current();
    String token = DeviceToken.fresh();
    Created created =
        creation.once(
            idempotencyKey,
            operation.name(),
            label,
            () -> {
              UUID id = ids.next();
              Instant now = now();
              devices.add(
                  new Device(
                      id,
                      new Device.Owner(
                          caller.staffId().orElseThrow(), caller.unitId().orElse(null)),
                      label.strip(),
                      DeviceToken.hash(token),
                      new Device.Span(now, now.plus(config.deviceLifetime()))));
              audit.performed(operation.name(), DEVICE, id);
              return Created.now(id, URI.create("/v1/devices/" + id));
            });
    Device device =
        devices
            .find(AccessScope.of(caller), created.id())
            .orElseThrow(() -> new IllegalStateException("A device just enrolled is gone"));
    return new Enrolled(
        created, device, created.replayed() ? Optional.empty() : Optional.of(token));
  }

  /** The caller's devices; a supervisor's are those of the whole unit. */
  @Transactional
  public List<Device> all() {
    access.require(AssessmentOperation.LIST_DEVICES, Relation.NONE);
    Caller caller = callers.current();
    AccessScope scope = AccessScope.of(caller);
    return caller.has(Role.SUPERVISOR)
        ? devices.ofUnit(scope.unit())
        : devices.ofStaff(scope.staff());
  }

  /**
   * From now on the device's token opens nothing.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Device revoke(UUID id) {
    AssessmentOperation operation = AssessmentOperation.REVOKE_DEVICE;
    Caller caller = callers.current();
    AccessScope scope = AccessScope.of(caller);
    Optional<Device> found = devices.find(scope, id);
    if (found.isEmpty()) {
      audit.refused(operation.name(), DEVICE, id, "not-found");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    Device device = found.get();
    access.require(operation, device.relationTo(scope), DEVICE, id);
    device.revoke(caller.staffId().orElseThrow(), now());
    audit.performed(operation.name(), DEVICE, id);
    return device;
  }

  /**
   * Whom the token speaks for, while it and they are in order: not revoked, not too old, and its
   * owner still works in the unit it was enrolled in.
   */
  @Transactional
  public Optional<Holder> holder(String token) {
    Instant now = now();
    Optional<Holder> holder =
        devices
            .holder(DeviceToken.hash(token), now)
            .map(
                row ->
                    new Holder(
                        (UUID) row[0],
                        (UUID) row[1],
                        Optional.ofNullable((UUID) row[2]),
                        Set.of(((String) row[3]).split(","))));
    holder.ifPresent(known -> devices.used(known.deviceId(), now, now.minus(Duration.ofHours(1))));
    return holder;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
