package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;

/** HSDS taxonomy_term. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsTaxonomyTerm(
    UUID id, String code, String name, HsdsNames names, UUID taxonomyId) {}
