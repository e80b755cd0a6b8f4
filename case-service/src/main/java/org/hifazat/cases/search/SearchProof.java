package org.hifazat.cases.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.persistence.SearchTokens;
import org.jspecify.annotations.Nullable;

/** The proof of having searched, which registering a child demands. */
@ApplicationScoped
public class SearchProof {
  /** Long enough to fill in a form, too short to search once for a day's work. */
  static final Duration GOOD_FOR = Duration.ofMinutes(60);

  private static final String PURPOSE = "child-search-proof";

  private final Session entities;
  private final SearchTokens tokens;
  private final IdSource ids;
  private final Clock clock;

  SearchProof(Session entities, SearchTokens tokens, IdSource ids, Clock clock) {
    this.entities = entities;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  /** A proof as handed to the searcher; only its keyed hash is kept. */
  record Issued(String token, Instant expiresAt) {}

  /** Whether a proof is good for registering a child now. */
  public enum Verdict {
    GOOD,
    MISSING,
    EXPIRED
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Issued issue(UUID staffId) {
    Instant now = clock.instant();
    UUID token = ids.next();
    entities
        .createNativeQuery("insert into child_search values (:hash, :staff, :at, :expires)")
        .setParameter("hash", hash(token.toString()))
        .setParameter("staff", staffId)
        .setParameter("at", now)
        .setParameter("expires", now.plus(GOOD_FOR))
        .executeUpdate();
    return new Issued(token.toString(), now.plus(GOOD_FOR));
  }

  /** A proof is good for the one who searched only: the database shows nobody else's. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Verdict verdict(@Nullable String token) {
    if (token == null) {
      return Verdict.MISSING;
    }
    List<?> expiry =
        entities
            .createNativeQuery(
                "select expires_at from child_search where token_hash = :hash", Instant.class)
            .setParameter("hash", hash(token))
            .getResultList();
    if (expiry.isEmpty()) {
      return Verdict.MISSING;
    }
    return clock.instant().isBefore((Instant) expiry.getFirst()) ? Verdict.GOOD : Verdict.EXPIRED;
  }

  private byte[] hash(String token) {
    return tokens.token(PURPOSE, token);
  }
}
