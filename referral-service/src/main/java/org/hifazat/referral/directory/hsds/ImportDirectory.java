package org.hifazat.referral.directory.hsds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;

/** Takes HSDS documents into the directory: all of them or, when one cannot be, none. */
@ApplicationScoped
public class ImportDirectory {
  private static final String SANDBOX = "sandbox";

  private final DirectoryStore store;
  private final EntryCheck check;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  ImportDirectory(
      DirectoryStore store, EntryCheck check, AuditLog audit, IdSource ids, Clock clock) {
    this.store = store;
    this.check = check;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param dryRun looks only; nothing is written
   */
  public record Command(
      List<HsdsOrganization> organizations, List<HsdsService> services, boolean dryRun) {}

  public record Report(
      boolean dryRun,
      int organizationsCreated,
      int organizationsReplaced,
      int servicesCreated,
      int servicesReplaced) {}

  /**
   * @throws ProblemException directory-entry-refused, with the place and the code of each fault
   */
  @Transactional
  public Report handle(Command command) {
    Set<UUID> organizations = new HashSet<>();
    List<Violation> faults = new ArrayList<>();
    for (int i = 0; i < command.organizations().size(); i++) {
      if (!organizations.add(command.organizations().get(i).id())) {
        faults.add(new Violation("/organizations/" + i + "/id", "twice"));
      }
    }
    Set<UUID> known = store.organizationsAmong(organizations);
    List<UUID> theirs =
        command.services().stream().map(EntryCheck::organizationOf).distinct().toList();
    Set<UUID> reachable = store.organizationsAmong(theirs);
    reachable.addAll(organizations);
    faults.addAll(check.faults(command.services(), reachable));
    faults.addAll(ofSandboxes(command));
    if (!faults.isEmpty()) {
      throw new ProblemException(ReferralProblem.DIRECTORY_ENTRY_REFUSED, faults);
    }
    List<UUID> services = command.services().stream().map(HsdsService::id).toList();
    int replaced = store.servicesAmong(services).size();
    if (!command.dryRun()) {
      store.organizations(command.organizations(), clock.instant());
      store.services(command.services(), clock.instant());
      store.locations(command.services());
      audit.performed(
          ReferralOperation.IMPORT_DIRECTORY.name(),
          "directory-import",
          ids.next(),
          "organizations:" + organizations.size(),
          "services:" + services.size());
    }
    return new Report(
        command.dryRun(),
        organizations.size() - known.size(),
        known.size(),
        services.size() - replaced,
        replaced);
  }

  /** An entry of a sandbox is on no list and stays as it was registered. */
  private List<Violation> ofSandboxes(Command command) {
    Set<UUID> named = new HashSet<>();
    command.organizations().forEach(one -> named.add(one.id()));
    for (HsdsService service : command.services()) {
      named.add(service.id());
      named.add(EntryCheck.organizationOf(service));
    }
    Set<UUID> sandboxes = store.ofSandboxesAmong(named);
    List<Violation> faults = new ArrayList<>();
    for (int i = 0; i < command.organizations().size(); i++) {
      if (sandboxes.contains(command.organizations().get(i).id())) {
        faults.add(new Violation("/organizations/" + i + "/id", SANDBOX));
      }
    }
    for (int i = 0; i < command.services().size(); i++) {
      HsdsService service = command.services().get(i);
      if (sandboxes.contains(service.id())) {
        faults.add(new Violation("/services/" + i + "/id", SANDBOX));
      }
      if (sandboxes.contains(EntryCheck.organizationOf(service))) {
        faults.add(new Violation("/services/" + i + "/organization_id", SANDBOX));
      }
    }
    return faults;
  }
}
