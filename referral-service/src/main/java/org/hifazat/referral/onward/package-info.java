@NullMarked
package org.hifazat.referral.onward;

import org.jspecify.annotations.NullMarked;
