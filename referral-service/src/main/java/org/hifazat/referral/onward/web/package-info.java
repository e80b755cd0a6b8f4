@NullMarked
package org.hifazat.referral.onward.web;

import org.jspecify.annotations.NullMarked;
