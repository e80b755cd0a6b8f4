package org.hifazat.cases.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a case conference calls together, and where. */
public record Invitation(List<Minutes.Participant> invited, @Nullable String place) {

  public Invitation {
    invited = List.copyOf(invited);
  }
}
