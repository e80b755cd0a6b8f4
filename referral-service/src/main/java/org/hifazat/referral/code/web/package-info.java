@NullMarked
package org.hifazat.referral.code.web;

import org.jspecify.annotations.NullMarked;
