@NullMarked
package org.hifazat.referral.requests.partner;

import org.jspecify.annotations.NullMarked;
