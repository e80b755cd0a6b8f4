package org.hifazat.cases.legal;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;

/** Fired when the end of an order was recorded, in that transaction, for what rested on it. */
public record OrderEnded(CaseFile file, UUID orderId, Instant at) {}
