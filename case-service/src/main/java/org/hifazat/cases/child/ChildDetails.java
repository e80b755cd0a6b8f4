package org.hifazat.cases.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A child's particulars in clear, for somebody who has been allowed to read them. */
@ApplicationScoped
public class ChildDetails {
  private final ChildWords words;

  ChildDetails(ChildWords words) {
    this.words = words;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public ChildParticulars open(Child child) {
    return words.open(child);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public ChildBackground openBackground(Child child) {
    return words.openBackground(child);
  }
}
