package org.hifazat.cases.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.directory.KnownDirectory;

/**
 * What a referral gives people to do, in the time the policy of that day gives. About one referral
 * a task of a kind runs once. Of a merged case it is done where that goes on; of a closed one, not.
 */
@ApplicationScoped
class ReferralTasks {
  private final CaseFiles files;
  private final CaseHistory history;
  private final CaseClocks clocks;
  private final KnownDirectory directory;

  ReferralTasks(CaseFiles files, CaseHistory history, CaseClocks clocks, KnownDirectory directory) {
    this.files = files;
    this.history = history;
    this.clocks = clocks;
    this.directory = directory;
  }

  /** Whoever has the case. */
  @Transactional(Transactional.TxType.MANDATORY)
  void ofOwner(UUID caseId, UUID referralId, String kind, Instant from) {
    toDo(caseId, referralId, kind).ifPresent(file -> clocks.start(file, kind, referralId, from));
  }

  /** The same and the unit's supervisors, each with a task of their own. */
  @Transactional(Transactional.TxType.MANDATORY)
  void ofOwnerAndSupervisors(UUID caseId, UUID referralId, String kind, Instant from) {
    toDo(caseId, referralId, kind)
        .ifPresent(
            file ->
                clocks
                    .latest(file, kind, from)
                    .ifPresent(due -> each(file, referralId, kind, from, due)));
  }

  private void each(CaseFile file, UUID referralId, String kind, Instant from, Instant due) {
    Set<UUID> asked = asked(file);
    if (asked.isEmpty()) {
      clocks.agree(file, null, kind, referralId, from, due);
    }
    asked.forEach(staff -> clocks.agree(file, staff, kind, referralId, from, due));
  }

  private Optional<CaseFile> toDo(UUID caseId, UUID referralId, String kind) {
    return files
        .withinReach(history.goingOn(caseId))
        .filter(file -> !file.isClosed() && !clocks.runs(file, kind, referralId));
  }

  /** Of a sealed case only those it names. */
  private Set<UUID> asked(CaseFile file) {
    Set<UUID> asked = new LinkedHashSet<>();
    file.ownerId().ifPresent(asked::add);
    directory.supervisorsOf(file.unitId()).stream()
        .filter(staff -> file.namedIds().map(named -> named.contains(staff)).orElse(true))
        .forEach(asked::add);
    return asked;
  }

  /** It was done, whoever did it. */
  @Transactional(Transactional.TxType.MANDATORY)
  void met(UUID caseId, UUID referralId, String kind, Instant at) {
    // It may have begun before the merging.
    Stream.of(caseId, history.goingOn(caseId))
        .distinct()
        .flatMap(id -> files.withinReach(id).stream())
        .forEach(file -> clocks.met(file, kind, referralId, at));
  }
}
