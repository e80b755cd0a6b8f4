@NullMarked
package org.hifazat.referral.notice;

import org.jspecify.annotations.NullMarked;
