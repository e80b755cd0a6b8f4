package org.hifazat.referral.code;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The codes a referral is written with: data with validity, never constants. */
@ApplicationScoped
public class ReferralCodes {
  public static final String REASON = "reason";
  public static final String STATUS_REASON = "status-reason";
  public static final String OUTCOME = "outcome";

  /** Why the platform ended a referral by itself; nobody says so of one. */
  static final Set<String> RESERVED = Set.of("unanswered", "consent-lapsed");

  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private final Session session;
  private final Clock clock;

  ReferralCodes(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  public record Name(String en, String ur, String ps) {}

  /**
   * @param list reason, status-reason or outcome
   * @param states of a status-reason: the states it may be given for
   * @param textNeeded the code alone says too little
   */
  public record Code(
      String list, String code, List<String> states, boolean textNeeded, Name name) {}

  /** Those offered today, in order. */
  @Transactional
  public List<Code> today() {
    return on(LocalDate.ofInstant(clock.instant(), KARACHI));
  }

  /** Those offered on a day, as far as that is laid down. */
  @Transactional
  public List<Code> on(LocalDate day) {
    return rows("cast(:list as text) is null and cast(:code as text) is null", null, null, day);
  }

  /** Empty when it is not in the list today. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Code> find(String list, String code) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), KARACHI);
    return rows("list = :list and code = :code", list, code, today).stream().findFirst();
  }

  /** What the codes of a list are called in English, those not offered any more too. */
  @Transactional
  public Map<String, String> english(String list) {
    return session
        .createNativeQuery(
            "select distinct on (code) code, name_en from referral_code"
                + " where list = :list and valid_from <= :day"
                + " and (valid_to is null or valid_to > valid_from)"
                + " order by code, valid_from desc",
            Object[].class)
        .setParameter("list", list)
        .setParameter("day", LocalDate.ofInstant(clock.instant(), KARACHI))
        .getResultList()
        .stream()
        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
  }

  private List<Code> rows(
      String which, @Nullable String list, @Nullable String code, LocalDate day) {
    return session
        .createNativeQuery(
            "select list, code, states, text_needed, name_en, name_ur, name_ps"
                + " from referral_code where valid_from <= :day"
                + " and (valid_to is null or valid_to > :day) and "
                + which
                + " order by list, sort, code",
            Object[].class)
        .setParameter("day", day)
        .setParameter("list", list, String.class)
        .setParameter("code", code, String.class)
        .getResultList()
        .stream()
        .map(
            row ->
                new Code(
                    (String) row[0],
                    (String) row[1],
                    List.of((String[]) row[2]),
                    (Boolean) row[3],
                    new Name((String) row[4], (String) row[5], (String) row[6])))
        .toList();
  }
}
