package org.hifazat.cases.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A report is decided once, and not before it was received. */
class ConcernReportTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-20T05:00:00.123456789Z");
  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
  private static final UUID WORKER = new UUID(0, 9);

  @Test
  void aReportWaits() {
    ConcernReport report = report();
    assertThat(report.state()).isEqualTo("waiting");
    assertThat(report.decision()).isEmpty();
  }

  @Test
  void itBecomesACaseOfTheUnitThatTakesIt() {
    ConcernReport report = report();
    UUID unit = new UUID(0, 4);
    UUID caseId = new UUID(0, 5);
    assertThat(report.becomesCase(caseId, unit, WORKER, NOW, NOW)).isEqualTo(new Triage.Decided());
    assertThat(report.caseId()).contains(caseId);
    assertThat(report.unitId()).contains(unit);
    assertThat(report.decision()).contains("open-case");
    assertThat(report.triagedAt()).contains(NOW);
  }

  @Test
  void itIsDecidedOnceOnly() {
    ConcernReport report = report();
    report.isNoConcern(new byte[1], WORKER, NOW, NOW);
    assertThat(report.becomesCase(new UUID(0, 5), new UUID(0, 4), WORKER, NOW, NOW))
        .isEqualTo(new Triage.AlreadyTriaged());
    assertThat(report.isNoConcern(new byte[1], WORKER, NOW, NOW))
        .isEqualTo(new Triage.AlreadyTriaged());
    assertThat(report.caseId()).isEmpty();
  }

  @Test
  void itIsNotDecidedBeforeItWasReceivedAndMayBeTheSameMoment() {
    ConcernReport report = report();
    assertThat(report.isNoConcern(new byte[1], WORKER, RECEIVED.minusSeconds(1), NOW))
        .isEqualTo(new Triage.BeforeItWasReceived());
    assertThat(report.state()).isEqualTo("waiting");
    assertThat(report.isNoConcern(new byte[1], WORKER, RECEIVED, NOW))
        .isEqualTo(new Triage.Decided());
  }

  @Test
  void anAnonymousReporterHasNoNameAndNoPhone() {
    assertThat(new Reporter("anonymous", "A", null, null).contradictsItself()).isTrue();
    assertThat(new Reporter("anonymous", null, "1", null).contradictsItself()).isTrue();
    assertThat(new Reporter("anonymous", null, null, "neighbour").contradictsItself()).isFalse();
    assertThat(new Reporter("protected", "A", "1", null).contradictsItself()).isFalse();
  }

  private static ConcernReport report() {
    return ConcernReport.received(
        new UUID(0, 1),
        new RecordConcernReport.Command(
            "police",
            "torghar",
            RECEIVED,
            new Reporter("anonymous", null, null, null),
            List.of("missing"),
            "urgent",
            "words",
            new ChildHint(null, null, null, null)),
        Optional.empty(),
        WORKER,
        NOW,
        new ConcernReport.SealedWords(new byte[1], null, null, null, null));
  }
}
