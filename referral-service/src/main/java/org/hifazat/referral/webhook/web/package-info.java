@NullMarked
package org.hifazat.referral.webhook.web;

import org.jspecify.annotations.NullMarked;
