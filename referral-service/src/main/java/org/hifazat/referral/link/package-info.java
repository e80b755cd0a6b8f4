@NullMarked
package org.hifazat.referral.link;

import org.jspecify.annotations.NullMarked;
