package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "security", kafka = false, keycloak = false)
class CallerContextTest {
  private static final UUID STAFF = UUID.fromString("0193a000-0000-7000-8000-000000000001");

  @Inject CallerContext callers;
  @Inject AgroalDataSource dataSource;

  @Test
  void outsideARequestAndABindingItIsNobody() {
    assertThat(callers.current()).isEqualTo(Caller.nobody());
    assertThat(QuarkusTransaction.requiringNew().call(() -> setting("app.roles"))).isEmpty();
    assertThat(QuarkusTransaction.requiringNew().call(() -> setting("app.system"))).isEmpty();
  }

  @Test
  void aConsumerActsAsItselfAndOnlyMeanwhile() {
    Caller consumer = Caller.system("case-service");
    assertThat(callers.<Caller, RuntimeException>as(consumer, callers::current))
        .isEqualTo(consumer);
    assertThat(consumer.subject()).isEqualTo("system:case-service");
    assertThat(consumer.isSystem()).isTrue();
    assertThat(callers.current()).isEqualTo(Caller.nobody());
  }

  @Test
  void bindingsNest() {
    Caller inner = Caller.system("inner");
    String seen =
        callers.as(
            Caller.system("outer"),
            () ->
                callers.as(inner, () -> callers.current().subject())
                    + " "
                    + callers.current().subject());
    assertThat(seen).isEqualTo("system:inner system:outer");
  }

  @Test
  void aFaultOfTheWorkComesThroughAsItIs() {
    assertThatThrownBy(
            () ->
                callers.as(
                    Caller.system("job"),
                    () -> {
                      throw new IOException("disk");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(callers.current()).isEqualTo(Caller.nobody());
  }

  @Test
  void rowLevelSecurityHearsWhoActs() {
    var caller =
        new Caller(
            "subject",
            Optional.of(STAFF),
            Optional.empty(),
            Optional.empty(),
            Set.of("supervisor", "psychologist"));
    String settings =
        callers.as(
            caller,
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () ->
                            setting("app.staff_id")
                                + "|"
                                + setting("app.unit_id")
                                + "|"
                                + setting("app.agency_id")
                                + "|"
                                + setting("app.roles")
                                + "|"
                                + setting("app.system")));
    assertThat(settings).isEqualTo(STAFF + "|||psychologist,supervisor|");
  }

  @Test
  void rowLevelSecurityHearsOfASystemCaller() {
    String system =
        callers.as(
            Caller.system("job"),
            () -> QuarkusTransaction.requiringNew().call(() -> setting("app.system")));
    assertThat(system).isEqualTo("on");
  }

  private String setting(String name) {
    try (Connection connection = dataSource.getConnection();
        var statement = connection.prepareStatement("select current_setting(?, true)")) {
      statement.setString(1, name);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
