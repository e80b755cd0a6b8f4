package org.hifazat.referral.access;

import static org.hifazat.platform.security.Relation.NONE;
import static org.hifazat.platform.security.Relation.REFERRED_IN;

import java.util.EnumMap;
import java.util.Map;
import org.hifazat.platform.security.Rule;

/**
 * Who may do what with secure links: those who may refer make them; no account opens one. What came
 * of a referral: those who may refer and the agency that was asked.
 */
final class LinkRules {
  private LinkRules() {}

  static Map<ReferralOperation, Rule> rules(Rule ownCases, Rule addressed) {
    Map<ReferralOperation, Rule> rules = new EnumMap<>(ReferralOperation.class);
    rules.put(ReferralOperation.MAKE_LINK, ownCases);
    rules.put(ReferralOperation.LIST_LINKS, ownCases);
    rules.put(ReferralOperation.REVOKE_LINK, ownCases);
    rules.put(ReferralOperation.OPEN_LINK, Rule.allow(LinkHolder.VISITOR, NONE));
    Rule opened = Rule.allow(LinkHolder.ROLE, REFERRED_IN);
    rules.put(ReferralOperation.LINK_VIEW_REFERRAL, opened);
    rules.put(ReferralOperation.LINK_ANSWER_REFERRAL, opened);
    rules.put(ReferralOperation.LINK_WRITE, opened);
    rules.put(ReferralOperation.LINK_CLOSE, Rule.allow(LinkHolder.ROLE, NONE));
    rules.put(ReferralOperation.RECORD_FEEDBACK, ownCases);
    rules.put(ReferralOperation.LIST_FEEDBACK, ownCases);
    rules.put(ReferralOperation.RELEASE_FEEDBACK, ownCases);
    rules.put(ReferralOperation.WITHDRAW_FEEDBACK, ownCases);
    rules.put(ReferralOperation.PARTNER_READ_FEEDBACK, addressed);
    rules.put(ReferralOperation.LIST_RETURNS, ownCases);
    rules.put(ReferralOperation.ANSWER_RETURN, ownCases);
    rules.put(ReferralOperation.PARTNER_RETURN_REFERRAL, addressed);
    rules.put(ReferralOperation.PARTNER_LIST_RETURNS, addressed);
    Rule notices =
        Rule.allow("partner-worker", NONE)
            .and("partner-system", NONE)
            .and("commission-admin", NONE);
    rules.put(ReferralOperation.LIST_NOTICE_ADDRESSES, notices);
    rules.put(ReferralOperation.KEEP_NOTICE_ADDRESSES, notices);
    return rules;
  }
}
