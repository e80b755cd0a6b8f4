package org.hifazat.cases.consent;

import java.util.UUID;

/** A recipient outside the directory, in clear. */
public record KnownRecipient(UUID id, RecipientFacts facts) {}
