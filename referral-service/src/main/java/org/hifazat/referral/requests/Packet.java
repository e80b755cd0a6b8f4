package org.hifazat.referral.requests;

import org.jspecify.annotations.Nullable;

/**
 * The least an agency needs to know, and all it ever gets.
 *
 * @param caseCode the case's number; no name travels
 * @param ageBand 0-5, 6-11, 12-14, 15-17 or 18+
 * @param safeContact how to reach the child or family without putting them in danger
 * @param safetyWarnings what a visitor must know to be and keep safe
 */
public record Packet(
    String caseCode,
    String ageBand,
    String sex,
    String language,
    String safeContact,
    @Nullable String safetyWarnings,
    String requestText) {}
