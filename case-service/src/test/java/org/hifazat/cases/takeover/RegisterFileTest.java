package org.hifazat.cases.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Files that are made to harm: small ones that grow, and days nobody was born on. */
class RegisterFileTest {
  private static final String HEADER = "source_id,given_name,sex,district,opened_on,birth_date\n";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static RegisterFile read(String rows) throws RegisterFile.Unreadable {
    return RegisterFile.read((HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothingIsKeptOfAFileOnceItHasTooManyRows() {
    assertThatThrownBy(() -> read(",\n".repeat(RegisterFile.MOST_ROWS + 1)))
        .isInstanceOfSatisfying(
            RegisterFile.Unreadable.class,
            refused -> assertThat(refused.code()).isEqualTo("too-many-rows"));
  }

  @Test
  void aFileOfJustAsManyRowsIsReadAndOneEndlessRowIsNoRow() throws RegisterFile.Unreadable {
    assertThat(read(",\n".repeat(RegisterFile.MOST_ROWS)).size()).isEqualTo(RegisterFile.MOST_ROWS);
    assertThat(read(",".repeat(1_000_000)).row(1).faults()).containsExactly("row:columns-differ");
  }

  @Test
  void aDayThatNoDatabaseKeepsIsNoDay() throws RegisterFile.Unreadable {
    for (String born : new String[] {"-999999999-01-01", "-0001-01-01", "0000-12-31"}) {
      RegisterFile file = read("1,Invented,male,peshawar,2026-11-01," + born + "\n");
      assertThat(RegisterEntry.of(file.row(1), TODAY).faults())
          .isEqualTo(Collections.singletonList("birth_date:not-a-day"));
    }
    RegisterFile file = read("1,Invented,male,peshawar,2026-11-01,2016-02-29\n");
    assertThat(RegisterEntry.of(file.row(1), TODAY).faults()).isEmpty();
  }
}
