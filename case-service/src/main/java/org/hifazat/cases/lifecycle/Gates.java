package org.hifazat.cases.lifecycle;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;

/** All gates together. */
@ApplicationScoped
public class Gates {
  private final List<Gate> gates;

  Gates(@All List<Gate> gates) {
    this.gates = gates;
  }

  /** What stands in the way of the step, of all features. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Blocker> before(CaseFile file, Step step) {
    return gates.stream()
        .filter(gate -> gate.guards().contains(step))
        .flatMap(gate -> gate.blockers(file, step).stream())
        .distinct()
        .toList();
  }

  /**
   * All at once, whoever asks: what has to be settled first points to the step, what a supervisor
   * may pass over with a reason to that reason.
   *
   * @throws ProblemException step-blocked, naming each blocker's code
   */
  public static void refuse(List<Blocker> blockers) {
    if (!blockers.isEmpty()) {
      throw new ProblemException(
          CaseProblem.STEP_BLOCKED,
          blockers.stream()
              .map(
                  blocker ->
                      new Violation(
                          blocker.overridable() ? "/overrideReason" : "/step", blocker.code()))
              .toList());
    }
  }

  /**
   * Nothing is added to a closed case and nothing reopens it silently: whoever needs it reopens it
   * first, with a reason.
   *
   * @throws ProblemException case-closed
   */
  public static void requireOpen(CaseFile file) {
    if (file.isClosed()) {
      throw new ProblemException(CaseProblem.CASE_CLOSED);
    }
  }
}
