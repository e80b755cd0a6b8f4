package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;

/** HSDS attribute: a term that holds for the entry. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsAttribute(
    UUID id, UUID linkId, String linkType, String linkEntity, HsdsTaxonomyTerm taxonomyTerm) {}
