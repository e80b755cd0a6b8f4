package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS contact: whom to ask for. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsContact(
    UUID id,
    @Nullable String name,
    String title,
    @Nullable String email,
    @Nullable List<HsdsPhone> phones) {}
