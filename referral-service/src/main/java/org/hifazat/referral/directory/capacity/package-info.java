@NullMarked
package org.hifazat.referral.directory.capacity;

import org.jspecify.annotations.NullMarked;
