package org.hifazat.cases.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
      "insert into child_search (token_hash, searched_by, searched_at, expires_at, name_keys,"
          + " father_keys, sex, from_year, to_year, district_code)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String FIND =
      "select expires_at, name_keys, father_keys, sex, from_year, to_year, district_code"
          + " from child_search where token_hash = ?";

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
    /** The search was for another name of child or father, or for a number only. */
    OTHER_NAME,
    /** It was narrowed to another sex, age or district: it would not have found this child. */
    LEFT_OUT
  }

  /** Who is to be registered. */
  public record Registered(
      String givenName,
      @Nullable String fatherName,
      String sex,
      int birthYear,
      String districtCode) {}

  @Transactional(Transactional.TxType.MANDATORY)
  Issued issue(UUID staffId, SimilarChildren.Wanted looked) {
    Instant now = clock.instant();
    Instant expiry = now.plus(GOOD_FOR);
    UUID token = ids.next();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setBytes(1, hash(token.toString()));
      insert.setObject(2, staffId);
      insert.setObject(3, now.atOffset(ZoneOffset.UTC));
      insert.setObject(4, expiry.atOffset(ZoneOffset.UTC));
      insert.setArray(5, SimilarChildren.tokens(connection, looked.given()));
      insert.setArray(6, SimilarChildren.tokens(connection, looked.father()));
      insert.setString(7, looked.sex());
      insert.setObject(8, looked.fromYear(), Types.INTEGER);
      insert.setObject(9, looked.toYear(), Types.INTEGER);
      insert.setString(10, looked.districtCode());
      insert.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException("the proof of a search could not be kept", fault);
    }
    return new Issued(token.toString(), expiry);
  }

  /**
   * A proof is good for the one who searched only: the database shows nobody else's. And for the
   * names searched for only, however they are spelt: a word more or less is still the same name,
   * another word is not. A father who was not searched for left nobody out. What the search was
   * narrowed to must fit the child, or it looked past the records of this very child.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Verdict verdict(@Nullable String token, Registered child) {
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
        return isOfThisName(row, child)
            ? (wouldHaveFound(row, child) ? Verdict.GOOD : Verdict.LEFT_OUT)
            : Verdict.OTHER_NAME;
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("the proof of a search could not be read", fault);
    }
  }

  private boolean isOfThisName(ResultSet row, Registered child) throws SQLException {
    Set<String> given = searched(row, "name_keys");
    Set<String> father = searched(row, "father_keys");
    return !given.isEmpty()
        && isSameName(given, keys.givenName(child.givenName()))
        && (father.isEmpty()
            || child.fatherName() == null
            || isSameName(father, keys.fatherName(child.fatherName())));
  }

  private static boolean wouldHaveFound(ResultSet row, Registered child) throws SQLException {
    String sex = row.getString("sex");
    String district = row.getString("district_code");
    int from = row.getInt("from_year");
    boolean anyYear = row.wasNull();
    return (sex == null || sex.equals("x") || sex.equals(child.sex()))
        && (anyYear || (child.birthYear() >= from && child.birthYear() <= row.getInt("to_year")))
        && (district == null || district.equals(child.districtCode()));
  }

  private static Set<String> searched(ResultSet row, String column) throws SQLException {
    return texts(Arrays.stream((byte[][]) row.getArray(column).getArray()));
  }

  private static boolean isSameName(Set<String> searched, Set<Key> name) {
    Set<String> registered = texts(name.stream().map(Key::token));
    return searched.containsAll(registered) || registered.containsAll(searched);
  }

  private static Set<String> texts(Stream<byte[]> tokens) {
    return tokens.map(HexFormat.of()::formatHex).collect(Collectors.toSet());
  }

  private byte[] hash(String token) {
    return tokens.token(PURPOSE, token);
  }
}
