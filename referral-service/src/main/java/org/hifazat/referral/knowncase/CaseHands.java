package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hibernate.Session;

/** Who has a case, as it changes; an older event changes nothing. */
@ApplicationScoped
class CaseHands {
  private final Session session;

  CaseHands(Session session) {
    this.session = session;
  }

  /** Somebody else of the unit has the case. */
  @Transactional(Transactional.TxType.MANDATORY)
  void hand(CaseHanded handed, long version) {
    session
        .createNativeMutationQuery(
            "update known_case set owner_id = :owner, version = :version"
                + " where case_id = :case and version < :version")
        .setParameter("case", handed.caseId())
        .setParameter("owner", handed.ownerId())
        .setParameter("version", version)
        .executeUpdate();
  }

  /**
   * Another unit has the case, with all its referrals; nobody of the former one works on it. Who
   * may know of a sealed one there is told next; till then, whoever has it now.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void transfer(CaseHanded handed, long version) {
    int newer =
        session
            .createNativeMutationQuery(
                """
                update known_case set unit_id = :unit, district_code = :district, owner_id = :owner,
                       member_ids = '{}', version = :version,
                       named_ids = case when named_ids is null then null else array[:owner] end
                 where case_id = :case and version < :version""")
            .setParameter("case", handed.caseId())
            .setParameter("unit", handed.unitId())
            .setParameter("district", handed.districtCode())
            .setParameter("owner", handed.ownerId())
            .setParameter("version", version)
            .executeUpdate();
    if (newer > 0) {
      session
          .createNativeQuery("select referrals_follow_their_case(:case)", Integer.class)
          .setParameter("case", handed.caseId())
          .getSingleResult();
    }
  }

  /** Others work on the case, or alone may know of it; told with the transfer, too. */
  @Transactional(Transactional.TxType.MANDATORY)
  void open(CaseMembers members, long version) {
    session
        .createNativeMutationQuery(
            "update known_case set member_ids = :members, named_ids = :named, version = :version"
                + " where case_id = :case and version <= :version")
        .setParameter("case", members.caseId())
        .setParameter("members", members.memberIds().toArray(UUID[]::new), UUID[].class)
        .setParameter(
            "named",
            members.sealed() ? members.namedIds().toArray(UUID[]::new) : null,
            UUID[].class)
        .setParameter("version", version)
        .executeUpdate();
  }
}
