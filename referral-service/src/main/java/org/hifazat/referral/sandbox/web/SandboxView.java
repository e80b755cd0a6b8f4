package org.hifazat.referral.sandbox.web;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sandbox as it begins.
 *
 * @param referrals what waits in it now, by id
 */
public record SandboxView(@Schema(required = true) List<UUID> referrals) {}
