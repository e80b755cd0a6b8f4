package org.hifazat.cases.child;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.cases.matching.ChildSearchKeys;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a child is found by in step with what is known of the child. The application's role
 * reads no keyed hash, so a function of the database changes them.
 */
@ApplicationScoped
public class FindableChild {
  private final DataSource database;
  private final ChildSearchKeys keys;

  FindableChild(DataSource database, ChildSearchKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** Everything by which these particulars find the child. */
  List<ChildSearchKeys.Key> keysOf(ChildParticulars particulars, ChildBackground background) {
    List<ChildSearchKeys.Key> all = new ArrayList<>(keys.givenName(particulars.givenName()));
    all.addAll(keys.givenName(particulars.knownAs()));
    all.addAll(keys.givenName(background.givenNameOther()));
    all.addAll(keys.fatherName(particulars.fatherName()));
    all.addAll(keys.fatherName(background.fatherNameOther()));
    ChildBackground.Identity identity = background.identity();
    if (identity != null) {
      all.addAll(keys.cnic(identity.number()));
    }
    all.addAll(keys.phone(background.family().phone()));
    all.addAll(keys.cnic(background.family().number()));
    return all;
  }

  /** A person's phone and number find the child they belong to; a father's name does, too. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void alsoBy(
      UUID child,
      @Nullable String phone,
      @Nullable String identityNumber,
      @Nullable String fatherName) {
    List<ChildSearchKeys.Key> fresh = new ArrayList<>(keys.phone(phone));
    fresh.addAll(keys.cnic(identityNumber));
    fresh.addAll(keys.fatherName(fatherName));
    if (!fresh.isEmpty()) {
      change(child, List.of(), fresh);
    }
  }

  /** Takes away what no longer holds and adds what holds now. */
  @Transactional(Transactional.TxType.MANDATORY)
  void change(
      UUID child, Collection<ChildSearchKeys.Key> before, Collection<ChildSearchKeys.Key> after) {
    List<ChildSearchKeys.Key> gone = without(before, after);
    List<ChildSearchKeys.Key> fresh = without(after, before);
    if (gone.isEmpty() && fresh.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement call =
            connection.prepareStatement("select change_child_keys(?, ?, ?, ?, ?)")) {
      call.setObject(1, child);
      call.setArray(2, connection.createArrayOf("text", purposes(gone)));
      call.setArray(3, connection.createArrayOf("bytea", tokens(gone)));
      call.setArray(4, connection.createArrayOf("text", purposes(fresh)));
      call.setArray(5, connection.createArrayOf("bytea", tokens(fresh)));
      call.execute();
    } catch (SQLException fault) {
      throw new IllegalStateException("search keys were not changed", fault);
    }
  }

  private static List<ChildSearchKeys.Key> without(
      Collection<ChildSearchKeys.Key> some, Collection<ChildSearchKeys.Key> others) {
    return some.stream()
        .filter(
            key ->
                others.stream()
                    .noneMatch(
                        other ->
                            other.purpose().equals(key.purpose())
                                && Arrays.equals(other.token(), key.token())))
        .toList();
  }

  private static Object[] purposes(List<ChildSearchKeys.Key> some) {
    return some.stream().map(ChildSearchKeys.Key::purpose).toArray();
  }

  private static byte[][] tokens(List<ChildSearchKeys.Key> some) {
    return some.stream().map(ChildSearchKeys.Key::token).toArray(byte[][]::new);
  }
}
