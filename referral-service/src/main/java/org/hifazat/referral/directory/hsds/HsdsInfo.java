package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** What the API says of itself. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsInfo(String version, String profile, String openapiUrl) {}
