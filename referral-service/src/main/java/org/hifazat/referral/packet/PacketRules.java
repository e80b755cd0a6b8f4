package org.hifazat.referral.packet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.referral.code.ReferralCodes;

/**
 * What an agency may be told, by the kind of service it gives, and for how long: policy as data.
 */
@ApplicationScoped
public class PacketRules {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final String ANY = "*";
  private static final Set<String> AUTHORITIES = Set.of("police", "court");

  private final Session session;
  private final Clock clock;

  PacketRules(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * @param level service, sensitive, clinical or status
   */
  public record Kind(String kind, String level, ReferralCodes.Name name, Release release) {
    public boolean isClinical() {
      return level.equals("clinical");
    }
  }

  /** Every kind of item, with whether it may go to a service of the category today. */
  @Transactional
  public List<Kind> of(String category) {
    return of(category, category);
  }

  /**
   * As the stricter of two says: the kind of service, and the kind of service its agency is one
   * for. The police is the police also where it offers another service.
   *
   * @param agency what its agency is listed for, as in police
   */
  @Transactional
  public List<Kind> of(String category, String agency) {
    Map<String, List<Object[]>> rows =
        session
            .createNativeQuery(
                """
                select k.kind, k.level, k.name_en, k.name_ur, k.name_ps, r.category, r.release,
                       r.valid_to is null or r.valid_to > :day as holds
                  from packet_item_kind k
                  left join packet_rule r on r.kind = k.kind and r.category in (:category, :agency, '*')
                   and r.valid_from <= :day
                 order by k.sort, k.kind, r.valid_from desc""",
                Object[].class)
            .setParameter("category", category)
            .setParameter("agency", agency)
            .setParameter("day", LocalDate.ofInstant(clock.instant(), KARACHI))
            .getResultList()
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> (String) row[0], LinkedHashMap::new, Collectors.toList()));
    return rows.values().stream()
        .map(
            rules -> {
              Object[] kind = rules.getFirst();
              return new Kind(
                  (String) kind[0],
                  (String) kind[1],
                  new ReferralCodes.Name((String) kind[2], (String) kind[3], (String) kind[4]),
                  release(rules, category, agency));
            })
        .toList();
  }

  private static Release release(List<Object[]> rules, String category, String agency) {
    Release rest = own(rules, ANY).orElse(Release.NEVER);
    Release ofService = own(rules, category).orElse(rest);
    Release ofAgency = own(rules, agency).orElse(AUTHORITIES.contains(agency) ? rest : ofService);
    return ofService.stricter(ofAgency);
  }

  /**
   * What the category's own rule says. One that ran out is not made up for by the rule for all
   * others, which may let out more: then it is never, until somebody rules again.
   */
  private static Optional<Release> own(List<Object[]> rules, String category) {
    List<Object[]> own = rules.stream().filter(rule -> category.equals(rule[5])).toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            own.stream()
                .filter(rule -> (Boolean) rule[7])
                .findFirst()
                .map(rule -> Release.of((String) rule[6]))
                .orElse(Release.NEVER));
  }

  /** Kinds of what a psychologist found or wrote. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<String> clinicalKinds() {
    return Set.copyOf(
        session
            .createNativeQuery(
                "select kind from packet_item_kind where level = 'clinical'", String.class)
            .getResultList());
  }

  /** Until when the packet of a referral that ended so is read; at once where no term is known. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Instant readableUntil(String status, Instant ended) {
    return session
        .createNativeQuery(
            """
            select days from packet_term
             where status = :status and valid_from <= :day and (valid_to is null or valid_to > :day)
             order by valid_from desc limit 1""",
            Integer.class)
        .setParameter("status", status)
        .setParameter("day", LocalDate.ofInstant(ended, KARACHI))
        .getResultList()
        .stream()
        .findFirst()
        .map(days -> ended.plus(Duration.ofDays(days)))
        .orElse(ended);
  }
}
