package org.hifazat.referral.addressee;

import java.time.Instant;
import java.util.UUID;

/** Somebody left their agency, in the transaction in which this service learns of it. */
public record PersonLeft(UUID personId, Instant at) {}
