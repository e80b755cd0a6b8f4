package org.hifazat.assessment.catalogue.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.catalogue.AcceptedTerms;
import org.hifazat.assessment.catalogue.CatalogueQueries;
import org.hifazat.assessment.instrument.Finding;
import org.hifazat.assessment.instrument.GoldenResult;
import org.hifazat.assessment.instrument.GoldenSet;
import org.hifazat.assessment.instrument.ScoringNotes;
import org.jspecify.annotations.Nullable;

/** A version of an instrument with all that is known of it; the form is read apart. */
@Schema(name = "CatalogueVersion")
record CatalogueVersionView(
    @Schema(required = true) CatalogueEntryView entry,
    @Schema(required = true) ScoringNotes scoring,
    @Schema(required = true) boolean screeningOnly,
    @Schema(required = true, description = "Answers and what every engine must make of them.")
        List<Golden> golden,
    @Schema(required = true, description = "What stands against publishing it now.")
        List<Finding> findings,
    @Nullable @Schema(description = "Of the licence's terms as they are now.") String termsHash,
    @Nullable Acceptance accepted) {

  /** Answers by path, and the result expected. */
  @Schema(name = "GoldenSet")
  record Golden(
      @Schema(required = true) Map<String, String> answers,
      @Schema(required = true) GoldenResult expected) {

    static Golden of(GoldenSet set) {
      return new Golden(set.answers(), set.expected());
    }
  }

  /** Who accepted the terms for whom, and when. */
  @Schema(name = "TermsAccepted")
  record Acceptance(
      @Schema(required = true) String organisation,
      @Schema(required = true) UUID acceptedBy,
      @Schema(required = true) Instant acceptedAt) {

    static Acceptance of(AcceptedTerms accepted) {
      return new Acceptance(accepted.organisation(), accepted.by(), accepted.at());
    }
  }

  static CatalogueVersionView of(CatalogueQueries.Whole whole) {
    return new CatalogueVersionView(
        CatalogueEntryView.of(whole.entry()),
        whole.entry().descriptor().scoring(),
        whole.entry().descriptor().screeningOnly(),
        whole.golden().stream().map(Golden::of).toList(),
        whole.findings(),
        whole.termsHash().orElse(null),
        whole.accepted().map(Acceptance::of).orElse(null));
  }
}
