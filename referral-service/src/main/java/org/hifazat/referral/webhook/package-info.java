@NullMarked
package org.hifazat.referral.webhook;

import org.jspecify.annotations.NullMarked;
