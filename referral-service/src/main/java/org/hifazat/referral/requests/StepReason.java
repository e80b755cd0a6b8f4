package org.hifazat.referral.requests;

import org.jspecify.annotations.Nullable;

/** Why a step is made; the text already encrypted. */
record StepReason(@Nullable String code, byte @Nullable [] text) {}
