package org.hifazat.assessment.instrument.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.access.Role;
import org.hifazat.assessment.instrument.Ages;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.InstrumentCatalogue;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.assessment.knowncase.PossibleAge;
import org.hifazat.assessment.staff.KnownStaff;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/** The instruments that could be used in a case: of the child's age, and by whoever asks. */
@ApplicationScoped
class FittingInstruments {

  private final InstrumentCatalogue catalogue;
  private final KnownCases cases;
  private final KnownStaff staff;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Clock clock;

  FittingInstruments(
      InstrumentCatalogue catalogue,
      KnownCases cases,
      KnownStaff staff,
      CallerContext callers,
      AuditLog audit,
      Clock clock) {
    this.catalogue = catalogue;
    this.cases = cases;
    this.staff = staff;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A clinical one is there for a psychologist, and for others when there is a psychologist who may
   * supervise them; empty when the case is out of reach.
   */
  @Transactional
  Optional<List<Instrument>> in(UUID caseId) {
    Caller caller = callers.current();
    Optional<KnownCase> known = cases.find(AccessScope.of(caller), caseId);
    if (known.isEmpty()) {
      audit.refused(AssessmentOperation.LIST_INSTRUMENTS.name(), "case", caseId, "not-found");
    }
    return known.map(
        found -> {
          Optional<PossibleAge> age = found.ageAt(clock.instant());
          boolean clinical =
              caller.has(Role.PSYCHOLOGIST) || !staff.psychologistsFor(found).isEmpty();
          return catalogue.all().stream()
              .filter(one -> clinical || isForAll(one))
              .filter(one -> age.map(possible -> meets(one, possible)).orElse(true))
              .toList();
        });
  }

  private static boolean isForAll(Instrument instrument) {
    return switch (instrument.descriptor().administration()) {
      case ANY_CASEWORKER -> true;
      case CLINICAL -> false;
    };
  }

  private static boolean meets(Instrument instrument, PossibleAge age) {
    Ages ages = instrument.descriptor().ages();
    Integer last = ages.toMonths();
    return age.toMonths() >= ages.fromMonths() && (last == null || age.fromMonths() <= last);
  }
}
