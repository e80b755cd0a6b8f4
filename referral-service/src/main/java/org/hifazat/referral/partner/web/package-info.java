@NullMarked
package org.hifazat.referral.partner.web;

import org.jspecify.annotations.NullMarked;
