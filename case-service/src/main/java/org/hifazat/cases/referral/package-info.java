@NullMarked
package org.hifazat.cases.referral;

import org.jspecify.annotations.NullMarked;
