@NullMarked
package org.hifazat.referral.directory;

import org.jspecify.annotations.NullMarked;
