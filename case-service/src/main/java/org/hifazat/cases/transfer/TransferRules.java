package org.hifazat.cases.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.FeatureRules;
import org.hifazat.cases.access.Reach;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/** Who gives a case away and who takes it: the receiving unit's supervisor alone. */
@ApplicationScoped
public class TransferRules implements FeatureRules {
  private static final Rule SENDERS =
      Rule.allow(Role.SOCIAL_WORKER, Relation.OWN)
          .and(Role.PROTECTION_OFFICER, Relation.OWN)
          .and(Role.SUPERVISOR, Relation.OWN, Relation.SAME_UNIT);

  private static final Rule RECEIVER = Rule.allow(Role.SUPERVISOR, Relation.SAME_UNIT);

  @Override
  public Map<CaseOperation, Rule> rules() {
    return Map.of(
        CaseOperation.PROPOSE_TRANSFER,
        SENDERS,
        CaseOperation.VIEW_TRANSFERS,
        Reach.OWN_CASES,
        CaseOperation.LIST_TRANSFERS,
        Rule.allow(Role.SUPERVISOR, Relation.NONE),
        CaseOperation.ACCEPT_TRANSFER,
        RECEIVER,
        CaseOperation.DECLINE_TRANSFER,
        RECEIVER,
        CaseOperation.WITHDRAW_TRANSFER,
        SENDERS,
        CaseOperation.RECORD_OUTSIDE_ANSWER,
        Reach.SUPERVISORS_CASES);
  }
}
