@NullMarked
package org.hifazat.referral.partner;

import org.jspecify.annotations.NullMarked;
