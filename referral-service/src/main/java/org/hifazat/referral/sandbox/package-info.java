/** What partners' developers try things on. */
@NullMarked
package org.hifazat.referral.sandbox;

import org.jspecify.annotations.NullMarked;
