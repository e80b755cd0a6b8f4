package org.hifazat.platform.web;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs a creating request once per Idempotency-Key and caller. The record is written in the
 * transaction of the work, so both happen or neither.
 *
 * <p>Authorise before calling: a replay must be refused to someone who lost the permission since.
 */
@ApplicationScoped
public class IdempotentCreation {

  private static final Pattern KEY =
      Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  // The lock tells "being handled right now" from "never seen" without waiting for the other one.
  private static final String FIND =
      "select pg_try_advisory_xact_lock(?), r.request_hash, r.resource_id, r.location"
          + " from (values (1)) as one(n) left join idempotency_record r on r.key_hash = ?";

  private static final String RECORD =
      "insert into idempotency_record (key_hash, request_hash, resource_id, location, created_at)"
          + " values (?, ?, ?, ?, ?) on conflict do nothing";

  private final DataSource database;
  private final KeyedHash hash;
  private final ObjectWriter json;
  private final Clock clock;
  private final Instance<SecurityIdentity> identity;

  IdempotentCreation(
      DataSource database,
      KeyedHash hash,
      ObjectMapper json,
      Clock clock,
      Instance<SecurityIdentity> identity) {
    this.database = database;
    this.hash = hash;
    this.json = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    this.clock = clock;
    this.identity = identity;
  }

  /**
   * Runs the work, or answers what it answered before.
   *
   * @param key the Idempotency-Key header as received; a UUID the client made
   * @param operation stable name of the operation, with the ids of its path
   * @param request the parsed body; must serialise the same way each time
   * @param work creates the resource; not called on a replay
   * @throws ProblemException idempotency-key-missing (400), invalid-value (400) when the key is no
   *     UUID, idempotency-key-reused (422) for another body or operation, request-in-progress (409)
   */
  @Transactional(MANDATORY)
  public Created once(
      @Nullable String key, String operation, Object request, Supplier<Created> work) {
    byte[] keyHash = keyHash(key);
    byte[] requestHash = hash.of("platform.web.idempotency.request", text(operation, request));
    try (Connection connection = database.getConnection()) {
      Created earlier = find(connection, keyHash, requestHash);
      if (earlier != null) {
        return earlier;
      }
      Created created = work.get();
      record(connection, keyHash, requestHash, created);
      return created;
    } catch (SQLException fault) {
      throw new IllegalStateException("idempotency record could not be read or written", fault);
    }
  }

  private @Nullable Created find(Connection connection, byte[] keyHash, byte[] requestHash)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setLong(1, ByteBuffer.wrap(keyHash).getLong());
      statement.setBytes(2, keyHash);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        byte[] found = row.getBytes(2);
        if (found == null) {
          if (!row.getBoolean(1)) {
            throw new ProblemException(CommonProblem.REQUEST_IN_PROGRESS);
          }
          return null;
        }
        if (!MessageDigest.isEqual(found, requestHash)) {
          throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return new Created(row.getObject(3, UUID.class), URI.create(row.getString(4)), true);
      }
    }
  }

  private void record(Connection connection, byte[] keyHash, byte[] requestHash, Created created)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
      statement.setBytes(1, keyHash);
      statement.setBytes(2, requestHash);
      statement.setObject(3, created.id());
      statement.setString(4, created.location().toString());
      statement.setObject(5, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
      if (statement.executeUpdate() == 0) {
        // The other one committed between our look and our lock: ours is rolled back.
        throw new ProblemException(CommonProblem.REQUEST_IN_PROGRESS);
      }
    }
  }

  private byte[] keyHash(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw new ProblemException(CommonProblem.IDEMPOTENCY_KEY_MISSING);
    }
    if (!KEY.matcher(key.strip()).matches()) {
      throw new ProblemException(
          CommonProblem.INVALID_VALUE, new Violation("/Idempotency-Key", "uuid"));
    }
    UUID parsed = UUID.fromString(key.strip());
    return hash.of("platform.web.idempotency.key", caller() + '\n' + parsed);
  }

  private String caller() {
    if (identity.isResolvable()) {
      SecurityIdentity current = identity.get();
      return current.isAnonymous() ? "" : current.getPrincipal().getName();
    }
    return "";
  }

  private String text(String operation, Object request) {
    try {
      return operation + '\n' + json.writeValueAsString(request);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException("a request record must be serialisable", fault);
    }
  }
}
