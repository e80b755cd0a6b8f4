package org.hifazat.referral.requests;

import java.util.List;
import org.hifazat.referral.packet.ReleaseItems;
import org.jspecify.annotations.Nullable;

/** What a sender wants an agency to know; the case's number is not theirs to choose. */
public record PacketDraft(
    String ageBand,
    String sex,
    String language,
    String safeContact,
    @Nullable String safetyWarnings,
    String requestText,
    @Nullable String attention,
    List<ReleaseItems.Wanted> items) {}
