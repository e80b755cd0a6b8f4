package org.hifazat.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hifazat.platform.testing.HifazatTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "persistence", kafka = false, keycloak = false)
class DatedRowsTest {
  private static final DatedRows.Table FEES =
      new DatedRows.Table("fee", List.of("place"), List.of("rupees", "kinds"), true);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Inject DatedRows rows;
  @Inject AgroalDataSource dataSource;

  @Test
  void whatIsLaidDownTakesOverAndLastsAsLongAsWhatHeldWouldHave() {
    lay("swat", 0, "10");
    lay("swat", 10, "30");
    lay("swat", 5, "20");
    lay("swat", 10, null);
    assertThat(of("swat"))
        .containsExactly(
            "10 2026-03-01 2026-03-06 ", "20 2026-03-06 2026-03-11 ", "- 2026-03-11 - ");
  }

  @Test
  void anEndStaysWhereItWasLaidDownUntilSomebodyBeginsAnew() {
    lay("dir", 0, "10");
    lay("dir", 20, "30");
    end("dir", 10);
    lay("dir", 5, "20");
    assertThat(of("dir"))
        .containsExactly(
            "10 2026-03-01 2026-03-06 ",
            "20 2026-03-06 2026-03-11 order",
            "30 2026-03-21 2026-03-21 order");
    lay("dir", 20, "40");
    lay("dir", 15, "35");
    assertThat(of("dir"))
        .containsExactly(
            "10 2026-03-01 2026-03-06 ",
            "20 2026-03-06 2026-03-11 order",
            "35 2026-03-16 2026-03-21 ",
            "40 2026-03-21 - ");
  }

  @Test
  void aRowThatHoldsIsKnownAgainAndTheVersionTellsOfEachChange() {
    long none = version("chitral");
    lay("chitral", 0, "10");
    assertThat(holds("chitral", 0, "10")).isTrue();
    assertThat(holds("chitral", 0, "11")).isFalse();
    assertThat(holds("chitral", 1, "10")).isFalse();
    long first = version("chitral");
    lay("bannu", 0, "10");
    assertThat(version("chitral")).isEqualTo(first).isNotEqualTo(none);
    end("chitral", 0);
    assertThat(version("chitral")).isNotEqualTo(first);
    assertThat(holds("chitral", 0, "10")).isFalse();
  }

  private static Map<String, @Nullable String> row(String place, @Nullable String rupees) {
    Map<String, @Nullable String> row = new HashMap<>();
    row.put("place", place);
    row.put("rupees", rupees);
    row.put("kinds", "{a,b}");
    return row;
  }

  private void lay(String place, int later, @Nullable String rupees) {
    QuarkusTransaction.requiringNew()
        .run(() -> rows.lay(FEES, DAY.plusDays(later), row(place, rupees)));
  }

  private void end(String place, int later) {
    QuarkusTransaction.requiringNew()
        .run(() -> rows.end(FEES, Map.of("place", place), DAY.plusDays(later), "order"));
  }

  private boolean holds(String place, int later, String rupees) {
    return QuarkusTransaction.requiringNew()
        .call(() -> rows.holds(FEES, DAY.plusDays(later), row(place, rupees)));
  }

  private long version(String place) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              rows.oneAtATime(FEES);
              return rows.version(FEES, Map.of("place", place));
            });
  }

  private List<String> of(String place) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (Connection connection = dataSource.getConnection();
                  PreparedStatement statement =
                      connection.prepareStatement(
                          """
                          select coalesce(rupees::text, '-') || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-')
                                 || ' ' || coalesce(end_source, '')
                            from fee where place = ? and kinds = '{a,b}' order by valid_from""")) {
                statement.setString(1, place);
                try (ResultSet found = statement.executeQuery()) {
                  List<String> lines = new ArrayList<>();
                  while (found.next()) {
                    lines.add(found.getString(1));
                  }
                  return lines;
                }
              } catch (SQLException fault) {
                throw new IllegalStateException(fault);
              }
            });
  }
}
