package org.hifazat.identity.staff.web;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param temporaryPassword to be handed over; the next sign-in must change it
 */
public record TemporaryPasswordView(@Schema(required = true) String temporaryPassword) {}
