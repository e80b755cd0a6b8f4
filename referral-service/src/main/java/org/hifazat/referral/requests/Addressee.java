package org.hifazat.referral.requests;

import java.util.UUID;

/** The one person of the agency a referral is meant for; what they are called already encrypted. */
record Addressee(UUID personId, byte[] name) {}
