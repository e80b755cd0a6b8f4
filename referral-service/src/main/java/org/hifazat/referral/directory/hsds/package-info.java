@NullMarked
package org.hifazat.referral.directory.hsds;

import org.jspecify.annotations.NullMarked;
