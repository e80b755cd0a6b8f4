package org.hifazat.referral.access;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.OWN;
import static org.hifazat.platform.security.Relation.REFERRED_IN;
import static org.hifazat.platform.security.Relation.SAME_UNIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.hifazat.platform.security.OperationRules;
import org.hifazat.platform.security.Rule;

/**
 * Who may do what with referrals. Staff reach those of their own cases, supervisors those of the
 * unit, a partner those addressed to its agency; what is not listed is refused.
 */
@ApplicationScoped
public class ReferralRules implements OperationRules<ReferralOperation> {
  private static final String SOCIAL_WORKER = "social-worker";
  private static final String PROTECTION_OFFICER = "protection-officer";
  private static final String PSYCHOLOGIST = "psychologist";
  private static final String SUPERVISOR = "supervisor";
  private static final String COMMISSION_ADMIN = "commission-admin";
  private static final String PARTNER_WORKER = "partner-worker";
  private static final String PARTNER_SYSTEM = "partner-system";

  @Override
  public Class<ReferralOperation> operations() {
    return ReferralOperation.class;
  }

  @Override
  public Map<ReferralOperation, Rule> rules() {
    Map<ReferralOperation, Rule> rules = new EnumMap<>(ReferralOperation.class);
    Rule ownCases =
        Rule.allow(SOCIAL_WORKER, OWN)
            .and(PROTECTION_OFFICER, OWN)
            .and(PSYCHOLOGIST, OWN)
            .and(SUPERVISOR, OWN, SAME_UNIT);
    Rule addressed = Rule.allow(PARTNER_WORKER, REFERRED_IN).and(PARTNER_SYSTEM, REFERRED_IN);
    rules.putAll(DirectoryRules.rules());
    rules.putAll(LinkRules.rules(ownCases, addressed));
    // What is being written is read by whoever may send it, and by nobody else.
    rules.put(ReferralOperation.START_REFERRAL_DRAFT, ownCases);
    rules.put(ReferralOperation.LIST_REFERRAL_DRAFTS, ownCases);
    rules.put(ReferralOperation.READ_REFERRAL_DRAFT, ownCases);
    rules.put(ReferralOperation.SAVE_REFERRAL_DRAFT, ownCases);
    rules.put(ReferralOperation.SEND_REFERRAL_DRAFT, ownCases);
    rules.put(ReferralOperation.DISCARD_REFERRAL_DRAFT, ownCases);
    rules.put(ReferralOperation.MAKE_REFERRAL, ownCases);
    rules.put(ReferralOperation.LIST_REFERRALS_OF_CASE, ownCases);
    rules.put(
        ReferralOperation.LIST_REFERRALS,
        Rule.allow(SOCIAL_WORKER, NONE)
            .and(PROTECTION_OFFICER, NONE)
            .and(PSYCHOLOGIST, NONE)
            .and(SUPERVISOR, NONE));
    rules.put(ReferralOperation.LIST_REFERRALS_OF_UNIT, Rule.allow(SUPERVISOR, NONE));
    rules.put(ReferralOperation.VIEW_REFERRAL, ownCases);
    rules.put(ReferralOperation.CANCEL_REFERRAL, ownCases);
    rules.put(ReferralOperation.CLOSE_LOOP, ownCases);
    rules.put(
        ReferralOperation.PARTNER_LIST_REFERRALS,
        Rule.allow(PARTNER_WORKER, NONE).and(PARTNER_SYSTEM, NONE));
    rules.put(ReferralOperation.PARTNER_VIEW_REFERRAL, addressed);
    rules.put(ReferralOperation.PARTNER_ANSWER_REFERRAL, addressed);
    rules.put(ReferralOperation.PARTNER_HAND_OVER, addressed);
    Rule units =
        Rule.allow(SOCIAL_WORKER, NONE)
            .and(PROTECTION_OFFICER, NONE)
            .and(PSYCHOLOGIST, NONE)
            .and(SUPERVISOR, NONE)
            .and(COMMISSION_ADMIN, NONE);
    rules.put(
        ReferralOperation.LIST_REFERRAL_CODES,
        units.and(PARTNER_WORKER, NONE).and(PARTNER_SYSTEM, NONE).and(LinkHolder.ROLE, NONE));
    // Whoever keeps the agencies' people, in identity; reads none of the referrals.
    rules.put(ReferralOperation.HAND_OVER_REFERRALS, Rule.allow(COMMISSION_ADMIN, NONE));
    rules.put(ReferralOperation.READ_PACKET_RULES, units);
    rules.put(ReferralOperation.KEEP_PACKET_RULES, Rule.allow(COMMISSION_ADMIN, NONE));
    rules.put(ReferralOperation.KEEP_REFERRAL_CODES, Rule.allow(COMMISSION_ADMIN, NONE));
    rules.put(ReferralOperation.PREVIEW_REFERRAL, ownCases);
    rules.put(ReferralOperation.MARK_IN_ERROR, ownCases);
    rules.put(ReferralOperation.READ_THREAD, ownCases);
    rules.put(ReferralOperation.WRITE_THREAD, ownCases);
    rules.put(ReferralOperation.PARTNER_READ_THREAD, addressed);
    rules.put(ReferralOperation.PARTNER_WRITE_THREAD, addressed);
    rules.put(ReferralOperation.PARTNER_ATTACH, addressed);
    rules.put(
        ReferralOperation.PARTNER_READ_CODE_MAPS,
        Rule.allow(PARTNER_WORKER, NONE).and(PARTNER_SYSTEM, NONE));
    rules.put(ReferralOperation.PARTNER_KEEP_CODE_MAPS, Rule.allow(PARTNER_SYSTEM, NONE));
    rules.put(ReferralOperation.KEEP_CODE_MAPS, Rule.allow(COMMISSION_ADMIN, NONE));
    rules.put(ReferralOperation.PARTNER_RESET_SANDBOX, Rule.allow(PARTNER_SYSTEM, NONE));
    // An agency's system its own endpoints, an administrator all; people at the agency none.
    Rule webhooks = Rule.allow(PARTNER_SYSTEM, NONE).and(COMMISSION_ADMIN, NONE);
    rules.put(ReferralOperation.LIST_WEBHOOKS, webhooks);
    rules.put(ReferralOperation.ADD_WEBHOOK, webhooks);
    rules.put(ReferralOperation.VIEW_WEBHOOK, webhooks);
    rules.put(ReferralOperation.CHANGE_WEBHOOK, webhooks);
    rules.put(ReferralOperation.DELETE_WEBHOOK, webhooks);
    rules.put(ReferralOperation.TEST_WEBHOOK, webhooks);
    rules.put(ReferralOperation.REPLAY_WEBHOOK, webhooks);
    // What is shown once: people sign in anew for it, a system has no sign-in that could be old.
    rules.put(ReferralOperation.KEEP_SHARED_SECRET, Rule.allow(COMMISSION_ADMIN, NONE));
    rules.put(ReferralOperation.PARTNER_KEEP_SHARED_SECRET, Rule.allow(PARTNER_SYSTEM, NONE));
    return rules;
  }
}
