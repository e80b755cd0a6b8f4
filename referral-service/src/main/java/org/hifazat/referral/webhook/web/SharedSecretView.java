package org.hifazat.referral.webhook.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint's messages are signed with besides.
 *
 * @param sharedSecret whsec_ and base64; told here and nowhere else
 * @param previousSecretUntil until when the secret before it signs too
 */
public record SharedSecretView(String sharedSecret, @Nullable Instant previousSecretUntil) {}
