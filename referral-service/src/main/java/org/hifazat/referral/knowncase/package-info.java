@NullMarked
package org.hifazat.referral.knowncase;

import org.jspecify.annotations.NullMarked;
