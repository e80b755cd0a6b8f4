package org.hifazat.cases.conference;

import java.util.List;
import org.hifazat.cases.casework.AgreedAction;

/** What a case conference leaves: who took part, what was decided, who does what. */
public record Minutes(
    List<Participant> participants, String decisions, List<AgreedAction> actions) {

  public Minutes {
    participants = List.copyOf(participants);
    actions = List.copyOf(actions);
  }

  /**
   * @param role for whom they spoke: the child, a parent, police, the hospital
   */
  public record Participant(String name, String role) {}
}
