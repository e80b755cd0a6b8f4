@NullMarked
package org.hifazat.referral.feedback.web;

import org.jspecify.annotations.NullMarked;
