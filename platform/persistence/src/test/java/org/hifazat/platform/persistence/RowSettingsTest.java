package org.hifazat.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "persistence", kafka = false, keycloak = false)
class RowSettingsTest {
  @Inject EntityManager entities;
  @Inject AgroalDataSource dataSource;
  @Inject TransactionManager transactions;
  @Inject IdSource ids;

  @Test
  void hibernateAndRawJdbcSeeTheCallersRowsAndNoOthers() {
    UUID owner = ownerWithNotes(2);
    UUID other = ownerWithNotes(1);

    assertThat(inTransactionOf(owner, this::ownersByHibernate)).containsExactly(owner, owner);
    assertThat(inTransactionOf(owner, this::ownersByJdbc)).containsExactly(owner, owner);
    assertThat(inTransactionOf(other, this::ownersByJdbc)).containsExactly(other);
  }

  @Test
  void withoutATransactionNothingIsSeenEvenAfterOneOnTheSameConnection() throws Exception {
    UUID owner = ownerWithNotes(1);
    for (int i = 0; i < 20; i++) {
      assertThat(inTransactionOf(owner, this::ownersByJdbc)).hasSize(1);
      assertThat(OwnerSettings.as(owner, this::ownersByJdbc)).isEmpty();
    }
  }

  @Test
  void withoutACallerATransactionSeesNothing() {
    ownerWithNotes(1);
    assertThat(QuarkusTransaction.requiringNew().call(this::ownersByJdbc)).isEmpty();
    assertThat(QuarkusTransaction.requiringNew().call(this::ownersByHibernate)).isEmpty();
  }

  @Test
  void writingARowOfSomebodyElseIsRefused() {
    UUID owner = ids.next();
    UUID other = ids.next();
    assertThatThrownBy(() -> inTransactionOf(owner, () -> write(other)))
        .hasStackTraceContaining("row-level security");
    assertThat(inTransactionOf(other, this::ownersByJdbc)).isEmpty();
  }

  @Test
  void aNestedTransactionHasItsOwnCallerAndGivesTheOuterOneBack() {
    UUID outer = ownerWithNotes(1);
    UUID inner = ownerWithNotes(1);

    List<UUID> seen =
        inTransactionOf(
            outer,
            () -> {
              var all = new ArrayList<>(ownersByHibernate());
              all.addAll(inTransactionOf(inner, this::ownersByHibernate));
              all.addAll(ownersByJdbc());
              return all;
            });

    assertThat(seen).containsExactly(outer, inner, outer);
  }

  @Test
  void aRolledBackTransactionLeavesNothingBehind() {
    UUID owner = ownerWithNotes(1);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(
              () ->
                  inTransactionOf(
                      owner,
                      () -> {
                        ownersByJdbc();
                        throw new IllegalStateException("fault");
                      }))
          .hasMessage("fault");
      assertThat(QuarkusTransaction.requiringNew().call(this::ownersByJdbc)).isEmpty();
    }
  }

  @Test
  void hundredsOfCallsOfManyCallersOverFourConnectionsNeverSeeEachOther() throws Exception {
    List<UUID> owners = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      owners.add(ownerWithNotes(1));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Future<Boolean>> calls = new ArrayList<>();
      for (int call = 0; call < 800; call++) {
        int number = call;
        UUID owner = owners.get(call % owners.size());
        Callable<Boolean> work = () -> seesOnlyOwn(owner, number);
        calls.add(threads.submit(work));
      }
      for (Future<Boolean> call : calls) {
        assertThat(call.get()).isTrue();
      }
    }
  }

  @Test
  void aTransactionThatCannotBeBoundToItsCallerDoesNotBegin() throws Exception {
    String unstorable = "\0";
    assertThatThrownBy(
            () ->
                OwnerSettings.asText(
                    unstorable, () -> QuarkusTransaction.requiringNew().call(this::ownersByJdbc)))
        .hasStackTraceContaining("Row-level security could not be set");

    assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    UUID owner = ownerWithNotes(1);
    for (int i = 0; i < 8; i++) {
      assertThat(inTransactionOf(owner, this::ownersByJdbc)).containsExactly(owner);
    }
  }

  private boolean seesOnlyOwn(UUID owner, int number) {
    return switch (number % 4) {
      case 0 -> inTransactionOf(owner, this::ownersByHibernate).equals(List.of(owner));
      case 1 -> inTransactionOf(owner, this::ownersByJdbc).equals(List.of(owner));
      case 2 -> OwnerSettings.as(owner, this::ownersByJdbc).isEmpty();
      case 3 -> QuarkusTransaction.requiringNew().call(this::ownersByHibernate).isEmpty();
      default -> throw new IllegalStateException();
    };
  }

  private UUID ownerWithNotes(int count) {
    UUID owner = ids.next();
    inTransactionOf(
        owner,
        () -> {
          for (int i = 0; i < count; i++) {
            write(owner);
          }
          return count;
        });
    return owner;
  }

  private UUID write(UUID owner) {
    var note = new Note(ids.next(), owner, "text");
    entities.persist(note);
    entities.flush();
    return note.id;
  }

  private static <T> T inTransactionOf(UUID owner, Callable<T> work) {
    return OwnerSettings.as(owner, () -> QuarkusTransaction.requiringNew().call(work));
  }

  private List<UUID> ownersByHibernate() {
    return entities.createQuery("select n.owner from Note n", UUID.class).getResultList();
  }

  private List<UUID> ownersByJdbc() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement("select owner from note");
        ResultSet row = statement.executeQuery()) {
      var owners = new ArrayList<UUID>();
      while (row.next()) {
        owners.add(row.getObject(1, UUID.class));
      }
      return owners;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
