package org.hifazat.cases.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.UnreadableFieldException;

/**
 * A child's particulars in clear, for somebody who has been allowed to read them. What cannot be
 * read spoils no transaction: whoever reads many goes on with the others.
 */
@ApplicationScoped
public class ChildDetails {
  private final ChildWords words;

  ChildDetails(ChildWords words) {
    this.words = words;
  }

  @Transactional(
      value = Transactional.TxType.MANDATORY,
      dontRollbackOn = {ErasedSubjectException.class, UnreadableFieldException.class})
  public ChildParticulars open(Child child) {
    return words.open(child);
  }

  @Transactional(
      value = Transactional.TxType.MANDATORY,
      dontRollbackOn = {ErasedSubjectException.class, UnreadableFieldException.class})
  public ChildBackground openBackground(Child child) {
    return words.openBackground(child);
  }
}
