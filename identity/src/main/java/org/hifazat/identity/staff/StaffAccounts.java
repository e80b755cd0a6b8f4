package org.hifazat.identity.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.identity.provisioning.WantedAccount;
import org.hifazat.identity.provisioning.WantedState;

/** What Keycloak should know of a member of staff. */
@ApplicationScoped
public class StaffAccounts implements WantedState.Accounts {
  private final StaffRepository staff;
  private final StaffConfig config;
  private final DemoPasswords demo;

  StaffAccounts(StaffRepository staff, StaffConfig config, DemoPasswords demo) {
    this.staff = staff;
    this.config = config;
    this.demo = demo;
  }

  @Override
  @Transactional
  public Optional<WantedAccount> account(UUID staffId) {
    return staff.withinReach(staffId).map(this::wanted);
  }

  private WantedAccount wanted(Staff one) {
    Optional<String> demoPassword = demo.of(one.id());
    boolean relaxed = demoPassword.isPresent() && config.secondFactor() == SecondFactor.OPTIONAL;
    return new WantedAccount(
        new WantedAccount.Holder.OfStaff(one.id(), one.unitId()),
        one.username(),
        one.active(),
        one.roles(),
        demoPassword,
        !relaxed);
  }
}
