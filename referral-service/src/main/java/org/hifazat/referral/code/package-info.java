@NullMarked
package org.hifazat.referral.code;

import org.jspecify.annotations.NullMarked;
