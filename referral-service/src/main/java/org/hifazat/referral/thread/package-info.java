@NullMarked
package org.hifazat.referral.thread;

import org.jspecify.annotations.NullMarked;
