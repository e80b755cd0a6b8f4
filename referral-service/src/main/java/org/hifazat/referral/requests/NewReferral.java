package org.hifazat.referral.requests;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.referral.knowncase.KnownCases;
import org.hifazat.referral.knowncase.Recipient;
import org.jspecify.annotations.Nullable;

/** Everything a new referral is made of; words already encrypted. */
record NewReferral(
    UUID id,
    UUID caseId,
    UUID unitId,
    String districtCode,
    UUID requestedBy,
    @Nullable UUID serviceId,
    Recipient recipient,
    String category,
    String priority,
    String reasonCode,
    byte[] packet,
    KnownCases.Basis basis,
    @Nullable Addressee addressee,
    @Nullable UUID partOf,
    @Nullable UUID actionId,
    Instant authoredAt,
    Deadlines.Due due) {}
