package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.LinkHolder;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.packet.PacketItem;

/** A referral for what stands beside it: the thread, attachments and receipts. */
@ApplicationScoped
public class ReferralDesk {
  private final EntityManager entities;
  private final Reach reach;
  private final AgencyQueue queue;
  private final ReferralWords words;
  private final ReferralNews news;
  private final CallerContext callers;
  private final Clock clock;

  ReferralDesk(
      EntityManager entities,
      Reach reach,
      AgencyQueue queue,
      ReferralWords words,
      ReferralNews news,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.queue = queue;
    this.words = words;
    this.news = news;
    this.callers = callers;
    this.clock = clock;
  }

  /** Which side the caller is on. */
  public Side side() {
    Caller caller = callers.current();
    return caller.agencyId().isPresent() || caller.has(LinkHolder.ROLE)
        ? Side.TARGET
        : Side.REQUESTER;
  }

  /**
   * As the caller's side reaches it.
   *
   * @param asSender what a sender does by this, and asAgency an agency
   * @throws ProblemException not-found when out of reach
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Referral reached(ReferralOperation asSender, ReferralOperation asAgency, UUID id) {
    return switch (side()) {
      case REQUESTER -> reach.asSender(asSender, id);
      case TARGET -> reach.asTarget(asAgency, id);
    };
  }

  /**
   * @throws ProblemException claimed-already when a person at the agency speaks where a colleague
   *     has it
   */
  public void requireNobodyElse(Referral referral) {
    switch (side()) {
      case REQUESTER -> {}
      case TARGET -> queue.requireNobodyElse(referral);
    }
  }

  /** Whether the caller's side reads words of it: at an agency by who has it, the sender always. */
  public boolean showsWords(Referral referral) {
    return switch (side()) {
      case REQUESTER -> true;
      case TARGET -> queue.packetState(referral, clock.instant()).showsWords();
    };
  }

  /**
   * Whether the caller reads what is in its packet: at an agency who has it, once that said yes.
   */
  public boolean showsPacket(Referral referral) {
    return switch (side()) {
      case REQUESTER -> true;
      case TARGET -> queue.packetState(referral, clock.instant()) == PacketState.READABLE;
    };
  }

  /** Whether its packet holds what a psychologist found or wrote. */
  public boolean holdsClinical(Referral referral) {
    List<PacketItem> items = words.packet(referral).items();
    return items != null && items.stream().anyMatch(item -> item.hasLevel("clinical"));
  }

  /** Whether its agency reads its words today. */
  public boolean isReadable(Referral referral) {
    return referral.packetState(clock.instant()) == PacketState.READABLE;
  }

  /** Tells of a message. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void messageAdded(Referral referral, UUID messageId, Instant at) {
    touch(referral);
    news.messageAdded(referral, messageId, side(), at);
  }

  /** Tells the agency of what the unit did beside the referral's own steps. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void agencyHears(Referral referral, ReferralTold.What what, Instant at) {
    touch(referral);
    news.agencyHears(referral, what, at);
  }

  /**
   * Whoever asks for what changed finds the referral again; its entity tag stays, since nobody's
   * next step depends on what was said.
   */
  private void touch(Referral referral) {
    entities
        .createNativeQuery(
            "with touched as (update referral set last_modified = greatest(last_modified, :now)"
                + " where id = :id returning 1) select count(*) from touched",
            Long.class)
        .setParameter("now", clock.instant())
        .setParameter("id", referral.id())
        .getSingleResult();
  }
}
