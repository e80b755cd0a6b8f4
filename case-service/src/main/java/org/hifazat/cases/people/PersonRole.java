package org.hifazat.cases.people;

import java.util.Collection;

/** What a person may be to a child besides the relation. The database knows the same codes. */
public final class PersonRole {
  public static final String HOUSEHOLD = "household";
  public static final String CAREGIVER = "caregiver";
  public static final String GUARDIAN = "guardian";
  public static final String SAFE_ADULT = "safe-adult";
  public static final String PERSON_OF_CONCERN = "person-of-concern";
  public static final String EMERGENCY_CONTACT = "emergency-contact";

  private PersonRole() {}

  /** Nobody may be sent to the one they fear. */
  static boolean contradict(Collection<String> roles) {
    return roles.contains(SAFE_ADULT) && roles.contains(PERSON_OF_CONCERN);
  }

  /** Whether such a person decides for the child. */
  static boolean caresFor(Collection<String> roles) {
    return roles.contains(CAREGIVER) || roles.contains(GUARDIAN);
  }

  /** Whether the child is looked for under this person's phone and number, too. */
  static boolean belongsToTheChild(Collection<String> roles) {
    return roles.contains(HOUSEHOLD)
        || roles.contains(CAREGIVER)
        || roles.contains(GUARDIAN)
        || roles.contains(EMERGENCY_CONTACT);
  }
}
