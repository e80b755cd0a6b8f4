package org.hifazat.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes cursors nobody but us can make: a position, and a keyed hash over it and its list. */
@ApplicationScoped
public class Cursors {

  private static final String PURPOSE = "platform.web.cursor";
  private static final int POSITION_BYTES = Long.BYTES + Integer.BYTES + 2 * Long.BYTES;
  private static final int SEAL_BYTES = 16;

  private final KeyedHash hash;

  Cursors(KeyedHash hash) {
    this.hash = hash;
  }

  /**
   * @param list name of the list; the cursor is good for no other
   */
  public String sign(String list, Instant at, UUID id) {
    byte[] position =
        ByteBuffer.allocate(POSITION_BYTES)
            .putLong(at.getEpochSecond())
            .putInt(at.getNano())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    byte[] whole =
        ByteBuffer.allocate(POSITION_BYTES + SEAL_BYTES)
            .put(position)
            .put(seal(list, position))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * @return empty for the first page (no cursor)
   * @throws ProblemException invalid-value (400) for a cursor we did not make for this list
   */
  public Optional<Cursor> verify(String list, @Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw refused();
    }
    if (whole.length != POSITION_BYTES + SEAL_BYTES) {
      throw refused();
    }
    ByteBuffer buffer = ByteBuffer.wrap(whole);
    byte[] position = new byte[POSITION_BYTES];
    byte[] seal = new byte[SEAL_BYTES];
    buffer.get(position).get(seal);
    if (!MessageDigest.isEqual(seal, seal(list, position))) {
      throw refused();
    }
    ByteBuffer fields = ByteBuffer.wrap(position);
    try {
      Instant at = Instant.ofEpochSecond(fields.getLong(), fields.getInt());
      return Optional.of(new Cursor(at, new UUID(fields.getLong(), fields.getLong())));
    } catch (DateTimeException impossible) {
      throw refused();
    }
  }

  private byte[] seal(String list, byte[] position) {
    String text = list + '\n' + Base64.getEncoder().encodeToString(position);
    return Arrays.copyOf(hash.of(PURPOSE, text), SEAL_BYTES);
  }

  private static ProblemException refused() {
    return new ProblemException(
        CommonProblem.INVALID_VALUE, new Violation("/cursor", "unknown-cursor"));
  }
}
