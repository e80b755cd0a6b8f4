package org.hifazat.assessment.catalogue.web;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.catalogue.CatalogueQueries;
import org.hifazat.assessment.instrument.Administration;
import org.hifazat.assessment.instrument.Ages;
import org.hifazat.assessment.instrument.InstrumentDescriptor;
import org.hifazat.assessment.instrument.Licence;
import org.hifazat.assessment.instrument.Respondent;
import org.hifazat.assessment.instrument.Texts;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/** A version in the catalogue. */
@Schema(name = "CatalogueEntry")
record CatalogueEntryView(
    @Schema(required = true, examples = "kp-risk-matrix") String id,
    @Schema(required = true, examples = "1") String version,
    @Schema(
            required = true,
            enumeration = {"awaiting-wording", "draft", "checked", "published", "retired"})
        String state,
    @Schema(
            required = true,
            enumeration = {"shipped", "uploaded"})
        String origin,
    @Schema(required = true, description = "What If-Match must say.") String etag,
    @Schema(required = true) Texts title,
    @Schema(required = true) String purpose,
    @Schema(required = true, description = "Language to original, working or validated.")
        Map<String, String> translations,
    @Schema(required = true) Ages ages,
    @Schema(
            required = true,
            enumeration = {"child", "caregiver", "worker"})
        Respondent respondent,
    @Schema(
            required = true,
            enumeration = {"any-caseworker", "clinical"})
        Administration administration,
    @Schema(required = true) Licence licence,
    @Nullable String wordingSource,
    @Nullable Instant checkedAt,
    @Nullable Instant publishedAt,
    @Nullable Instant retiredAt,
    @Nullable String retirementReason) {

  static CatalogueEntryView of(CatalogueQueries.Entry entry) {
    InstrumentDescriptor descriptor = entry.descriptor();
    return new CatalogueEntryView(
        descriptor.id(),
        descriptor.version(),
        entry.state().code(),
        entry.origin(),
        ETags.of(entry.rowVersion()),
        descriptor.title(),
        descriptor.purpose(),
        descriptor.translations(),
        descriptor.ages(),
        descriptor.respondent(),
        descriptor.administration(),
        descriptor.licence(),
        entry.wordingSource().orElse(null),
        entry.checkedAt().orElse(null),
        entry.publishedAt().orElse(null),
        entry.retiredAt().orElse(null),
        entry.retirementReason().orElse(null));
  }
}
