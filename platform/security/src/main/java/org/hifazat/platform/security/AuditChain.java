package org.hifazat.platform.security;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How records become a chain: hash = SHA-256(hash before, every field with its length). */
final class AuditChain {
  /** The columns of audit_record, as {@link #stored} reads them. */
  static final String COLUMNS =
      "r.seq, r.at, r.actor, r.actor_roles, r.operation, r.outcome, r.subject_type, r.subject_id,"
          + " r.codes, r.trace_id";

  private static final int HASH_BYTES = 32;

  /** A record as it stands in the table. */
  record Stored(
      long seq,
      Instant at,
      String actor,
      List<String> actorRoles,
      String operation,
      String outcome,
      String subjectType,
      String subjectId,
      List<String> codes,
      @Nullable String traceId) {}

  private AuditChain() {}

  /** What the first record's hash is built on. */
  static byte[] genesis() {
    return new byte[HASH_BYTES];
  }

  static byte[] next(byte[] previous, Stored row) {
    try {
      var bytes = new ByteArrayOutputStream();
      var out = new DataOutputStream(bytes);
      out.write(previous);
      out.writeLong(row.seq());
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, row.at()));
      text(out, row.actor());
      texts(out, row.actorRoles());
      text(out, row.operation());
      text(out, row.outcome());
      text(out, row.subjectType());
      text(out, row.subjectId());
      texts(out, row.codes());
      texts(out, row.traceId() == null ? List.of() : List.of(row.traceId()));
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Reads {@link #COLUMNS}, beginning at a column number. */
  static Stored stored(ResultSet row, int first) throws SQLException {
    return new Stored(
        row.getLong(first),
        row.getObject(first + 1, OffsetDateTime.class).toInstant(),
        row.getString(first + 2),
        list(row.getArray(first + 3)),
        row.getString(first + 4),
        row.getString(first + 5),
        row.getString(first + 6),
        row.getString(first + 7),
        list(row.getArray(first + 8)),
        row.getString(first + 9));
  }

  private static List<String> list(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static void texts(DataOutputStream out, List<String> values) throws IOException {
    out.writeInt(values.size());
    for (String value : values) {
      text(out, value);
    }
  }

  private static void text(DataOutputStream out, String value) throws IOException {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
