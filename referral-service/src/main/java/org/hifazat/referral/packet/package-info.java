@NullMarked
package org.hifazat.referral.packet;

import org.jspecify.annotations.NullMarked;
