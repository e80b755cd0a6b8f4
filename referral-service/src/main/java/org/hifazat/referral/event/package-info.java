@NullMarked
package org.hifazat.referral.event;

import org.jspecify.annotations.NullMarked;
