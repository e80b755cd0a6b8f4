package org.hifazat.identity.staff.web;

/**
 * @param alsoSecondFactor forget the second factor too: the telephone is lost
 */
public record TemporaryPasswordRequest(boolean alsoSecondFactor) {}
