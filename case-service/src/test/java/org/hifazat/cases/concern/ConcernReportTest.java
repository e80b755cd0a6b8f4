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
    assertThat(report.becomesCase(caseId, unit, at(NOW))).isEqualTo(new Triage.Decided());
    assertThat(report.caseId()).contains(caseId);
    assertThat(report.unitId()).contains(unit);
    assertThat(report.decision()).contains("open-case");
    assertThat(report.triagedAt()).contains(NOW);
  }

  @Test
  void itIsDecidedOnceOnly() {
    ConcernReport report = report();
    report.isNoConcern(new byte[1], at(NOW));
    assertThat(report.becomesCase(new UUID(0, 5), new UUID(0, 4), at(NOW)))
        .isEqualTo(new Triage.AlreadyTriaged());
    assertThat(report.isNoConcern(new byte[1], at(NOW))).isEqualTo(new Triage.AlreadyTriaged());
    assertThat(report.caseId()).isEmpty();
  }

  @Test
  void itIsNotDecidedBeforeItWasReceivedAndMayBeTheSameMoment() {
    ConcernReport report = report();
    assertThat(report.isNoConcern(new byte[1], at(RECEIVED.minusSeconds(1))))
        .isEqualTo(new Triage.BeforeItWasReceived());
    assertThat(report.state()).isEqualTo("waiting");
    assertThat(report.isNoConcern(new byte[1], at(RECEIVED))).isEqualTo(new Triage.Decided());
  }

  @Test
  void anAnonymousReporterHasNoNameNoPhoneAndNoRelation() {
    assertThat(new Reporter("anonymous", "A", null, null).contradictsItself()).isTrue();
    assertThat(new Reporter("anonymous", null, "1", null).contradictsItself()).isTrue();
    assertThat(new Reporter("anonymous", null, null, "neighbour").contradictsItself()).isTrue();
    assertThat(new Reporter("protected", "A", "1", null).contradictsItself()).isFalse();
  }

  @Test
  void whatAnotherBodyDidNotTakeUpWaitsOnAFreshClockAndItsFirstTimeStays() {
    ConcernReport report = report();
    assertThat(report.isReferredOn(new UUID(0, 4), NOW.plusSeconds(60), new byte[1], at(NOW)))
        .isEqualTo(new Triage.Decided());
    assertThat(report.followUpDue()).contains(NOW.plusSeconds(60));
    Instant received = report.receivedAt();
    report.waitsAgain(new TriageClock.Due(NOW.plusSeconds(600), NOW.plusSeconds(1200)));
    assertThat(report.state()).isEqualTo("waiting");
    assertThat(report.followUpDue()).isEmpty();
    assertThat(report.dueAt()).isEqualTo(NOW.plusSeconds(600));
    assertThat(report.receivedAt()).isEqualTo(received);
    assertThat(report.isNoConcern(new byte[1], at(NOW))).isEqualTo(new Triage.Decided());
  }

  private static ConcernReport.Deciding at(Instant when) {
    return new ConcernReport.Deciding(WORKER, when, NOW);
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
            ConcernPlace.UNKNOWN,
            new ChildHint(null, null, null, null)),
        Optional.empty(),
        WORKER,
        NOW,
        new TriageClock.Due(RECEIVED.plusSeconds(3600), RECEIVED.plusSeconds(7200)),
        new ConcernReport.SealedWords(
            new byte[1], null, null, null, null, new ConcernReport.SealedPlace(null, null, null)));
  }
}
