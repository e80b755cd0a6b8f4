@NullMarked
package org.hifazat.referral.notice.web;

import org.jspecify.annotations.NullMarked;
