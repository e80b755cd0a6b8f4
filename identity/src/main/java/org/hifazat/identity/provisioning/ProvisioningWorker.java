package org.hifazat.identity.provisioning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.hifazat.identity.provisioning.ProvisioningTasks.Kind;
import org.hifazat.identity.provisioning.ProvisioningTasks.Taken;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.jboss.logging.Logger;

/** Works off the tasks; what fails is tried again, ever more seldom, and never given up. */
@ApplicationScoped
public class ProvisioningWorker {
  private static final Logger LOG = Logger.getLogger(ProvisioningWorker.class);
  private static final int AT_ONCE = 10;
  private static final long FIRST_WAIT_MILLIS = 500;
  private static final int MOST_DOUBLINGS = 12;

  private final ProvisioningTasks tasks;
  private final WantedState.Accounts accounts;
  private final WantedState.AgencyAccounts agencyAccounts;
  private final WantedState.Clients clients;
  private final KeycloakAccounts keycloakAccounts;
  private final KeycloakClients keycloakClients;
  private final ProvisioningConfig config;
  private final CallerContext callers;
  private final ReentrantLock working = new ReentrantLock();
  private volatile boolean stopping;

  ProvisioningWorker(
      ProvisioningTasks tasks,
      WantedState.Accounts accounts,
      WantedState.AgencyAccounts agencyAccounts,
      WantedState.Clients clients,
      KeycloakAccounts keycloakAccounts,
      KeycloakClients keycloakClients,
      ProvisioningConfig config,
      CallerContext callers) {
    this.tasks = tasks;
    this.accounts = accounts;
    this.agencyAccounts = agencyAccounts;
    this.clients = clients;
    this.keycloakAccounts = keycloakAccounts;
    this.keycloakClients = keycloakClients;
    this.config = config;
    this.callers = callers;
  }

  /** Lets the attempt under way end, so that its outcome is still written. */
  void stop(@Observes ShutdownEvent stop) {
    stopping = true;
    working.lock();
    working.unlock();
  }

  /** Works off what is due; also called by whoever cannot wait for the next second. */
  @Scheduled(
      identity = "provisioning",
      every = "${hifazat.provisioning.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void work() {
    working.lock();
    try {
      callers.run(
          Caller.system("provisioning"),
          () -> {
            while (!stopping && round()) {
              // as long as something succeeds and something is left
            }
          });
    } finally {
      working.unlock();
    }
  }

  private boolean round() {
    int succeeded = 0;
    for (Kind kind : Kind.values()) {
      List<Taken> taken = tasks.take(kind, AT_ONCE);
      for (Taken task : taken) {
        succeeded += !stopping && attempt(kind, task) ? 1 : 0;
      }
    }
    return succeeded > 0;
  }

  private boolean attempt(Kind kind, Taken task) {
    try {
      switch (kind) {
        case ACCOUNT -> account(task.subjectId());
        case AGENCY_ACCOUNT -> agencyAccount(task.subjectId());
        case PARTNER_CLIENT -> client(task.subjectId());
      }
      tasks.done(kind, task);
      return true;
    } catch (KeycloakException refused) {
      Duration wait = waitAfter(task.attempts());
      tasks.failed(kind, task, refused.code(), wait);
      LOG.warnf(
          "Keycloak is not in line with %s %s: %s; next attempt in %s",
          kind, task.subjectId(), refused.code(), wait);
      return false;
    }
  }

  private void account(UUID staffId) {
    accounts.account(staffId).ifPresent(keycloakAccounts::apply);
  }

  private void agencyAccount(UUID personId) {
    agencyAccounts
        .agencyAccount(personId)
        .map(keycloakAccounts::apply)
        .ifPresent(subject -> agencyAccounts.accountMade(personId, subject));
  }

  private void client(UUID registrationId) {
    clients.client(registrationId).ifPresent(keycloakClients::apply);
  }

  private Duration waitAfter(int attempts) {
    Duration wait = Duration.ofMillis(FIRST_WAIT_MILLIS << Math.min(attempts, MOST_DOUBLINGS));
    return wait.compareTo(config.longestWait()) < 0 ? wait : config.longestWait();
  }
}
