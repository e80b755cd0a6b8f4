@NullMarked
package org.hifazat.referral.access;

import org.jspecify.annotations.NullMarked;
