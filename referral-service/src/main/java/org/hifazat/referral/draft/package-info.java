/** Referrals that are being written: kept for those who work on the case, read by nobody else. */
@NullMarked
package org.hifazat.referral.draft;

import org.jspecify.annotations.NullMarked;
