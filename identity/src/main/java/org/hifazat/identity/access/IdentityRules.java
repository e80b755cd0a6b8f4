package org.hifazat.identity.access;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OTHER_UNIT;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.hifazat.platform.security.OperationRules;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.security.Rule;

/**
 * Who may do what with the directory. The relation is that between the caller and the member of
 * staff concerned. Nobody changes their own entry: an administrator who could would award
 * themselves certificates, or lock everybody out.
 */
@ApplicationScoped
public class IdentityRules implements OperationRules<IdentityOperation> {
  @Override
  public Class<IdentityOperation> operations() {
    return IdentityOperation.class;
  }

  @Override
  public Map<IdentityOperation, Rule> rules() {
    Rule everyone = all(Role.OF_STAFF, NONE).and(Role.PARTNER_WORKER, NONE);
    Rule staff = all(Role.OF_STAFF, NONE);
    Rule administrator = Rule.allow(Role.COMMISSION_ADMIN, NONE);
    Rule administratorOfOthers = Rule.allow(Role.COMMISSION_ADMIN, SAME_UNIT, OTHER_UNIT);
    Map<IdentityOperation, Rule> rules = new EnumMap<>(IdentityOperation.class);
    rules.put(IdentityOperation.VIEW_ME, everyone);
    rules.put(IdentityOperation.LIST_DISTRICTS, everyone);
    rules.put(IdentityOperation.LIST_UNITS, everyone);
    rules.put(
        IdentityOperation.LIST_STAFF,
        all(Role.OF_A_UNIT, SAME_UNIT).and(Role.COMMISSION_ADMIN, SAME_UNIT, OTHER_UNIT));
    rules.put(IdentityOperation.LIST_SUPERVISORS, all(Role.OF_A_UNIT, NONE));
    rules.put(
        IdentityOperation.VIEW_STAFF,
        all(Role.OF_A_UNIT, OWN, SAME_UNIT).and(Role.COMMISSION_ADMIN, OWN, SAME_UNIT, OTHER_UNIT));
    rules.put(IdentityOperation.ENROL_STAFF, administrator);
    rules.put(IdentityOperation.ASSIGN_STAFF, administratorOfOthers);
    rules.put(IdentityOperation.DEACTIVATE_STAFF, administratorOfOthers);
    rules.put(IdentityOperation.REACTIVATE_STAFF, administratorOfOthers);
    rules.put(IdentityOperation.RENAME_STAFF, administratorOfOthers);
    rules.put(IdentityOperation.ISSUE_TEMPORARY_PASSWORD, administratorOfOthers);
    rules.put(
        IdentityOperation.LIST_CERTIFICATES,
        all(Role.OF_A_UNIT, OWN)
            .and(Role.SUPERVISOR, SAME_UNIT)
            .and(Role.COMMISSION_ADMIN, OWN, SAME_UNIT, OTHER_UNIT));
    rules.put(IdentityOperation.AWARD_CERTIFICATE, administratorOfOthers);
    rules.put(IdentityOperation.LIST_AGENCIES, staff);
    rules.put(IdentityOperation.VIEW_AGENCY, staff);
    rules.put(IdentityOperation.REGISTER_AGENCY, administrator);
    rules.put(IdentityOperation.LIST_AGENCY_SYSTEMS, administrator);
    rules.put(IdentityOperation.REGISTER_AGENCY_SYSTEM, administrator);
    rules.put(IdentityOperation.LIST_AGENCY_PEOPLE, administrator);
    // Who sends referrals, and the agency that hands them over among its people.
    rules.put(
        IdentityOperation.LIST_LISTED_PEOPLE,
        all(Role.OF_A_UNIT, NONE).and(Role.PARTNER_WORKER, NONE));
    rules.put(IdentityOperation.ENROL_AGENCY_PERSON, administrator);
    rules.put(IdentityOperation.DEACTIVATE_AGENCY_PERSON, administrator);
    rules.put(IdentityOperation.SHOW_AGENCY_PERSON, administrator);
    rules.put(IdentityOperation.REACTIVATE_AGENCY_PERSON, administrator);
    rules.put(IdentityOperation.ISSUE_AGENCY_PASSWORD, administrator);
    rules.put(IdentityOperation.REPLACE_AGENCY_SYSTEM_KEYS, administrator);
    rules.put(IdentityOperation.LIMIT_AGENCY_SYSTEM, administrator);
    return rules;
  }

  private static Rule all(Collection<String> roles, Relation first, Relation... more) {
    Rule.Builder rule = Rule.builder();
    roles.forEach(role -> rule.allow(role, first, more));
    return rule.build();
  }
}
