package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS cost_option. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsCostOption(UUID id, String option, @Nullable String amountDescription) {}
