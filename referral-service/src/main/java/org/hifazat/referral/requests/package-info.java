@NullMarked
package org.hifazat.referral.requests;

import org.jspecify.annotations.NullMarked;
