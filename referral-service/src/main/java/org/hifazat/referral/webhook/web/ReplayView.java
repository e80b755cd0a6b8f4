package org.hifazat.referral.webhook.web;

/**
 * @param messages how many are sent again
 */
public record ReplayView(int messages) {}
