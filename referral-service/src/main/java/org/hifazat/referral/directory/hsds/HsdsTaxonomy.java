package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;

/** HSDS taxonomy. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsTaxonomy(UUID id, String name, String description, String version) {}
