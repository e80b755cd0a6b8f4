@NullMarked
package org.hifazat.referral.webhook.integration;

import org.jspecify.annotations.NullMarked;
