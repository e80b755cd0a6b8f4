@NullMarked
package org.hifazat.referral.directory.gap;

import org.jspecify.annotations.NullMarked;
