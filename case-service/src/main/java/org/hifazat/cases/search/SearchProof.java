package org.hifazat.cases.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.cases.matching.ChildSearchKeys;
import org.hifazat.cases.matching.ChildSearchKeys.Key;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.persistence.SearchTokens;
import org.jspecify.annotations.Nullable;

/** The proof of having searched, which registering a child demands. */
@ApplicationScoped
public class SearchProof {
  /** Long enough to fill in a form, too short to search once for a day's work. */
  static final Duration GOOD_FOR = Duration.ofMinutes(60);

  private static final String PURPOSE = "child-search-proof";

  private static final String KEEP =
      "insert into child_search (token_hash, searched_by, searched_at, expires_at, name_keys)"
          + " values (?, ?, ?, ?, ?)";

  private static final String FIND =
      "select expires_at, name_keys from child_search where token_hash = ?";

  private final DataSource database;
  private final SearchTokens tokens;
  private final ChildSearchKeys keys;
  private final IdSource ids;
  private final Clock clock;

  SearchProof(
      DataSource database, SearchTokens tokens, ChildSearchKeys keys, IdSource ids, Clock clock) {
    this.database = database;
    this.tokens = tokens;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  /** A proof as handed to the searcher; only its keyed hash is kept. */
  record Issued(String token, Instant expiresAt) {}

  /** Whether a proof is good for registering a child now. */
  public enum Verdict {
    GOOD,
    MISSING,
    EXPIRED,
    /** The search was for another name, or for a number only. */
    OTHER_NAME
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Issued issue(UUID staffId, Set<Key> givenName) {
    Instant now = clock.instant();
    Instant expiry = now.plus(GOOD_FOR);
    UUID token = ids.next();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setBytes(1, hash(token.toString()));
      insert.setObject(2, staffId);
      insert.setObject(3, now.atOffset(ZoneOffset.UTC));
      insert.setObject(4, expiry.atOffset(ZoneOffset.UTC));
      insert.setArray(
          5,
          connection.createArrayOf(
              "bytea", givenName.stream().map(Key::token).toArray(byte[][]::new)));
      insert.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException("the proof of a search could not be kept", fault);
    }
    return new Issued(token.toString(), expiry);
  }

  /**
   * A proof is good for the one who searched only: the database shows nobody else's. And for the
   * name searched for only, however it is spelt: a word more or less is still the same name,
   * another word is not.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Verdict verdict(@Nullable String token, String givenName) {
    if (token == null) {
      return Verdict.MISSING;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setBytes(1, hash(token));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Verdict.MISSING;
        }
        if (!clock.instant().isBefore(row.getObject(1, OffsetDateTime.class).toInstant())) {
          return Verdict.EXPIRED;
        }
        byte[][] searched = (byte[][]) row.getArray(2).getArray();
        return isSameName(searched, givenName) ? Verdict.GOOD : Verdict.OTHER_NAME;
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("the proof of a search could not be read", fault);
    }
  }

  private boolean isSameName(byte[][] searchedKeys, String givenName) {
    Set<String> searched = texts(Arrays.stream(searchedKeys));
    Set<String> registered = texts(keys.givenName(givenName).stream().map(Key::token));
    return !searched.isEmpty()
        && (searched.containsAll(registered) || registered.containsAll(searched));
  }

  private static Set<String> texts(Stream<byte[]> tokens) {
    return tokens.map(HexFormat.of()::formatHex).collect(Collectors.toSet());
  }

  private byte[] hash(String token) {
    return tokens.token(PURPOSE, token);
  }
}
