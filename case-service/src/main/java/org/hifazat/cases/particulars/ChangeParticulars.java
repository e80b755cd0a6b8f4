package org.hifazat.cases.particulars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.AgeCorrected;
import org.hifazat.cases.child.ChangeChild;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildBackground;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** Puts right or completes what is known of a child. */
@ApplicationScoped
public class ChangeParticulars {
  private final ReachCase reach;
  private final ChangeChild change;
  private final CodeLists codes;
  private final ChildDetails children;
  private final TellOfChange told;
  private final Event<AgeCorrected> ages;
  private final AuditLog audit;
  private final Clock clock;

  ChangeParticulars(
      ReachCase reach,
      ChangeChild change,
      CodeLists codes,
      ChildDetails children,
      TellOfChange told,
      Event<AgeCorrected> ages,
      AuditLog audit,
      Clock clock) {
    this.reach = reach;
    this.change = change;
    this.codes = codes;
    this.children = children;
    this.told = told;
    this.ages = ages;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param expectedVersion from If-Match
   * @param happenedAt when this was learnt
   * @param keepsPhone the family's phone stays what it was, whatever background says
   * @param keepsNumber and the number given at registration
   */
  public record Command(
      UUID caseId,
      long expectedVersion,
      Instant happenedAt,
      ChildParticulars particulars,
      ChildBackground background,
      boolean keepsPhone,
      boolean keepsNumber) {

    private ChildBackground over(ChildBackground known) {
      return background.with(
          new ChildBackground.Family(
              keepsPhone ? known.family().phone() : background.family().phone(),
              keepsNumber ? known.family().number() : background.family().number()));
    }
  }

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future, birth-date-in-future or
   *     code-unknown
   */
  @Transactional
  public KnownChild handle(Command command) {
    CaseFiles.WithChild found = reach.to(CaseOperation.CHANGE_CHILD, command.caseId());
    Child child = found.child();
    Preconditions.check(command.expectedVersion(), child.version());
    Instant now = clock.instant();
    refuseWhatCannotBe(command, now);
    Age before = children.open(child).age();
    ChildBackground background = command.over(children.openBackground(child));
    List<String> changed = change.handle(child, command.particulars(), background);
    if (!changed.isEmpty()) {
      String[] parts = changed.toArray(String[]::new);
      told.changed(command.caseId(), child, command.particulars(), changed, command.happenedAt());
      audit.performed(CaseOperation.CHANGE_CHILD.name(), "case", command.caseId(), parts);
    }
    if (!before.equals(command.particulars().age())) {
      ages.fire(new AgeCorrected(command.caseId(), child, before, now));
    }
    return new KnownChild(child.id(), child.version(), command.particulars(), background);
  }

  private void refuseWhatCannotBe(Command command, Instant now) {
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    LocalDate today = KarachiTime.day(now);
    LocalDate birthDate = command.particulars().age().birthDate();
    if ((birthDate != null && birthDate.isAfter(today))
        || command.particulars().age().birthYear() > today.getYear()) {
      throw new ProblemException(CaseProblem.BIRTH_DATE_IN_FUTURE);
    }
    ChildBackground.Care care = command.background().care();
    if (care != null && care.since() != null && care.since().isAfter(today)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (!codes.listsWithInvalidCodes(today, uses(command.background())).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
  }

  private static List<CodeLists.Use> uses(ChildBackground background) {
    List<CodeLists.Use> uses = new ArrayList<>();
    uses.add(new CodeLists.Use("language", background.languages()));
    uses.add(new CodeLists.Use("disability", background.disabilities()));
    ChildBackground.Schooling schooling = background.schooling();
    if (schooling != null) {
      uses.add(CodeLists.Use.of("schooling", schooling.status()));
      String kind = schooling.kind();
      if (kind != null) {
        uses.add(CodeLists.Use.of("school-kind", kind));
      }
    }
    ChildBackground.Care care = background.care();
    if (care != null) {
      uses.add(CodeLists.Use.of("care-arrangement", care.arrangement()));
    }
    return uses;
  }
}
