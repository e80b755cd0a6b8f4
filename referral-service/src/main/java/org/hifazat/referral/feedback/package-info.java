@NullMarked
package org.hifazat.referral.feedback;

import org.jspecify.annotations.NullMarked;
