@NullMarked
package org.hifazat.referral.thread.web;

import org.jspecify.annotations.NullMarked;
