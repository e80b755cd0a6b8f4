@NullMarked
package org.hifazat.referral.interop;

import org.jspecify.annotations.NullMarked;
