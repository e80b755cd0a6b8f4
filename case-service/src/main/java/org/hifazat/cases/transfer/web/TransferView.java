package org.hifazat.cases.transfer.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.transfer.CaseTransfer;
import org.hifazat.cases.transfer.TransferContent;
import org.hifazat.cases.transfer.TransferQueries;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * A transfer: the stub, and for who may read it what there is to decide.
 *
 * @param caseId absent for who answers: the case is theirs to open once they accept
 * @param toUnitId absent where the case leaves the platform
 * @param endCode consent-ended where the platform stopped it; absent where a person did
 * @param askedBy who of the receiving unit had asked for the case
 * @param content absent for who keeps the stub only; for who was asked and did not take the case no
 *     more than sex, age, step and the answer
 */
public record TransferView(
    UUID id,
    @Nullable UUID caseId,
    String caseNumber,
    String kind,
    UUID fromUnitId,
    String fromDistrictCode,
    @Nullable UUID toUnitId,
    @Nullable String toDistrictCode,
    String reason,
    String state,
    @Nullable String endCode,
    @Nullable UUID askedBy,
    Instant proposedAt,
    Instant recordedAt,
    @Nullable Instant decidedAt,
    @Nullable ContentView content,
    String etag) {

  /**
   * @param request what the other side has to know to answer
   * @param outsideBody who was asked outside the platform
   * @param answer why it was declined or withdrawn, or by whom it was received outside
   */
  public record ContentView(
      String sex,
      String ageBand,
      String caseState,
      @Nullable String riskLevel,
      List<String> concerns,
      @Nullable String request,
      @Nullable String outsideBody,
      @Nullable String overrideCode,
      @Nullable String overrideText,
      @Nullable String answer,
      List<String> handedOver) {}

  static TransferView of(TransferQueries.Whole whole, @Nullable UUID readerUnit) {
    CaseTransfer transfer = whole.transfer();
    boolean theirs =
        transfer.state().equals("accepted")
            ? readerUnit != null && readerUnit.equals(transfer.toUnit().orElse(transfer.fromUnit()))
            : transfer.fromUnit().equals(readerUnit);
    boolean wasAsked =
        !theirs
            && !transfer.isPending()
            && transfer.toUnit().filter(u -> u.equals(readerUnit)).isPresent();
    return new TransferView(
        transfer.id(),
        theirs ? transfer.caseId() : null,
        transfer.caseNumber(),
        transfer.kind().label(),
        transfer.fromUnit(),
        transfer.fromDistrict(),
        transfer.toUnit().orElse(null),
        transfer.toDistrict().orElse(null),
        transfer.reason(),
        transfer.state(),
        transfer.endCode().orElse(null),
        transfer.askedBy().orElse(null),
        transfer.proposedAt(),
        transfer.recordedAt(),
        transfer.decidedAt().orElse(null),
        wasAsked ? answered(whole) : content(whole),
        ETags.of(transfer.version()));
  }

  /**
   * Whoever was asked and has not taken the case reads no more than a search would tell, and how it
   * ended: the rest was said to be answered.
   */
  private static @Nullable ContentView answered(TransferQueries.Whole whole) {
    ContentView all = content(whole);
    return all == null
        ? null
        : new ContentView(
            all.sex(),
            all.ageBand(),
            all.caseState(),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            all.answer(),
            List.of());
  }

  private static @Nullable ContentView content(TransferQueries.Whole whole) {
    TransferContent content = whole.content();
    if (content == null) {
      return null;
    }
    TransferQueries.Said said = whole.said();
    return new ContentView(
        content.sex(),
        content.ageBand(),
        content.caseState(),
        content.riskLevel().orElse(null),
        content.concerns(),
        said == null ? null : said.request(),
        said == null ? null : said.outsideBody(),
        content.overrideCode().orElse(null),
        said == null ? null : said.overrideText(),
        said == null ? null : said.answer(),
        content.handedOver());
  }
}
