@NullMarked
package org.hifazat.referral.notice.integration;

import org.jspecify.annotations.NullMarked;
