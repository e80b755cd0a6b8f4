package org.hifazat.referral.directory.hsds;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What services are looked for; what is null is not asked.
 *
 * @param search words in any of the three languages; the beginning of a word is enough
 * @param age in years
 * @param sex female or male; those for any are found too
 * @param language ISO 639 code
 * @param openNow only those whose hours say so; nothing is guessed for those who told none
 */
public record ServiceFilter(
    @Nullable String search,
    @Nullable UUID taxonomyTermId,
    @Nullable UUID taxonomyId,
    @Nullable UUID organizationId,
    @Nullable Instant modifiedAfter,
    @Nullable String category,
    @Nullable String status,
    @Nullable String district,
    @Nullable Integer age,
    @Nullable String sex,
    @Nullable String language,
    @Nullable String cost,
    boolean openNow) {}
