@NullMarked
package org.hifazat.referral;

import org.jspecify.annotations.NullMarked;
