package org.hifazat.cases.consent;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;

/**
 * Fired when consent to casework stands no more, in that transaction, for what rests on it.
 *
 * @param by whose record ended it
 */
public record CaseworkConsentEnded(CaseFile file, UUID by, Instant at) {}
