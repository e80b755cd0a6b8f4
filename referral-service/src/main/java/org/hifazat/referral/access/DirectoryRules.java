package org.hifazat.referral.access;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OTHER_UNIT;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.REFERRED_IN;

import java.util.EnumMap;
import java.util.Map;
import org.hifazat.platform.security.Rule;

/**
 * Who may do what with the service directory: staff and agencies read it, the Commission's
 * administration keeps all of it, an agency its own entry; the units ask for room and tell of gaps.
 */
final class DirectoryRules {
  private static final String HELPLINE_OPERATOR = "helpline-operator";
  private static final String COMMISSION_ADMIN = "commission-admin";
  private static final String PARTNER_WORKER = "partner-worker";
  private static final String PARTNER_SYSTEM = "partner-system";

  private DirectoryRules() {}

  static Map<ReferralOperation, Rule> rules() {
    Map<ReferralOperation, Rule> rules = new EnumMap<>(ReferralOperation.class);
    Rule units =
        Rule.allow("social-worker", NONE)
            .and("protection-officer", NONE)
            .and("psychologist", NONE)
            .and("supervisor", NONE);
    Rule administration = Rule.allow(COMMISSION_ADMIN, NONE);
    rules.put(ReferralOperation.LIST_SERVICES, units.and(COMMISSION_ADMIN, NONE));
    rules.put(
        ReferralOperation.READ_DIRECTORY,
        units
            .and(HELPLINE_OPERATOR, NONE)
            .and(COMMISSION_ADMIN, NONE)
            .and(PARTNER_WORKER, NONE)
            .and(PARTNER_SYSTEM, NONE));
    rules.put(
        ReferralOperation.KEEP_SERVICE,
        Rule.allow(COMMISSION_ADMIN, OTHER_UNIT).and(PARTNER_WORKER, OWN).and(PARTNER_SYSTEM, OWN));
    rules.put(ReferralOperation.IMPORT_DIRECTORY, administration);
    rules.put(ReferralOperation.EXPORT_DIRECTORY, administration);
    rules.put(ReferralOperation.ASK_CAPACITY, units);
    rules.put(ReferralOperation.LIST_CAPACITY_QUESTIONS, units);
    rules.put(
        ReferralOperation.PARTNER_LIST_CAPACITY_QUESTIONS,
        Rule.allow(PARTNER_WORKER, NONE).and(PARTNER_SYSTEM, NONE));
    rules.put(
        ReferralOperation.PARTNER_ANSWER_CAPACITY,
        Rule.allow(PARTNER_WORKER, REFERRED_IN).and(PARTNER_SYSTEM, REFERRED_IN));
    rules.put(ReferralOperation.RECORD_GAP, units);
    rules.put(ReferralOperation.LIST_GAPS, units.and(COMMISSION_ADMIN, NONE));
    return rules;
  }
}
